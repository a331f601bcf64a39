/* SPDX-License-Identifier: MIT */
/* The version of the extension that a store has installed: asking the store for it. */
#ifndef ACO_PHP_ASSETS_COMMERCE_VERSION_H
#define ACO_PHP_ASSETS_COMMERCE_VERSION_H

#include "src/php/exchange.h"

/* Zeroed memory in an object, so that it is closed even after a bailout. */
typedef struct php_aco_assets_commerce_version {
	php_aco_requester requester;
	php_aco_exchange_retries retries;
	/* Of the request in flight. */
	aco_buf authorization;
	aco_secrets *secrets;
} php_aco_assets_commerce_version;

/* Retries transient failures. "" for a store whose response names no version; NULL with an exception pending. */
zend_string *php_aco_assets_commerce_version_ask(php_aco_assets_commerce_version *version, const zend_object *sink,
	zend_object *connection, const char *base_url);
/* Whether the store knows sync-asset. */
bool php_aco_assets_commerce_version_syncs(const zend_string *version);
void php_aco_assets_commerce_version_close(php_aco_assets_commerce_version *version);

#endif
