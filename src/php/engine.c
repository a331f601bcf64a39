/* SPDX-License-Identifier: MIT */
#include "src/php/engine.h"

#include "main/php_open_temporary_file.h"
#include "php_aco.h"
#include "src/php/exceptions.h"
#include "src/core/shared/state_dir.h"

#ifdef PHP_WIN32
/* Processes share nothing on Windows (see state_dir.h). */
# define CAN_SHARE false
#else
# define CAN_SHARE true
#endif

/* NULL: the default. */
static const char *configured_state_dir(void)
{
	return ACO_G(state_dir) && *ACO_G(state_dir) ? ACO_G(state_dir) : NULL;
}

void php_aco_engine_describe_state_dir(char *text, size_t size)
{
	aco_state_dir_tell(configured_state_dir(), php_get_temporary_directory(), text, size);
}

static void release_signer(const aco_signer *signer)
{
	if (signer->free) {
		signer->free(signer->keys);
	}
}

aco_engine *php_aco_engine_make(aco_engine_settings *settings, zend_object *limits, double requests_per_second)
{
	aco_engine *engine;
	aco_error error;

	if (!php_aco_limits_settings(limits, settings)) {
		release_signer(&settings->signer);
		return NULL;
	}

	if (!limits) {
		settings->requests_per_second = requests_per_second;
	}

	if (CAN_SHARE && php_aco_limits_are_shared(limits)) {
		settings->state_dir = configured_state_dir();
		settings->temporary_dir = php_get_temporary_directory();
	}

	settings->pool = ACO_G(persistent) ? &ACO_G(pool) : NULL;
	engine = aco_engine_new(settings, &error);
	if (!engine) {
		php_aco_throw_error(&error);
	}

	return engine;
}

void php_aco_engine_stats(zval *target, const aco_engine *engine)
{
	aco_engine_stats stats = aco_engine_get_stats(engine);

	array_init(target);
	add_assoc_long(target, "requests", (zend_long) stats.requests);
	add_assoc_long(target, "tokenRequests", (zend_long) stats.token_requests);
	add_assoc_long(target, "retries", (zend_long) stats.retries);
	add_assoc_long(target, "connections", (zend_long) stats.connections);
	add_assoc_long(target, "bytesSent", (zend_long) stats.bytes_sent);
	add_assoc_long(target, "bytesUncompressed", (zend_long) stats.bytes_uncompressed);
	add_assoc_long(target, "bytesReceived", (zend_long) stats.bytes_received);
	add_assoc_long(target, "waitedMs", (zend_long) stats.waited_ms);
}
