/* SPDX-License-Identifier: MIT */
#include "src/php/assets/sinks.h"

#include "ext/standard/php_string.h"
#include "src/core/net/url.h"
#include "src/php/exceptions.h"
#include "src/php/parameters.h"

#include "src/php/assets/delivery_arginfo.h"

/* The documented paths of Dynamic Media with OpenAPI, and the older form. */
#define ASSETS_PATH "/adobe/assets/"
#define DELIVER_PATH "/adobe/dynamicmedia/deliver/"
#define PLAYER_SUFFIX "/play"
#define HOST_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:"

zend_class_entry *php_aco_assets_delivery_ce;

static zend_object_handlers php_aco_delivery_handlers;

enum { PROPERTY_ORIGIN };

static zend_object *php_aco_delivery_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_delivery_handlers);
}

/* The origin that a setting such as " images.example:8443/ " stands for; NULL with an exception pending. */
static zend_string *origin_of(zend_string *domain)
{
	zend_string *trimmed = php_trim(domain, NULL, 0, 3), *origin = NULL;
	const char *host = ZSTR_VAL(trimmed);
	size_t length = ZSTR_LEN(trimmed);

	if (length >= 8 && strncasecmp(host, "https://", 8) == 0) {
		host += 8;
		length -= 8;
	}

	while (length > 0 && host[length - 1] == '/') {
		length--;
	}

	if (length == 0 || length > 255 || strspn(host, HOST_CHARACTERS) < length) {
		php_aco_throw_argument("$customDomain must be a host such as images.example.com, without a path, a query or a user; https is used");
	} else {
		origin = zend_strpprintf(0, "https://%.*s", (int) length, host);
		if (!php_aco_check_url(origin, "$customDomain")) {
			zend_string_release(origin);
			origin = NULL;
		}
	}

	zend_string_release(trimmed);
	return origin;
}

PHP_METHOD(Aco_Assets_Delivery, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *environment;
	zend_string *domain = NULL, *origin;
	const char *program_id, *environment_id;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(environment, php_aco_assets_aem_environment_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(domain)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object)
			|| !php_aco_assets_environment_get(environment, &program_id, &environment_id)) {
		RETURN_THROWS();
	}

	origin = domain ? origin_of(domain)
		: zend_strpprintf(0, "https://delivery-p%s-e%s.adobeaemcloud.com", program_id, environment_id);
	if (origin) {
		php_aco_set_new_string(object, PROPERTY_ORIGIN, origin);
		php_aco_values_publish(object);
	}
}

const char *php_aco_assets_delivery_origin(zend_object *delivery)
{
	return php_aco_values_check(delivery) ? php_aco_value_text(delivery, PROPERTY_ORIGIN) : NULL;
}

void php_aco_assets_delivery_url(aco_buf *url, const char *origin, const char *asset_id, size_t length, bool player)
{
	aco_buf_append_text(url, origin);
	aco_buf_append_literal(url, ASSETS_PATH);

	/* Adobe writes the colons of urn:aaid:aem:… unescaped in its URLs. */
	for (size_t i = 0; i < length; i++) {
		if (asset_id[i] == ':') {
			aco_buf_append_char(url, ':');
		} else {
			aco_url_encode(url, asset_id + i, 1);
		}
	}

	if (player) {
		aco_buf_append_literal(url, PLAYER_SUFFIX);
	}
}

static void return_url(zend_object *delivery, zend_string *asset_id, bool player, zval *return_value)
{
	const char *origin = php_aco_assets_delivery_origin(delivery);
	aco_buf url = ACO_BUF_INIT;

	if (!origin || !php_aco_assets_check_name(asset_id, "$assetId")) {
		return;
	}

	php_aco_assets_delivery_url(&url, origin, ZSTR_VAL(asset_id), ZSTR_LEN(asset_id), player);
	if (url.failed) {
		php_aco_throw_memory();
	} else {
		RETVAL_STRINGL(url.data, url.length);
	}

	aco_buf_free(&url);
}

PHP_METHOD(Aco_Assets_Delivery, imageUrl)
{
	zend_string *asset_id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(asset_id)
	ZEND_PARSE_PARAMETERS_END();

	return_url(Z_OBJ_P(ZEND_THIS), asset_id, false, return_value);
}

PHP_METHOD(Aco_Assets_Delivery, videoUrl)
{
	zend_string *asset_id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(asset_id)
	ZEND_PARSE_PARAMETERS_END();

	return_url(Z_OBJ_P(ZEND_THIS), asset_id, true, return_value);
}

/* The path of a URL, which may lack its scheme (//host/path); NULL when it has no host or no path. */
static const char *php_aco_delivery_path_of(const char *url)
{
	const char *host = strncasecmp(url, "https://", 8) == 0 ? url + 8
		: strncasecmp(url, "http://", 7) == 0 ? url + 7
		: strncmp(url, "//", 2) == 0 ? url + 2
		: NULL;

	return host ? strchr(host, '/') : NULL;
}

static bool starts_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

PHP_METHOD(Aco_Assets_Delivery, rewrite)
{
	const char *origin = php_aco_assets_delivery_origin(Z_OBJ_P(ZEND_THIS)), *path;
	zend_string *url;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(url)
	ZEND_PARSE_PARAMETERS_END();

	if (!origin) {
		RETURN_THROWS();
	}

	path = php_aco_delivery_path_of(ZSTR_VAL(url));
	if (!path || (!starts_with(path, ASSETS_PATH) && !starts_with(path, DELIVER_PATH))) {
		RETURN_STR_COPY(url);
	}

	RETURN_STR(zend_strpprintf(0, "%s%.*s", origin, (int) (ZSTR_VAL(url) + ZSTR_LEN(url) - path), path));
}

void php_aco_assets_delivery_register(void)
{
	php_aco_assets_delivery_ce = register_class_Aco_Assets_Delivery();
	php_aco_values_register(php_aco_assets_delivery_ce, php_aco_delivery_create, &php_aco_delivery_handlers, 0);
}
