/* SPDX-License-Identifier: MIT */
/* Numbers of a JSON text that a float cannot represent: they become strings, so that two SKUs never become one. */
#ifndef ACO_PHP_READER_EXACT_NUMBERS_H
#define ACO_PHP_READER_EXACT_NUMBERS_H

#include "php.h"

/* Only with so many digits, or such an exponent, can a fraction differ from its float. */
bool php_aco_has_long_number(const char *json, size_t length);
bool php_aco_has_large_exponent(const char *json, size_t length);
/* The valid JSON text with quotes around fractions that differ from their float. */
zend_string *php_aco_with_exact_numbers(const char *json, size_t length);

#endif
