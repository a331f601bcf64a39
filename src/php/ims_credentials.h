/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_IMS_CREDENTIALS_H
#define ACO_PHP_IMS_CREDENTIALS_H

#include "src/php/classes.h"

#define PHP_ACO_IMS_URL "https://ims-na1.adobelogin.com/ims/token/v3"
#define PHP_ACO_IMS_PATH "/ims/token/v3"

extern zend_class_entry *php_aco_ims_credentials_ce;

void php_aco_ims_credentials_register(void);

/* All borrowed from the object. */
typedef struct php_aco_ims_client {
	const char *client_id;
	const char *client_secret;
	/* As it was given, and completed by scheme and path. */
	const char *ims_url;
	const char *token_url;
	/* NULL: the default of the service. */
	const char *scope;
	/* "" when there is none. */
	const char *org_id;
} php_aco_ims_client;

/* False with an Error pending when the object was not constructed. */
bool php_aco_ims_credentials_get(const zend_object *credentials, php_aco_ims_client *client);
/* The same, and an exception for credentials without an organization. */
bool php_aco_ims_credentials_check_org(const zend_object *credentials);
/* The texts of the constructor. `scope` NULL: the default of the service. */
typedef struct php_aco_ims_texts {
	zend_string *client_id;
	zend_string *client_secret;
	zend_string *ims_url;
	zend_string *scope;
	zend_string *org_id;
	/* The name of the URL in messages, such as "$imsUrl". */
	const char *ims_url_parameter;
} php_aco_ims_texts;

/* False with an exception that names the parameter. */
bool php_aco_ims_credentials_make(zval *target, const php_aco_ims_texts *texts);

#endif
