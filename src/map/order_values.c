/* SPDX-License-Identifier: MIT */
#include "src/map/order_values.h"

#include <math.h>

#define CURRENCY_LENGTH 3

/* Refunds, tracking numbers and types of payments differ in more than a name. */
static const struct {
	const char *xdm;
	const char *documented;
} names[ACO_NAME_COUNT] = {
	[ACO_NAME_PAYMENT_TRANSACTION] = {"\"transactionID\":", "\"paymentTransactionID\":"},
	[ACO_NAME_ITEM_ID] = {"\"_id\":", "\"id\":"},
	[ACO_NAME_CATEGORIES] = {"\"productCategories\":", "\"categories\":"},
	[ACO_NAME_CATEGORY_ID] = {"\"categoryID\":", "\"id\":"},
	[ACO_NAME_CATEGORY_NAME] = {"\"categoryName\":", "\"name\":"},
	[ACO_NAME_CATEGORY_PATH] = {"\"categoryPath\":", "\"path\":"},
};

bool aco_map_id_member(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *path, aco_text *id)
{
	HashTable *object;

	id->bytes = NULL;
	id->length = 0;
	return aco_map_list_member(mapping, fields, key, path, &object)
		&& (!object || aco_map_text_member(mapping, object, ACO_KEY_id, ACO_PATH(path, aco_map_name(key)), id));
}

bool aco_map_check_date(aco_mapping *mapping, const aco_text *date, const aco_map_path *path, int64_t *ms)
{
	return aco_rfc3339_parse(date->bytes, date->length, ms)
		|| aco_map_fail(mapping, path, "must be a date, a time and an offset as RFC 3339 has them");
}

bool aco_map_double_member(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *path,
	double *value)
{
	bool found = false;
	zval number;

	if (!aco_map_number_member(mapping, fields, key, path, &number, &found)) {
		return false;
	}
	*value = found ? zval_get_double(&number) : 0;
	return true;
}

double aco_map_whole_quantity(double quantity)
{
	double whole = trunc(quantity + ACO_ORDER_QUANTITY_TOLERANCE);

	return whole == 0 && aco_map_is_quantity(quantity) ? 1 : whole;
}

/* Trims blanks and converts to upper case; false for a text that is neither empty nor three letters. */
static bool normalize_code(const aco_text *given, char code[CURRENCY_LENGTH], bool *empty)
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

bool aco_map_write_currency(aco_mapping *mapping, HashTable *fields, const aco_map_path *path, HashTable *fallback)
{
	char code[CURRENCY_LENGTH];
	bool empty = true;
	aco_text given;

	if (!aco_map_text_member(mapping, fields, ACO_KEY_currency, path, &given)) {
		return false;
	}
	if (given.bytes && !normalize_code(&given, code, &empty)) {
		return aco_map_fail(mapping, ACO_PATH(path, "currency"), "must be three letters (ISO 4217)");
	}

	if (!empty) {
		aco_json_string_member(&mapping->out, "currencyCode", code, CURRENCY_LENGTH);
		return true;
	}

	return !fallback || aco_map_write_currency(mapping, fallback, NULL, NULL);
}

void aco_map_write_order_name(aco_mapping *mapping, bool documented, aco_order_name name)
{
	const char *text = documented ? names[name].documented : names[name].xdm;

	aco_json_raw(&mapping->out, text, strlen(text));
}
