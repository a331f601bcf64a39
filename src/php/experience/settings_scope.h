/* SPDX-License-Identifier: MIT */
/* The settings of one website, or the defaults that websites inherit. */
#ifndef ACO_PHP_EXPERIENCE_SETTINGS_SCOPE_H
#define ACO_PHP_EXPERIENCE_SETTINGS_SCOPE_H

#include "php.h"

/* Adobe documents no limit; this one is far above what is in use. */
#define PHP_ACO_SETTINGS_MAX_IDENTIFIER 64

typedef enum php_aco_settings_toggle {
	PHP_ACO_SETTINGS_INHERITED,
	PHP_ACO_SETTINGS_OFF,
	PHP_ACO_SETTINGS_ON
} php_aco_settings_toggle;

typedef struct php_aco_settings_scope {
	/* NULL: inherited. */
	zend_string *datastream;
	php_aco_settings_toggle storefront;
	php_aco_settings_toggle back_office;
	/* "in", "out" or "pending"; NULL: inherited. */
	const char *consent;
} php_aco_settings_scope;

/* Whether the text can be the id of an environment or of a datastream. */
bool php_aco_settings_is_identifier(const zend_string *text);
/* Both return false with an exception pending, and what was read so far. `where` names the array in messages. */
bool php_aco_settings_scope_read(HashTable *fields, const char *where, php_aco_settings_scope *scope);
/* Adds the scopes by website code to a table whose destructor is php_aco_settings_scope_free(). */
bool php_aco_settings_read_websites(HashTable *websites, HashTable *given);
void php_aco_settings_scope_free(zval *scope);

#endif
