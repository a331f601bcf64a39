/* SPDX-License-Identifier: MIT */
#include "src/php/experience/edge_connection.h"

#include "src/core/net/header.h"
#include "src/php/exceptions.h"
#include "src/php/ims_credentials.h"
#include "src/php/parameters.h"
#include "src/php/transport.h"

#include "src/php/experience/edge_connection_arginfo.h"

/* As documented: the first takes requests with a token, the second those without. */
#define SERVER_URL "https://server.adobedc.net"
#define EDGE_URL "https://edge.adobedc.net"
/*
 * The Developer Console gives these to projects with the Experience Platform API; nothing is documented for the
 * Edge Network.
 */
#define DEFAULT_SCOPE "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session"

zend_class_entry *php_aco_experience_edge_connection_ce;

static zend_object_handlers php_aco_edge_connection_handlers;

enum {
	PROPERTY_CREDENTIALS,
	PROPERTY_URL,
	PROPERTY_DATASTREAM_PARAMETER,
	PROPERTY_GZIP,
	PROPERTY_TRANSPORT
};

static zend_object *php_aco_edge_connection_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_edge_connection_handlers);
}

/* The name becomes part of every URL. */
static bool check_datastream_parameter(zend_string *name)
{
	size_t length = strspn(ZSTR_VAL(name), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (length == 0 || length != ZSTR_LEN(name) || length > 32) {
		php_aco_throw_argument("$datastreamParameter must be a name of up to 32 letters");
		return false;
	}
	return true;
}

PHP_METHOD(Aco_Experience_EdgeConnection, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *credentials = NULL, *transport = NULL;
	zend_string *url = NULL, *datastream_parameter = NULL;
	bool gzip = false;

	ZEND_PARSE_PARAMETERS_START(0, 5)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(credentials, php_aco_ims_credentials_ce)
		Z_PARAM_STR_OR_NULL(url)
		Z_PARAM_STR(datastream_parameter)
		Z_PARAM_BOOL(gzip)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(transport, php_aco_transport_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object)
			|| (credentials && !php_aco_ims_credentials_check_org(credentials))
			|| (url && !php_aco_check_url(url, "$url"))
			|| (datastream_parameter && !check_datastream_parameter(datastream_parameter))
			|| !(transport = php_aco_transport_take(transport))) {
		RETURN_THROWS();
	}

	php_aco_set_object(object, PROPERTY_CREDENTIALS, credentials);

	if (url) {
		/* Without trailing slashes. */
		php_aco_set_new_string(object, PROPERTY_URL, php_aco_with_default_path(url, ""));
	} else {
		php_aco_set_string_or(object, PROPERTY_URL, NULL, credentials ? SERVER_URL : EDGE_URL);
	}

	php_aco_set_string_or(object, PROPERTY_DATASTREAM_PARAMETER, datastream_parameter, "datastreamId");
	php_aco_set_bool(object, PROPERTY_GZIP, gzip);
	php_aco_set_object(object, PROPERTY_TRANSPORT, transport);
	OBJ_RELEASE(transport);
	php_aco_values_publish(object);
}

static bool set_client(const php_aco_ims_client *client, aco_engine_settings *settings,
	php_aco_experience_edge_headers *headers)
{
	settings->token_url = client->token_url;
	settings->client_id = client->client_id;
	settings->client_secret = client->client_secret;
	settings->scope = client->scope ? client->scope : DEFAULT_SCOPE;

	aco_header_append(&headers->api_key, "x-api-key", client->client_id);
	aco_header_append(&headers->organisation, "x-gw-ims-org-id", client->org_id);
	if (headers->api_key.failed || headers->organisation.failed) {
		php_aco_throw_memory();
		return false;
	}

	headers->lines[0] = headers->api_key.data;
	headers->lines[1] = headers->organisation.data;
	settings->headers = headers->lines;

	return true;
}

bool php_aco_experience_edge_connection_settings(zend_object *object, aco_engine_settings *settings,
	php_aco_experience_edge_headers *headers)
{
	php_aco_ims_client client;

	if (!php_aco_values_check(object)) {
		return false;
	}
	settings->base_url = php_aco_value_text(object, PROPERTY_URL);
	php_aco_transport_http(php_aco_value_object(object, PROPERTY_TRANSPORT), &settings->http);
	return Z_TYPE_P(php_aco_value(object, PROPERTY_CREDENTIALS)) == IS_NULL
		|| (php_aco_ims_credentials_get(php_aco_value_object(object, PROPERTY_CREDENTIALS), &client)
			&& set_client(&client, settings, headers));
}

void php_aco_experience_edge_headers_free(php_aco_experience_edge_headers *headers)
{
	aco_buf_free(&headers->api_key);
	aco_buf_free(&headers->organisation);
}

void php_aco_experience_edge_connection_datastream(zend_object *object, aco_edge_datastream *datastream)
{
	datastream->parameter = php_aco_value_text(object, PROPERTY_DATASTREAM_PARAMETER);
	datastream->compressed = php_aco_value_is_true(object, PROPERTY_GZIP);
}

void php_aco_experience_edge_connection_register(void)
{
	php_aco_experience_edge_connection_ce = register_class_Aco_Experience_EdgeConnection();
	php_aco_values_register(php_aco_experience_edge_connection_ce, php_aco_edge_connection_create,
		&php_aco_edge_connection_handlers, 0);
	php_aco_edge_connection_handlers.clone_obj = NULL;
}
