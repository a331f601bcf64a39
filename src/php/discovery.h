/* SPDX-License-Identifier: MIT */
/* Gets a token from IMS, and with it the URLs of a tenant from the Commerce Cloud Manager. */
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
	/* The result, which the caller releases; studio_url may be NULL. */
	zend_string *ingestion_url;
	zend_string *studio_url;
} php_aco_discovery;

/* False with an exception pending. */
bool php_aco_discover(php_aco_discovery *discovery);

#endif
