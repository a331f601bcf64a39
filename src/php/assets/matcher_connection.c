/* SPDX-License-Identifier: MIT */
#include "src/php/assets/connections.h"

#include "src/php/assets/workspace.h"
#include "src/php/exceptions.h"
#include "src/php/ims_credentials.h"
#include "src/php/parameters.h"
#include "src/php/transport.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "src/php/assets/matcher_connection_arginfo.h"

/* No documentation names the scope; Adobe's starter kits use this one. */
#define DEFAULT_SCOPE "openid,AdobeID"
#define DEFAULT_OAUTH_SERVER "https://ims-na1.adobelogin.com"
/* The examples of the documentation. */
#define ASSET_TO_PRODUCT_PATH "/api/v1/web/app-builder-external-rule/asset-to-product"
#define PRODUCT_TO_ASSET_PATH "/api/v1/web/app-builder-external-rule/product-to-asset"

zend_class_entry *php_aco_assets_matcher_connection_ce;

static zend_object_handlers php_aco_matcher_connection_handlers;

enum {
	PROPERTY_ASSET_TO_PRODUCT_URL,
	PROPERTY_PRODUCT_TO_ASSET_URL,
	PROPERTY_CREDENTIALS,
	PROPERTY_TRANSPORT
};

static zend_object *php_aco_matcher_connection_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_matcher_connection_handlers);
}

static bool php_aco_matcher_connection_fill(zend_object *object, zend_string *asset_to_product_url,
	zend_string *product_to_asset_url,
	zend_object *credentials, zend_object *transport)
{
	if (!php_aco_check_url(asset_to_product_url, "$assetToProductUrl")
			|| !php_aco_check_url(product_to_asset_url, "$productToAssetUrl")
			|| !php_aco_ims_credentials_check_org(credentials) || !(transport = php_aco_transport_take(transport))) {
		return false;
	}

	php_aco_set_string(object, PROPERTY_ASSET_TO_PRODUCT_URL, asset_to_product_url);
	php_aco_set_string(object, PROPERTY_PRODUCT_TO_ASSET_URL, product_to_asset_url);
	php_aco_set_object(object, PROPERTY_CREDENTIALS, credentials);
	php_aco_set_object(object, PROPERTY_TRANSPORT, transport);
	OBJ_RELEASE(transport);
	php_aco_values_publish(object);

	return true;
}

PHP_METHOD(Aco_Assets_MatcherConnection, __construct)
{
	zend_string *asset_to_product_url, *product_to_asset_url;
	zend_object *credentials, *transport = NULL;

	ZEND_PARSE_PARAMETERS_START(3, 4)
		Z_PARAM_STR(asset_to_product_url)
		Z_PARAM_STR(product_to_asset_url)
		Z_PARAM_OBJ_OF_CLASS(credentials, php_aco_ims_credentials_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(transport, php_aco_transport_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_values_check_new(Z_OBJ_P(ZEND_THIS))) {
		php_aco_matcher_connection_fill(Z_OBJ_P(ZEND_THIS), asset_to_product_url, product_to_asset_url, credentials,
			transport);
	}
}

/* Completes a path by the action URL of the workspace; a URL stays as it is. NULL with an exception pending. */
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
	return zend_strpprintf(0, "%.*s%s",
		(int) (ZSTR_LEN(action_url) - (ZSTR_VAL(action_url)[ZSTR_LEN(action_url) - 1] == '/')),
		ZSTR_VAL(action_url), text);
}

static bool make_credentials(zval *credentials, const php_aco_assets_workspace *workspace,
	zend_string *oauth_server_url)
{
	php_aco_ims_texts texts = {
		.client_id = workspace->client_id,
		.client_secret = workspace->client_secret,
		.ims_url = oauth_server_url,
		.scope = workspace->scope,
		.org_id = workspace->ims_org_id,
		.ims_url_parameter = "$oauthServerUrl",
	};

	return php_aco_ims_credentials_make(credentials, &texts);
}

static void make_of_workspace(zval *target, const php_aco_assets_workspace *workspace, zend_string *asset_to_product,
	zend_string *product_to_asset, zval *credentials, zend_object *transport)
{
	asset_to_product = action_of(asset_to_product, ASSET_TO_PRODUCT_PATH, workspace->action_url);
	product_to_asset = asset_to_product
		? action_of(product_to_asset, PRODUCT_TO_ASSET_PATH, workspace->action_url)
		: NULL;
	if (product_to_asset) {
		object_init_ex(target, php_aco_assets_matcher_connection_ce);

		if (!php_aco_matcher_connection_fill(Z_OBJ_P(target), asset_to_product, product_to_asset,
				Z_OBJ_P(credentials), transport)) {
			zval_ptr_dtor(target);
			ZVAL_NULL(target);
		}

		zend_string_release(product_to_asset);
	}

	if (asset_to_product) {
		zend_string_release(asset_to_product);
	}
}

PHP_METHOD(Aco_Assets_MatcherConnection, fromWorkspace)
{
	zend_string *json, *asset_to_product = NULL, *product_to_asset = NULL, *server = NULL;
	php_aco_assets_workspace workspace;
	zend_object *transport = NULL;
	zval credentials;

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(json)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(asset_to_product)
		Z_PARAM_STR(product_to_asset)
		Z_PARAM_STR(server)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(transport, php_aco_transport_ce)
	ZEND_PARSE_PARAMETERS_END();

	server = server
		? zend_string_copy(server)
		: zend_string_init(DEFAULT_OAUTH_SERVER, strlen(DEFAULT_OAUTH_SERVER), false);
	if (php_aco_assets_workspace_read(&workspace, json) && make_credentials(&credentials, &workspace, server)) {
		make_of_workspace(return_value, &workspace, asset_to_product, product_to_asset, &credentials, transport);
		zval_ptr_dtor(&credentials);
	}

	php_aco_assets_workspace_free(&workspace);
	zend_string_release(server);
}

bool php_aco_assets_matcher_get(zend_object *object, php_aco_assets_matcher *matcher)
{
	php_aco_ims_client client;

	if (!php_aco_values_check(object)
			|| !php_aco_ims_credentials_get(php_aco_value_object(object, PROPERTY_CREDENTIALS), &client)) {
		return false;
	}

	matcher->registry = (aco_registry_matcher) {
		.asset_to_product_url = php_aco_value_text(object, PROPERTY_ASSET_TO_PRODUCT_URL),
		.product_to_asset_url = php_aco_value_text(object, PROPERTY_PRODUCT_TO_ASSET_URL),
		.oauth_server_url = client.ims_url,
		.client_id = client.client_id,
		.client_secret = client.client_secret,
		.ims_org_id = client.org_id,
	};

	matcher->token_url = client.token_url;
	matcher->scope = client.scope ? client.scope : DEFAULT_SCOPE;
	php_aco_transport_http(php_aco_value_object(object, PROPERTY_TRANSPORT), &matcher->http);

	return true;
}

void php_aco_assets_matcher_connection_register(void)
{
	php_aco_assets_matcher_connection_ce = register_class_Aco_Assets_MatcherConnection();
	php_aco_values_register(php_aco_assets_matcher_connection_ce, php_aco_matcher_connection_create,
		&php_aco_matcher_connection_handlers, 0);
	php_aco_matcher_connection_handlers.clone_obj = NULL;
}
