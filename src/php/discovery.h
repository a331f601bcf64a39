/* SPDX-License-Identifier: MIT */
/* Asks IMS for a token and the Commerce Cloud Manager for a tenant's addresses, and waits for both. */
#ifndef ACO_PHP_DISCOVERY_H
#define ACO_PHP_DISCOVERY_H

#include "php.h"
#include "src/core/net/http.h"

typedef struct php_aco_discovery {
	/* Borrowed. */
	const char *org_id;
	const char *tenant_id;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	const char *ims_url;
	const char *ccm_url;
	aco_http_settings http;
	/* What was found, for the caller to release; studio_url may be NULL. */
	zend_string *ingestion_url;
	zend_string *studio_url;
} php_aco_discovery;

/* False with an exception pending. */
bool php_aco_discover(php_aco_discovery *discovery);

#endif
