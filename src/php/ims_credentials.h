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
	/* As it was given, and with scheme and path. */
	const char *ims_url;
	const char *token_url;
	/* NULL: the service's own. */
	const char *scope;
	/* "": not told. */
	const char *org_id;
} php_aco_ims_client;

/* False with an Error pending when the object was not constructed. */
bool php_aco_ims_credentials_get(const zend_object *credentials, php_aco_ims_client *client);
/* The same; and an exception for credentials that name no organization. */
bool php_aco_ims_credentials_check_org(const zend_object *credentials);
/* Texts of the constructor; NULL for `scope` stands for the service's. */
typedef struct php_aco_ims_texts {
	zend_string *client_id;
	zend_string *client_secret;
	zend_string *ims_url;
	zend_string *scope;
	zend_string *org_id;
	/* How messages call the address: "$imsUrl". */
	const char *ims_url_parameter;
} php_aco_ims_texts;

/* False with an exception pending that names the parameter. */
bool php_aco_ims_credentials_make(zval *target, const php_aco_ims_texts *texts);

#endif
