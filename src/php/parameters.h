/* SPDX-License-Identifier: MIT */
/* Checks of constructor arguments, which happen once, when an object is made. */
#ifndef ACO_PHP_PARAMETERS_H
#define ACO_PHP_PARAMETERS_H

#include "php.h"

/* False with an exception that names the parameter, such as "$clientId". */
bool php_aco_check_text(zend_string *text, const char *parameter, bool required);
bool php_aco_check_url(zend_string *url, const char *parameter);
bool php_aco_check_ca_file(zend_string *file);

/* Appends `path` to a URL without a path. The caller releases the result. */
zend_string *php_aco_with_default_path(zend_string *url, const char *path);
/* Overwrites and frees a secret that nobody else refers to. */
void php_aco_wipe(zend_string *secret);

#endif
