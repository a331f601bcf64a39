#include "php_aco_experience_edge_connection.h"

#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "php_aco_experience_edge_connection_arginfo.h"

/* Documented: requests with a token go to the first, others to the second. */
#define SERVER_URL "https://server.adobedc.net"
#define EDGE_URL "https://edge.adobedc.net"
#define IMS_URL "https://ims-na1.adobelogin.com/ims/token/v3"
#define IMS_PATH "/ims/token/v3"
/* What the developer console gives projects with the Experience Platform API; not documented for the Edge Network. */
#define DEFAULT_SCOPE "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session"

zend_class_entry *php_aco_experience_edge_connection_ce;

typedef struct edge_connection {
	/* NULL without credentials. */
	zend_string *secret;
	zend_object std;
} edge_connection;

PHP_ACO_ASSERT_STD_LAST(edge_connection);

#define CONNECTION(object) PHP_ACO_FETCH(edge_connection, (object))

enum {
	PROPERTY_ORG_ID,
	PROPERTY_CLIENT_ID,
	PROPERTY_URL,
	PROPERTY_IMS_URL,
	PROPERTY_SCOPE,
	PROPERTY_CA_FILE,
	PROPERTY_PROXY,
	PROPERTY_CONNECT_TIMEOUT_MS,
	PROPERTY_TIMEOUT_MS,
	PROPERTY_DATASTREAM_PARAMETER,
	PROPERTY_GZIP
};

typedef struct parameters {
	zend_string *org_id;
	zend_string *client_id;
	zend_string *client_secret;
	zend_string *url;
	zend_string *ims_url;
	zend_string *scope;
	zend_string *ca_file;
	zend_string *proxy;
	zend_long connect_timeout_ms;
	zend_long timeout_ms;
	zend_string *datastream_parameter;
	bool gzip;
} parameters;

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	edge_connection *connection = zend_object_alloc(sizeof(*connection), class_entry);

	zend_object_std_init(&connection->std, class_entry);
	object_properties_init(&connection->std, class_entry);
	connection->std.handlers = &handlers;
	return &connection->std;
}

static void free_object(zend_object *object)
{
	if (CONNECTION(object)->secret) {
		php_aco_wipe(CONNECTION(object)->secret);
	}
	zend_object_std_dtor(object);
}

static bool check_credentials(const parameters *given)
{
	if (!given->client_id != !given->client_secret) {
		php_aco_throw_argument("$clientId and $clientSecret go together");
		return false;
	}
	return !given->client_id
		|| (php_aco_check_text(given->client_id, "$clientId", true) && php_aco_check_text(given->client_secret, "$clientSecret", true));
}

/* It becomes part of every address. */
static bool check_datastream_parameter(zend_string *name)
{
	size_t length = strspn(ZSTR_VAL(name), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (length == 0 || length != ZSTR_LEN(name) || length > 32) {
		php_aco_throw_argument("$datastreamParameter must be a name of up to 32 letters");
		return false;
	}
	return true;
}

static bool check(const parameters *given)
{
	return php_aco_check_text(given->org_id, "$orgId", true)
		&& check_credentials(given)
		&& (!given->url || php_aco_check_url(given->url, "$url"))
		&& (!given->ims_url || php_aco_check_url(given->ims_url, "$imsUrl"))
		&& (!given->scope || php_aco_check_text(given->scope, "$scope", true))
		&& (!given->ca_file || php_aco_check_ca_file(given->ca_file))
		&& (!given->proxy || php_aco_check_text(given->proxy, "$proxy", false))
		&& php_aco_check_timeout(given->connect_timeout_ms, "$connectTimeoutMs")
		&& php_aco_check_timeout(given->timeout_ms, "$timeoutMs")
		&& (!given->datastream_parameter || check_datastream_parameter(given->datastream_parameter));
}

static void set_text(zend_object *object, uint32_t property, zend_string *text)
{
	if (text) {
		ZVAL_STR_COPY(OBJ_PROP_NUM(object, property), text);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, property));
	}
}

static void set_text_or(zend_object *object, uint32_t property, zend_string *text, const char *otherwise)
{
	if (text) {
		ZVAL_STR_COPY(OBJ_PROP_NUM(object, property), text);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, property), otherwise);
	}
}

/* Without slashes at its end. */
static void set_url(zend_object *object, const parameters *given)
{
	if (given->url) {
		ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_URL), php_aco_with_default_path(given->url, ""));
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_URL), given->client_id ? SERVER_URL : EDGE_URL);
	}
}

static void fill(zend_object *object, const parameters *given)
{
	if (given->client_secret) {
		/* A copy of its own, so that wiping it touches nobody else's string. */
		CONNECTION(object)->secret = zend_string_init(ZSTR_VAL(given->client_secret), ZSTR_LEN(given->client_secret), false);
	}
	set_text(object, PROPERTY_ORG_ID, given->org_id);
	set_text(object, PROPERTY_CLIENT_ID, given->client_id);
	set_url(object, given);
	if (given->ims_url) {
		ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_IMS_URL), php_aco_with_default_path(given->ims_url, IMS_PATH));
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_IMS_URL), IMS_URL);
	}
	set_text_or(object, PROPERTY_SCOPE, given->scope, DEFAULT_SCOPE);
	set_text(object, PROPERTY_CA_FILE, given->ca_file);
	set_text(object, PROPERTY_PROXY, given->proxy);
	ZVAL_LONG(OBJ_PROP_NUM(object, PROPERTY_CONNECT_TIMEOUT_MS), given->connect_timeout_ms);
	ZVAL_LONG(OBJ_PROP_NUM(object, PROPERTY_TIMEOUT_MS), given->timeout_ms);
	set_text_or(object, PROPERTY_DATASTREAM_PARAMETER, given->datastream_parameter, "datastreamId");
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROPERTY_GZIP), given->gzip);
}

ZEND_METHOD(Aco_Experience_EdgeConnection, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	parameters given = {.connect_timeout_ms = 5000, .timeout_ms = 30000};

	ZEND_PARSE_PARAMETERS_START(1, 12)
		Z_PARAM_STR(given.org_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(given.client_id)
		Z_PARAM_STR_OR_NULL(given.client_secret)
		Z_PARAM_STR_OR_NULL(given.url)
		Z_PARAM_STR(given.ims_url)
		Z_PARAM_STR_OR_NULL(given.scope)
		Z_PARAM_STR_OR_NULL(given.ca_file)
		Z_PARAM_STR_OR_NULL(given.proxy)
		Z_PARAM_LONG(given.connect_timeout_ms)
		Z_PARAM_LONG(given.timeout_ms)
		Z_PARAM_STR(given.datastream_parameter)
		Z_PARAM_BOOL(given.gzip)
	ZEND_PARSE_PARAMETERS_END();

	if (!Z_ISUNDEF_P(OBJ_PROP_NUM(object, PROPERTY_ORG_ID))) {
		zend_throw_error(NULL, "Cannot construct Aco\\Experience\\EdgeConnection twice");
		RETURN_THROWS();
	}
	if (check(&given)) {
		fill(object, &given);
	}
}

static const char *text_of(zend_object *object, uint32_t property)
{
	return Z_STRVAL_P(OBJ_PROP_NUM(object, property));
}

static zend_string *text_or_null(zend_object *object, uint32_t property)
{
	zval *value = OBJ_PROP_NUM(object, property);

	return Z_TYPE_P(value) == IS_STRING ? Z_STR_P(value) : NULL;
}

static bool make_header(aco_buf *line, const char *name, const char *value)
{
	aco_buf_append(line, name, strlen(name));
	aco_buf_append(line, value, strlen(value) + 1);
	return !line->failed;
}

bool php_aco_experience_edge_connection_settings(zend_object *object, aco_engine_settings *settings, php_aco_experience_edge_headers *headers)
{
	if (Z_ISUNDEF_P(OBJ_PROP_NUM(object, PROPERTY_ORG_ID))) {
		zend_throw_error(NULL, "Aco\\Experience\\EdgeConnection was not constructed");
		return false;
	}
	settings->tenant_url = text_of(object, PROPERTY_URL);
	php_aco_set_http(&settings->http, text_or_null(object, PROPERTY_CA_FILE), text_or_null(object, PROPERTY_PROXY),
		Z_LVAL_P(OBJ_PROP_NUM(object, PROPERTY_CONNECT_TIMEOUT_MS)), Z_LVAL_P(OBJ_PROP_NUM(object, PROPERTY_TIMEOUT_MS)));
	if (!CONNECTION(object)->secret) {
		return true;
	}
	settings->token_url = text_of(object, PROPERTY_IMS_URL);
	settings->client_id = text_of(object, PROPERTY_CLIENT_ID);
	settings->client_secret = ZSTR_VAL(CONNECTION(object)->secret);
	settings->scope = text_of(object, PROPERTY_SCOPE);
	if (!make_header(&headers->api_key, "x-api-key: ", settings->client_id)
		|| !make_header(&headers->organisation, "x-gw-ims-org-id: ", text_of(object, PROPERTY_ORG_ID))) {
		php_aco_throw_memory();
		return false;
	}
	headers->lines[0] = headers->api_key.data;
	headers->lines[1] = headers->organisation.data;
	settings->headers = headers->lines;
	return true;
}

void php_aco_experience_edge_headers_free(php_aco_experience_edge_headers *headers)
{
	aco_buf_free(&headers->api_key);
	aco_buf_free(&headers->organisation);
}

void php_aco_experience_edge_connection_datastream(zend_object *object, aco_edge_datastream *datastream)
{
	datastream->parameter = text_of(object, PROPERTY_DATASTREAM_PARAMETER);
	datastream->compressed = Z_TYPE_P(OBJ_PROP_NUM(object, PROPERTY_GZIP)) == IS_TRUE;
}

void php_aco_experience_edge_connection_register(void)
{
	php_aco_experience_edge_connection_ce = register_class_Aco_Experience_EdgeConnection();
	php_aco_experience_edge_connection_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(edge_connection, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
