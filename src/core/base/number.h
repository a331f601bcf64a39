/* SPDX-License-Identifier: MIT */
/* Numbers as text, independent of the locale. */
#ifndef ACO_CORE_BASE_NUMBER_H
#define ACO_CORE_BASE_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/* Room for any number: sign, digits, point, exponent. */
#define ACO_NUMBER_SIZE 32

/* Both write no NUL and return the length. */
size_t aco_format_int(char *target, int64_t value);
/*
 * The shortest text that reads back as the same finite double, laid out as json_encode() does with
 * serialize_precision = -1: plain between 1e-4 and 1e17, otherwise like 1.0e+25; 29.0 becomes 29.
 */
size_t aco_format_double(char *target, double value);

#endif
