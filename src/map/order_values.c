/* SPDX-License-Identifier: MIT */
#include "src/map/order_values.h"

#include <math.h>

#define CURRENCY_LENGTH 3

/* Where the sources of names differ. `refunds`, tracking number and payment types differ in more than a name. */
static const struct {
	const char *xdm;
	const char *documented;
} names[ACO_NAME_COUNT] = {
	[ACO_NAME_PAYMENT_TRANSACTION] = {"\"transactionID\":", "\"paymentTransactionID\":"},
	[ACO_NAME_ITEM_ID] = {"\"_id\":", "\"id\":"},
};

bool aco_order_read_id(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, aco_text *id)
{
	HashTable *object;

	id->bytes = NULL;
	id->length = 0;
	return aco_map_list_member(map, fields, key, path, &object)
		&& (!object || aco_map_text_member(map, object, ACO_KEY_id, ACO_PATH(path, aco_map_name(key)), id));
}

bool aco_order_check_date(aco_map *map, const aco_text *date, const aco_map_path *path, int64_t *ms)
{
	return aco_rfc3339_parse(date->bytes, date->length, ms)
		|| aco_map_fail(map, path, "must be a date, a time and an offset as RFC 3339 has them");
}

bool aco_order_read_double(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, double *value)
{
	bool found = false;
	zval number;

	if (!aco_map_number_member(map, fields, key, path, &number, &found)) {
		return false;
	}
	*value = found ? zval_get_double(&number) : 0;
	return true;
}

double aco_order_whole_quantity(double quantity)
{
	double whole = trunc(quantity + ACO_ORDER_QUANTITY_TOLERANCE);

	return whole == 0 && aco_order_is_quantity(quantity) ? 1 : whole;
}

/* Trims blanks and makes capitals; false for what is no code of three letters. */
static bool make_code(const aco_text *given, char code[CURRENCY_LENGTH], bool *empty)
{
	const char *at = given->bytes, *end = at + given->length;

	while (at < end && (*at == ' ' || *at == '\t')) {
		at++;
	}

	while (end > at && (end[-1] == ' ' || end[-1] == '\t')) {
		end--;
	}

	*empty = at == end;
	if (end - at != CURRENCY_LENGTH) {
		return *empty;
	}

	for (size_t i = 0; i < CURRENCY_LENGTH; i++) {
		code[i] = aco_map_upper(at[i]);
		if (code[i] < 'A' || code[i] > 'Z') {
			return false;
		}
	}

	return true;
}

bool aco_order_write_currency(aco_map *map, HashTable *fields, const aco_map_path *path, HashTable *fallback)
{
	char code[CURRENCY_LENGTH];
	bool empty = true;
	aco_text given;

	if (!aco_map_text_member(map, fields, ACO_KEY_currency, path, &given)) {
		return false;
	}
	if (given.bytes && !make_code(&given, code, &empty)) {
		return aco_map_fail(map, ACO_PATH(path, "currency"), "must be three letters (ISO 4217)");
	}

	if (!empty) {
		aco_json_string_member(&map->out, "currencyCode", code, CURRENCY_LENGTH);
		return true;
	}

	return !fallback || aco_order_write_currency(map, fallback, NULL, NULL);
}

void aco_order_write_name(aco_map *map, bool documented, aco_order_name name)
{
	const char *text = documented ? names[name].documented : names[name].xdm;

	aco_json_raw(&map->out, text, strlen(text));
}
