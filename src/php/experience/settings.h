/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_SETTINGS_H
#define ACO_PHP_EXPERIENCE_SETTINGS_H

#include "src/php/classes.h"

extern zend_class_entry *php_aco_experience_settings_ce;

void php_aco_experience_settings_register(void);

/* False with an Error pending when the object was not constructed. */
bool php_aco_experience_settings_made(zend_object *settings);
/* Borrowed. */
zend_string *php_aco_experience_settings_environment(zend_object *settings);
/* `code` NULL: the default scope. */
bool php_aco_experience_settings_back_office(zend_object *settings, const char *code, size_t length);

#endif
