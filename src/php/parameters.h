/* SPDX-License-Identifier: MIT */
/* Checks of what the constructors of all classes take, once, when the object is made. */
#ifndef ACO_PHP_PARAMETERS_H
#define ACO_PHP_PARAMETERS_H

#include "php.h"

/* False with an exception that names the parameter, such as "$clientId". */
bool php_aco_check_text(zend_string *text, const char *parameter, bool required);
bool php_aco_check_url(zend_string *url, const char *parameter);
bool php_aco_check_ca_file(zend_string *file);

/* `path` is appended to an address without one; the caller releases the result. */
zend_string *php_aco_with_default_path(zend_string *url, const char *path);
/* Frees a secret that nobody else holds. */
void php_aco_wipe(zend_string *secret);

#endif
