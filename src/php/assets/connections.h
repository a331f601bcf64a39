/* SPDX-License-Identifier: MIT */
/* Connections to the services around assets: credentials, URLs and timeouts. */
#ifndef ACO_PHP_ASSETS_CONNECTIONS_H
#define ACO_PHP_ASSETS_CONNECTIONS_H

#include "src/php/assets/classes.h"
#include "src/core/net/http.h"
#include "src/core/services/jwt.h"
#include "src/core/services/registry.h"

extern zend_class_entry *php_aco_assets_aem_environment_ce;
extern zend_class_entry *php_aco_assets_commerce_credentials_ce;
extern zend_class_entry *php_aco_assets_matcher_connection_ce;
extern zend_class_entry *php_aco_assets_registry_connection_ce;
extern zend_class_entry *php_aco_assets_matching_rule_ce;

void php_aco_assets_credentials_register(void);
void php_aco_assets_matcher_connection_register(void);
void php_aco_assets_registry_connection_register(void);
void php_aco_assets_matching_rule_register(void);

/* The four keys of a Commerce integration, borrowed from the object. */
typedef struct php_aco_assets_credentials {
	const char *consumer_key;
	const char *consumer_secret;
	const char *access_token;
	const char *access_token_secret;
} php_aco_assets_credentials;

/* This and the following return false with an Error pending when the object was not constructed. */
bool php_aco_assets_credentials_get(zend_object *object, php_aco_assets_credentials *credentials);
/* Both ids consist of digits. */
bool php_aco_assets_environment_get(zend_object *object, const char **program_id, const char **environment_id);

typedef struct php_aco_assets_matcher {
	aco_registry_matcher registry;
	/* The token endpoint of the OAuth server. */
	const char *token_url;
	const char *scope;
	aco_http_settings http;
} php_aco_assets_matcher;

bool php_aco_assets_matcher_get(zend_object *object, php_aco_assets_matcher *matcher);

typedef struct php_aco_assets_registry {
	const char *url;
	const char *api_key;
	const char *environment_id;
	/* Additional claims of each token, as JSON members without braces; "" for none. */
	const zend_string *claims;
	const aco_jwt_key *key;
	aco_http_settings http;
} php_aco_assets_registry;

bool php_aco_assets_registry_get(zend_object *object, php_aco_assets_registry *registry);

/* Sets one of `metadata_field` and `matcher`, and the other to NULL. */
bool php_aco_assets_rule_get(zend_object *object, const char **metadata_field, zend_object **matcher);

#endif
