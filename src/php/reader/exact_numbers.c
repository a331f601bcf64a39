/* SPDX-License-Identifier: MIT */
#include "src/php/reader/exact_numbers.h"

#include "zend_smart_str.h"
#include "zend_strtod.h"

#include <math.h>

/* Fewer digits always survive the way through a float. */
#define LONG_NUMBER 16
#define MAX_DIGITS 17
#define MAX_EXPONENT_DIGITS 6

/* A number without what its spellings differ in: `digits` times ten to the power of `exponent`. */
typedef struct decimal {
	bool is_negative;
	char digits[MAX_DIGITS];
	size_t count;
	zend_long exponent;
} decimal;

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_long_number_byte(char byte)
{
	return is_digit(byte) || byte == '.';
}

bool php_aco_has_long_number(const char *json, size_t length)
{
	/* Every run that is long enough covers one of the places that are looked at. */
	for (size_t at = LONG_NUMBER - 1; at < length; at += LONG_NUMBER) {
		size_t start = at, end = at;

		while (end < length && is_long_number_byte(json[end])) {
			end++;
		}
		while (end > at && start > 0 && is_long_number_byte(json[start - 1])) {
			start--;
		}

		if (end - start >= LONG_NUMBER) {
			return true;
		}
	}

	return false;
}

bool php_aco_has_large_exponent(const char *json, size_t length)
{
	for (size_t at = 1; at + 3 < length; at++) {
		size_t exponent = at + 1;

		if ((json[at] | 0x20) != 'e' || !is_digit(json[at - 1])) {
			continue;
		}

		exponent += json[exponent] == '-' || json[exponent] == '+' ? 1 : 0;
		if (exponent + 2 < length && is_digit(json[exponent]) && is_digit(json[exponent + 1])
				&& is_digit(json[exponent + 2])) {
			return true;
		}
	}

	return false;
}

/* False when the exponent is too large for any float. */
static bool read_exponent(const char *at, const char *end, zend_long *exponent)
{
	bool is_negative = at < end && *at == '-';

	*exponent = 0;
	while (at < end && (*at == '+' || *at == '-' || *at == '0')) {
		at++;
	}

	if (end - at > MAX_EXPONENT_DIGITS) {
		return false;
	}

	for (; at < end; at++) {
		*exponent = 10 * *exponent + (*at - '0');
	}
	if (is_negative) {
		*exponent = -*exponent;
	}

	return true;
}

/* False for a number that no float has, as its digits or its exponent are too many. */
static bool read_decimal(const char *at, const char *end, decimal *number)
{
	size_t zeros = 0, fraction = 0;
	bool is_fraction = false;
	zend_long exponent = 0;

	*number = (decimal) {.is_negative = *at == '-'};

	for (at += number->is_negative; at < end && (*at | 0x20) != 'e'; at++) {
		if (!is_digit(*at)) {
			is_fraction = true;
			continue;
		}

		fraction += is_fraction;
		if (*at == '0') {
			zeros += number->count > 0;
			continue;
		}

		/* Zeros before the first digit that counts, and after the last one, do not. */
		if (number->count + zeros >= MAX_DIGITS) {
			return false;
		}

		memset(number->digits + number->count, '0', zeros);
		number->count += zeros;
		number->digits[number->count++] = *at;
		zeros = 0;
	}

	if (number->count == 0) {
		number->is_negative = false;
		return true;
	}
	if (at < end && !read_exponent(at + 1, end, &exponent)) {
		return false;
	}

	number->exponent = exponent - (zend_long) fraction + (zend_long) zeros;
	return true;
}

static bool is_same(const decimal *a, const decimal *b)
{
	return a->is_negative == b->is_negative && a->count == b->count && a->exponent == b->exponent
		&& memcmp(a->digits, b->digits, a->count) == 0;
}

/* With the first of the usual numbers of digits that reads back as the same float. */
static void read_shortest(double value, decimal *shortest)
{
	char text[64];
	size_t length = 0;

	for (int precision = LONG_NUMBER - 2; precision < MAX_DIGITS; precision++) {
		length = (size_t) snprintf(text, sizeof(text), "%.*e", precision, value);
		/* Whatever the locale writes. */
		text[text[0] == '-' ? 2 : 1] = '.';

		if (zend_strtod(text, NULL) == value) {
			break;
		}
	}

	read_decimal(text, text + length, shortest);
}

/* `length` bytes of a number, which another byte follows. An integer is exact: the decoder keeps its digits. */
static bool is_exact(const char *text, size_t length)
{
	decimal number, shortest;
	bool is_integer = true;
	double value;

	for (size_t i = 0; i < length; i++) {
		is_integer = is_integer && text[i] != '.' && (text[i] | 0x20) != 'e';
	}

	if (is_integer) {
		return true;
	}

	value = zend_strtod(text, NULL);
	if (!isfinite(value) || !read_decimal(text, text + length, &number)) {
		return false;
	}

	read_shortest(value, &shortest);
	return is_same(&number, &shortest);
}

/* What is behind the string that begins at `at`. */
static size_t pass_string(const char *json, size_t length, size_t at)
{
	for (at++; at < length && json[at] != '"'; at++) {
		at += json[at] == '\\';
	}
	return MIN(at + 1, length);
}

zend_string *php_aco_with_exact_numbers(const char *json, size_t length)
{
	smart_str result = {0};
	size_t copied = 0, at = 0;

	while (at < length) {
		size_t end = at;

		if (json[at] == '"') {
			at = pass_string(json, length, at);
			continue;
		}

		if (json[at] != '-' && !is_digit(json[at])) {
			at++;
			continue;
		}

		while (end < length && (is_digit(json[end]) || memchr("+-.eE", json[end], 5))) {
			end++;
		}

		if (!is_exact(json + at, end - at)) {
			smart_str_appendl(&result, json + copied, at - copied);
			smart_str_appendc(&result, '"');
			smart_str_appendl(&result, json + at, end - at);
			smart_str_appendc(&result, '"');
			copied = end;
		}

		at = end;
	}

	smart_str_appendl(&result, json + copied, length - copied);
	smart_str_0(&result);
	return result.s;
}
