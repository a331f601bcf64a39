/* SPDX-License-Identifier: MIT */
/*
 * The escapes in which a service may repeat a text: those of URLs, JSON and HTML, also one within another. An escape
 * may have several readings, as nobody knows how many times the text was escaped.
 */
#ifndef ACO_CORE_BASE_SECRET_ESCAPES_H
#define ACO_CORE_BASE_SECRET_ESCAPES_H

#include <stddef.h>

/* The most readings that an escape has. */
#define ACO_SECRET_READINGS 8

/* The bytes that a position of the text may stand for. */
typedef struct aco_secret_reading {
	unsigned char bytes[4];
	size_t count;
	/* Of the escape. */
	size_t length;
} aco_secret_reading;

/* The readings of the escape that begins here, apart from plain text; returns how many there are. */
size_t aco_secret_read_escape(const char *text, size_t length, aco_secret_reading *readings);
/* Decodes one layer of the escape that begins here; returns its length, 0 if there is none. */
size_t aco_secret_decode_escape(const char *text, size_t length, aco_secret_reading *reading);

/* The value of a hexadecimal digit; -1 for any other byte. */
int aco_hex_digit(char byte);

#endif
