/* SPDX-License-Identifier: MIT */
/* The feed priceBooks, and the price book that a price belongs to. */
#include "src/map/price_books.h"

#include "src/map/feeds.h"

static bool is_base(const aco_price_book_key *key)
{
	return key->group.length == 0;
}

void aco_map_price_book_set_group(aco_price_book_key *key, zend_long group_id)
{
	char digits[ACO_NUMBER_SIZE];

	aco_digest_sha1_hex(digits, aco_format_int(digits, group_id), key->group_hash);
	key->group.bytes = key->group_hash;
	key->group.length = sizeof(key->group_hash);
}

void aco_map_append_price_book_id(aco_buf *target, const aco_price_book_key *key)
{
	aco_buf_append(target, key->website.bytes, key->website.length);

	if (!is_base(key)) {
		aco_buf_append_literal(target, "::");
		aco_buf_append(target, key->group.bytes, key->group.length);
	}
}

bool aco_map_price_book_key(aco_mapping *mapping, HashTable *item)
{
	aco_price_book_key *key = &mapping->book;
	zend_long group_id = 0;
	zval *value;

	if (!aco_map_text_required(mapping, item, ACO_KEY_websiteCode, NULL, &key->website)
			|| !aco_map_text_member(mapping, item, ACO_KEY_customerGroupCode, NULL, &key->group)) {
		return false;
	}

	if (key->group.length == 0 && (value = aco_map_get(item, ACO_KEY_customerGroupId))) {
		if (!aco_map_int(mapping, value, ACO_PATH(NULL, "customerGroupId"), &group_id)) {
			return false;
		}

		aco_map_price_book_set_group(key, group_id);
	} else if (ACO_TEXT_IS(&key->group, "0")) {
		key->group.length = 0;
	}

	return true;
}

void aco_map_write_price_book_id(aco_mapping *mapping, const char *opening, size_t length)
{
	const aco_price_book_key *key = &mapping->book;
	aco_buf *scratch = &mapping->inner.buf;
	bool unchanged;

	if (is_base(key)) {
		unchanged = aco_json_add_string(&mapping->out, opening, length, key->website.bytes, key->website.length);
	} else {
		scratch->length = 0;
		aco_map_append_price_book_id(scratch, key);
		aco_buf_append(&mapping->out.buf, opening, length);
		unchanged = aco_json_close_string(&mapping->out, scratch->data, scratch->length);
	}

	if (UNEXPECTED(!unchanged)) {
		aco_map_note_replaced(mapping, ACO_PATH(NULL, "websiteCode"));
	}
}

/* The name is only displayed: a number or code in its place is better than a refused item. */
static bool group_name(aco_mapping *mapping, HashTable *item, const aco_price_book_key *key, aco_text *name)
{
	if (!aco_map_text_member(mapping, item, ACO_KEY_customerGroupName, NULL, name)) {
		return false;
	}
	if (name->length == 0 && !aco_map_text_member(mapping, item, ACO_KEY_customerGroupId, NULL, name)) {
		return false;
	}

	if (name->length == 0) {
		name->bytes = key->group.bytes;
		name->length = key->group.length;
	}

	return true;
}

bool aco_map_price_book(aco_mapping *mapping, HashTable *item)
{
	aco_buf *scratch = &mapping->inner.buf;
	const aco_price_book_key *key = &mapping->book;
	aco_text website, group, name;

	if (!aco_map_text_member(mapping, item, ACO_KEY_websiteName, NULL, &website)) {
		return false;
	}

	if (website.length == 0) {
		website.bytes = key->website.bytes;
		website.length = key->website.length;
	}

	ACO_MAP_WRITE_PRICE_BOOK_ID(mapping, "{\"priceBookId\":\"");
	aco_json_key(&mapping->out, "name");

	if (is_base(key)) {
		aco_map_write_text(mapping, &mapping->out, &website, ACO_PATH(NULL, "websiteName"));
		ACO_MAP_OPTIONAL_TEXT(mapping, item, ACO_KEY_currency, NULL, "currency");
	} else {
		if (!group_name(mapping, item, key, &group)) {
			return false;
		}

		scratch->length = 0;
		aco_buf_append(scratch, group.bytes, group.length);
		aco_buf_append_literal(scratch, " (");
		aco_buf_append(scratch, website.bytes, website.length);
		aco_buf_append_literal(scratch, ")");

		name.bytes = scratch->data;
		name.length = scratch->length;
		aco_map_write_text(mapping, &mapping->out, &name, ACO_PATH(NULL, "customerGroupName"));
		ACO_MAP_WRITE_MEMBER(mapping, "parentId", &key->website, ACO_PATH(NULL, "websiteCode"));
	}

	aco_json_end_object(&mapping->out);
	return true;
}
