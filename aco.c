/* SPDX-License-Identifier: MIT */
#ifdef HAVE_CONFIG_H
# include "config.h"
#endif

#include "php_aco.h"

#include "ext/standard/info.h"
#include "php_ini.h"
#include "src/core/net/http.h"
#include "src/php/assets/external_matcher.h"
#include "src/php/assets/registry.h"
#include "src/php/assets/sinks.h"
#include "src/php/experience/edge_client.h"
#include "src/php/experience/edge_connection.h"
#include "src/php/experience/event.h"
#include "src/php/experience/event_stream.h"
#include "src/php/collect/item_assembler.h"
#include "src/php/experience/order_mapper.h"
#include "src/php/experience/settings.h"
#include "src/php/classes.h"
#include "src/php/engine.h"
#include "src/php/ims_credentials.h"
#include "src/map/known_keys.h"
#include "src/php/reader/classes.h"
#include "src/php/reader/quick_item.h"
#include "src/php/permit.h"
#include "src/php/service_reader.h"
#include "src/php/transport.h"

#include <curl/curl.h>
#include <json-c/json.h>
#include <openssl/crypto.h>
#include <openssl/opensslv.h>

#include "zend_exceptions.h"
#include "src/php/exceptions.h"
#include "src/php/aco_arginfo.h"

ZEND_DECLARE_MODULE_GLOBALS(aco)

/* All documented responses are smaller than this. */
#define MAX_RESPONSE_BYTES "4194304"

PHP_INI_BEGIN()
	STD_PHP_INI_ENTRY("aco.ca_bundle", "", PHP_INI_SYSTEM, OnUpdateString, ca_bundle, zend_aco_globals, aco_globals)
	STD_PHP_INI_ENTRY("aco.max_response_bytes", MAX_RESPONSE_BYTES, PHP_INI_SYSTEM, OnUpdateLongGEZero,
		max_response_bytes, zend_aco_globals, aco_globals)
	STD_PHP_INI_ENTRY("aco.state_dir", "", PHP_INI_SYSTEM, OnUpdateString, state_dir, zend_aco_globals, aco_globals)
	STD_PHP_INI_BOOLEAN("aco.persistent", "1", PHP_INI_SYSTEM, OnUpdateBool, persistent, zend_aco_globals, aco_globals)
	STD_PHP_INI_BOOLEAN("aco.allow_http", "0", PHP_INI_SYSTEM, OnUpdateBool, allow_http, zend_aco_globals, aco_globals)
PHP_INI_END()

static PHP_GINIT_FUNCTION(aco)
{
#if defined(ZTS) && defined(COMPILE_DL_ACO)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	memset(aco_globals, 0, sizeof(*aco_globals));
}

static PHP_GSHUTDOWN_FUNCTION(aco)
{
	aco_http_pool_clear(&aco_globals->pool);
	aco_mapping_free(&aco_globals->mapping);
	aco_gzip_free(aco_globals->gzip);
	php_aco_item_parser_free(aco_globals->item_parser);
}

static PHP_MINIT_FUNCTION(aco)
{
	if (!aco_http_global_init()) {
		zend_error(E_CORE_ERROR, "aco: libcurl does not start");
		return FAILURE;
	}

	REGISTER_INI_ENTRIES();
	register_aco_symbols(module_number);
	aco_map_keys_init();
	aco_map_known_keys_init();

	/* First the classes that others extend or refer to. */
	php_aco_exceptions_register();
	php_aco_feed_register();
	php_aco_scopes_register();

	php_aco_document_register();
	php_aco_mapper_register();
	php_aco_price_books_register();
	php_aco_collect_item_assembler_register();
	php_aco_mapped_item_register();
	php_aco_item_chunk_register();
	php_aco_item_reader_register();

	php_aco_transport_register();
	php_aco_ims_credentials_register();
	php_aco_connection_register();

	php_aco_shared_store_register();
	php_aco_limits_register();
	php_aco_service_reader_register();
	php_aco_batch_register();
	php_aco_report_register();
	php_aco_submission_register();

	php_aco_stream_register();
	php_aco_client_register();

	php_aco_experience_event_register();
	php_aco_experience_settings_register();
	php_aco_experience_order_mapper_register();
	php_aco_experience_edge_connection_register();
	php_aco_experience_event_stream_register();
	php_aco_experience_edge_client_register();

	php_aco_assets_assignment_register();
	php_aco_assets_asset_register();
	php_aco_assets_changes_register();
	php_aco_assets_sku_matcher_register();

	php_aco_assets_sink_register();
	php_aco_assets_credentials_register();
	php_aco_assets_matcher_connection_register();
	php_aco_assets_registry_connection_register();
	php_aco_assets_matching_rule_register();
	php_aco_assets_registration_register();
	php_aco_assets_tenant_registry_register();

	php_aco_assets_delivery_register();
	php_aco_assets_commerce_connection_register();
	php_aco_assets_commerce_sink_register();
	php_aco_assets_optimizer_sink_register();
	php_aco_assets_external_matcher_register();

	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(aco)
{
	UNREGISTER_INI_ENTRIES();
	/* Before libcurl ends; those of other threads ended with them. */
	aco_http_pool_clear(&ACO_G(pool));
	aco_http_global_cleanup();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(aco)
{
#if defined(ZTS) && defined(COMPILE_DL_ACO)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	return SUCCESS;
}

static PHP_RSHUTDOWN_FUNCTION(aco)
{
	aco_mapping_trim(&ACO_G(mapping));
	php_aco_item_parser_free(ACO_G(item_parser));
	ACO_G(item_parser) = NULL;
	php_aco_permit_end();
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(aco)
{
	const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);
	char state_dir[1024];

	php_info_print_table_start();
	php_info_print_table_row(2, "aco support", "enabled");
	php_info_print_table_row(2, "aco version", PHP_ACO_VERSION);
	php_info_print_table_row(2, "TLS backend", curl->ssl_version ? curl->ssl_version : "none");
	php_aco_engine_describe_state_dir(state_dir, sizeof(state_dir));
	php_info_print_table_row(2, "State folder", state_dir);
	php_info_print_table_row(2, "Sources are parsed by", php_aco_item_parser_name());
	php_info_print_table_row(2, "HTTP/2", curl->features & CURL_VERSION_HTTP2 ? "yes" : "no");
	php_info_print_table_end();

	php_info_print_table_start();
	php_info_print_table_header(3, "Library", "Compiled", "Linked");
	php_info_print_table_row(3, "libcurl", LIBCURL_VERSION, curl->version);
	php_info_print_table_row(3, "json-c", JSON_C_VERSION, json_c_version());
	php_info_print_table_row(3, "OpenSSL", OPENSSL_VERSION_TEXT, OpenSSL_version(OPENSSL_VERSION));
	php_info_print_table_row(3, aco_gzip_library(), aco_gzip_compiled_version(),
		aco_gzip_linked_version()[0] ? aco_gzip_linked_version() : "not told by the library");
	php_info_print_table_end();

	DISPLAY_INI_ENTRIES();
}

static const zend_module_dep aco_dependencies[] = {
	ZEND_MOD_REQUIRED("json")
	ZEND_MOD_REQUIRED("spl")
	/* Both initialise libcurl; the order of shutdown matters to it. */
	ZEND_MOD_OPTIONAL("curl")
	ZEND_MOD_END
};

zend_module_entry aco_module_entry = {
	STANDARD_MODULE_HEADER_EX, NULL,
	aco_dependencies,
	"aco",
	ext_functions,
	PHP_MINIT(aco),
	PHP_MSHUTDOWN(aco),
	PHP_RINIT(aco),
	PHP_RSHUTDOWN(aco),
	PHP_MINFO(aco),
	PHP_ACO_VERSION,
	PHP_MODULE_GLOBALS(aco),
	PHP_GINIT(aco),
	PHP_GSHUTDOWN(aco),
	NULL,
	STANDARD_MODULE_PROPERTIES_EX
};

#ifdef COMPILE_DL_ACO
# ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
# endif
ZEND_GET_MODULE(aco)
#endif
