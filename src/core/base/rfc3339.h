/* SPDX-License-Identifier: MIT */
/* Times as RFC 3339 text. */
#ifndef ACO_CORE_BASE_RFC3339_H
#define ACO_CORE_BASE_RFC3339_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Room for any accepted text, with its NUL. */
#define ACO_RFC3339_SIZE 40

/* A date, a time and an offset: `2023-04-01T10:00:00+00:00`. Milliseconds since 1970; false for anything else. */
bool aco_rfc3339_parse(const char *text, size_t length, int64_t *ms);
/* In UTC, to the second, for the years 1970 to 9999; writes no NUL and returns the length. */
size_t aco_rfc3339_format(char *target, int64_t ms);

#endif
