#include "php_aco_assets_connections.h"

#include "php_aco_assets_workspace.h"
#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "php_aco_assets_matcher_connection_arginfo.h"

/* Not documented: what Adobe's kits use. */
#define TOKEN_PATH "/ims/token/v3"
#define DEFAULT_SCOPE "openid,AdobeID"
#define DEFAULT_OAUTH_SERVER "https://ims-na1.adobelogin.com"
/* Documented as examples. */
#define ASSET_TO_PRODUCT_PATH "/api/v1/web/app-builder-external-rule/asset-to-product"
#define PRODUCT_TO_ASSET_PATH "/api/v1/web/app-builder-external-rule/product-to-asset"

zend_class_entry *php_aco_assets_matcher_connection_ce;

typedef struct matcher_connection {
	zend_string *secret;
	/* The OAuth server with its path. */
	zend_string *token_url;
	zend_object std;
} matcher_connection;

PHP_ACO_ASSERT_STD_LAST(matcher_connection);

#define CONNECTION(object) PHP_ACO_FETCH(matcher_connection, (object))

enum {
	PROPERTY_ASSET_TO_PRODUCT_URL,
	PROPERTY_PRODUCT_TO_ASSET_URL,
	PROPERTY_OAUTH_SERVER_URL,
	PROPERTY_CLIENT_ID,
	PROPERTY_IMS_ORG_ID,
	PROPERTY_SCOPE,
	PROPERTY_TRANSPORT
};

typedef struct parameters {
	zend_string *asset_to_product_url;
	zend_string *product_to_asset_url;
	zend_string *oauth_server_url;
	zend_string *client_id;
	zend_string *client_secret;
	zend_string *ims_org_id;
	zend_string *scope;
	php_aco_assets_transport transport;
} parameters;

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	matcher_connection *connection = zend_object_alloc(sizeof(*connection), class_entry);

	zend_object_std_init(&connection->std, class_entry);
	object_properties_init(&connection->std, class_entry);
	connection->std.handlers = &handlers;
	return &connection->std;
}

static void free_object(zend_object *object)
{
	if (CONNECTION(object)->secret) {
		php_aco_wipe(CONNECTION(object)->secret);
		zend_string_release(CONNECTION(object)->token_url);
	}
	zend_object_std_dtor(object);
}

static zend_string *with_scheme(zend_string *url)
{
	return strstr(ZSTR_VAL(url), "://") ? zend_string_copy(url) : zend_strpprintf(0, "https://%s", ZSTR_VAL(url));
}

/* The token's address; NULL with an exception pending. */
static zend_string *token_url_of(zend_string *server)
{
	zend_string *url = NULL, *whole = with_scheme(server);

	if (php_aco_check_text(server, "$oauthServerUrl", true) && php_aco_check_url(whole, "$oauthServerUrl")) {
		url = php_aco_with_default_path(whole, TOKEN_PATH);
	}
	zend_string_release(whole);
	return url;
}

static bool fill(zend_object *object, const parameters *given)
{
	zend_string *token_url;

	if (!php_aco_check_url(given->asset_to_product_url, "$assetToProductUrl")
			|| !php_aco_check_url(given->product_to_asset_url, "$productToAssetUrl")
			|| !php_aco_check_text(given->client_id, "$clientId", true) || !php_aco_check_text(given->client_secret, "$clientSecret", true)
			|| !php_aco_check_text(given->ims_org_id, "$imsOrgId", true)
			|| (given->scope && !php_aco_check_text(given->scope, "$scope", true))
			|| !php_aco_assets_check_transport(&given->transport) || !(token_url = token_url_of(given->oauth_server_url))) {
		return false;
	}
	CONNECTION(object)->secret = php_aco_assets_copy_secret(given->client_secret);
	CONNECTION(object)->token_url = token_url;
	php_aco_assets_set_string(object, PROPERTY_ASSET_TO_PRODUCT_URL, given->asset_to_product_url);
	php_aco_assets_set_string(object, PROPERTY_PRODUCT_TO_ASSET_URL, given->product_to_asset_url);
	php_aco_assets_set_string(object, PROPERTY_OAUTH_SERVER_URL, given->oauth_server_url);
	php_aco_assets_set_string(object, PROPERTY_CLIENT_ID, given->client_id);
	php_aco_assets_set_string(object, PROPERTY_IMS_ORG_ID, given->ims_org_id);
	if (given->scope) {
		php_aco_assets_set_string(object, PROPERTY_SCOPE, given->scope);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_SCOPE), DEFAULT_SCOPE);
	}
	php_aco_assets_set_transport(object, PROPERTY_TRANSPORT, &given->transport);
	return true;
}

ZEND_METHOD(Aco_Assets_MatcherConnection, __construct)
{
	parameters given = {.transport = PHP_ACO_ASSETS_TRANSPORT_INIT};

	ZEND_PARSE_PARAMETERS_START(6, 11)
		Z_PARAM_STR(given.asset_to_product_url)
		Z_PARAM_STR(given.product_to_asset_url)
		Z_PARAM_STR(given.oauth_server_url)
		Z_PARAM_STR(given.client_id)
		Z_PARAM_STR(given.client_secret)
		Z_PARAM_STR(given.ims_org_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(given.scope)
		Z_PARAM_STR_OR_NULL(given.transport.ca_file)
		Z_PARAM_STR_OR_NULL(given.transport.proxy)
		Z_PARAM_LONG(given.transport.connect_timeout_ms)
		Z_PARAM_LONG(given.transport.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_assets_check_new(Z_OBJ_P(ZEND_THIS))) {
		fill(Z_OBJ_P(ZEND_THIS), &given);
	}
}

/* A path below the action URL of the workspace, or an address; NULL with an exception pending. */
static zend_string *action_of(zend_string *given, const char *otherwise, const zend_string *action_url)
{
	const char *text = given ? ZSTR_VAL(given) : otherwise;

	if (text[0] != '/') {
		return zend_string_copy(given);
	}
	if (!action_url) {
		php_aco_throw_argument("$json has no project.workspace.action_url to complete \"%.64s\" by; give the whole address", text);
		return NULL;
	}
	return zend_strpprintf(0, "%.*s%s", (int) (ZSTR_LEN(action_url) - (ZSTR_VAL(action_url)[ZSTR_LEN(action_url) - 1] == '/')), ZSTR_VAL(action_url), text);
}

static void make_of_workspace(zval *target, const php_aco_assets_workspace *workspace, parameters *given)
{
	zend_string *asset_to_product = action_of(given->asset_to_product_url, ASSET_TO_PRODUCT_PATH, workspace->action_url);
	zend_string *product_to_asset = asset_to_product ? action_of(given->product_to_asset_url, PRODUCT_TO_ASSET_PATH, workspace->action_url) : NULL;
	zend_string *server = given->oauth_server_url
		? zend_string_copy(given->oauth_server_url) : zend_string_init(ZEND_STRL(DEFAULT_OAUTH_SERVER), false);

	given->asset_to_product_url = asset_to_product;
	given->product_to_asset_url = product_to_asset;
	given->oauth_server_url = server;
	given->client_id = workspace->client_id;
	given->client_secret = workspace->client_secret;
	given->ims_org_id = workspace->ims_org_id;
	given->scope = workspace->scope;
	if (product_to_asset) {
		object_init_ex(target, php_aco_assets_matcher_connection_ce);
		if (!fill(Z_OBJ_P(target), given)) {
			zval_ptr_dtor(target);
			ZVAL_NULL(target);
		}
		zend_string_release(product_to_asset);
	}
	if (asset_to_product) {
		zend_string_release(asset_to_product);
	}
	zend_string_release(server);
}

ZEND_METHOD(Aco_Assets_MatcherConnection, fromWorkspace)
{
	parameters given = {.transport = PHP_ACO_ASSETS_TRANSPORT_INIT};
	php_aco_assets_workspace workspace;
	zend_string *json;

	ZEND_PARSE_PARAMETERS_START(1, 8)
		Z_PARAM_STR(json)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(given.asset_to_product_url)
		Z_PARAM_STR(given.product_to_asset_url)
		Z_PARAM_STR(given.oauth_server_url)
		Z_PARAM_STR_OR_NULL(given.transport.ca_file)
		Z_PARAM_STR_OR_NULL(given.transport.proxy)
		Z_PARAM_LONG(given.transport.connect_timeout_ms)
		Z_PARAM_LONG(given.transport.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_assets_workspace_read(&workspace, json)) {
		make_of_workspace(return_value, &workspace, &given);
	}
	php_aco_assets_workspace_free(&workspace);
}

bool php_aco_assets_matcher_get(zend_object *object, php_aco_assets_matcher *matcher)
{
	matcher_connection *connection = CONNECTION(object);

	if (!connection->secret) {
		zend_throw_error(NULL, "Aco\\Assets\\MatcherConnection was not constructed");
		return false;
	}
	matcher->registry = (aco_registry_matcher) {
		.asset_to_product_url = php_aco_assets_text(object, PROPERTY_ASSET_TO_PRODUCT_URL),
		.product_to_asset_url = php_aco_assets_text(object, PROPERTY_PRODUCT_TO_ASSET_URL),
		.oauth_server_url = php_aco_assets_text(object, PROPERTY_OAUTH_SERVER_URL),
		.client_id = php_aco_assets_text(object, PROPERTY_CLIENT_ID),
		.client_secret = ZSTR_VAL(connection->secret),
		.ims_org_id = php_aco_assets_text(object, PROPERTY_IMS_ORG_ID),
	};
	matcher->token_url = ZSTR_VAL(connection->token_url);
	matcher->scope = php_aco_assets_text(object, PROPERTY_SCOPE);
	php_aco_assets_get_transport(object, PROPERTY_TRANSPORT, &matcher->http);
	return true;
}

void php_aco_assets_matcher_connection_register(void)
{
	php_aco_assets_matcher_connection_ce = register_class_Aco_Assets_MatcherConnection();
	php_aco_assets_matcher_connection_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(matcher_connection, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
