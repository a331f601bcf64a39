/* SPDX-License-Identifier: MIT */
#include "src/map/assets.h"

#include "src/map/asset_parts.h"
#include "src/core/base/utf8.h"
#include "zend_smart_str.h"

#define REPLACEMENT "\xef\xbf\xbd"

static bool is_yes(zval *value)
{
	aco_text text;

	value = aco_map_asset_value(value);
	if (!value || Z_TYPE_P(value) != IS_STRING) {
		return value && Z_TYPE_P(value) == IS_TRUE;
	}
	text.bytes = Z_STRVAL_P(value);
	text.length = Z_STRLEN_P(value);
	aco_map_trim_text(&text);
	return text.length == 3 && zend_binary_strcasecmp(text.bytes, text.length, "yes", 3) == 0;
}

static bool is_approved(zval *value)
{
	value = aco_map_asset_value(value);
	return value && Z_TYPE_P(value) == IS_STRING && zend_string_equals_literal(Z_STR_P(value), "approved");
}

/* Replaces invalid UTF-8; NULL with the reason in the mapping for a text that is too long. */
static zend_string *read_alt_text(aco_mapping *mapping, zval *value, const aco_map_path *path)
{
	const unsigned char *bytes;
	char reason[ACO_MAP_REASON_SIZE];
	smart_str valid = {0};
	size_t characters = 0, copied = 0;
	aco_text text;

	if (!aco_map_text(mapping, value, path, &text)) {
		return NULL;
	}

	bytes = (const unsigned char *) text.bytes;

	for (size_t i = 0; i < text.length; characters++) {
		size_t sequence = 1, bad;

		if (characters == ACO_ASSET_ALT_TEXT_MAX) {
			smart_str_free(&valid);
			snprintf(reason, sizeof(reason), "has more than %d characters", ACO_ASSET_ALT_TEXT_MAX);
			aco_map_fail(mapping, path, reason);
			return NULL;
		}

		if (bytes[i] >= 0x80 && !(sequence = aco_utf8_sequence(bytes + i, text.length - i, &bad))) {
			smart_str_appendl(&valid, text.bytes + copied, i - copied);
			smart_str_appendl(&valid, REPLACEMENT, strlen(REPLACEMENT));
			sequence = bad;
			copied = i + bad;
		}

		i += sequence;
	}

	if (!valid.s) {
		return aco_map_text_string(&text, value);
	}

	smart_str_appendl(&valid, text.bytes + copied, text.length - copied);
	smart_str_0(&valid);
	return valid.s;
}

/* Codes that differ in case only are the same one, as in the form of the metadata package; the first one counts. */
static bool is_new_code(HashTable *codes, const aco_text *code)
{
	zend_string *lower = zend_string_alloc(code->length, false);
	bool added;

	zend_str_tolower_copy(ZSTR_VAL(lower), code->bytes, code->length);
	added = zend_hash_add_empty_element(codes, lower) != NULL;
	zend_string_release(lower);
	return added;
}

static bool read_alt_texts(aco_mapping *mapping, HashTable *metadata, const aco_map_path *path, aco_asset *asset)
{
	const aco_map_path codes_path = {path, aco_map_name(ACO_KEY_altTextStoreViews), 0};
	const aco_map_path texts_path = {path, aco_map_name(ACO_KEY_altTextValues), 0};
	aco_asset_values codes, texts;
	HashTable known;
	size_t count;
	bool read = true;

	aco_map_asset_values_start(&codes, aco_map_get(metadata, ACO_KEY_altTextStoreViews));
	aco_map_asset_values_start(&texts, aco_map_get(metadata, ACO_KEY_altTextValues));
	count = aco_map_asset_values_count(&codes);
	if (!aco_map_check_asset_count(mapping, &codes_path, count, ACO_ASSET_ALT_TEXTS_MAX)) {
		return false;
	}

	asset->alt_texts = count ? safe_emalloc(count, sizeof(*asset->alt_texts), 0) : NULL;
	zend_hash_init(&known, 0, NULL, NULL, false);

	for (size_t i = 0; i < count && read; i++) {
		const aco_map_path code_path = {&codes_path, NULL, i};
		zval *code = aco_map_asset_values_next(&codes), *value = aco_map_asset_values_next(&texts);
		zend_string *string;
		aco_text text;

		if (!code || !(read = aco_map_text(mapping, code, &code_path, &text))) {
			continue;
		}

		aco_map_trim_text(&text);
		if (text.length == 0 || !value || !(read = aco_map_check_asset_name(mapping, &code_path, &text))
				|| !is_new_code(&known, &text)) {
			continue;
		}

		if (!(string = read_alt_text(mapping, value, ACO_PATH_INDEX(&texts_path, i)))) {
			read = false;
		} else if (ZSTR_LEN(string) == 0) {
			zend_string_release(string);
		} else {
			asset->alt_texts[asset->alt_text_count++] = (aco_asset_alt_text) {aco_map_text_string(&text, code), string};
		}
	}

	zend_hash_destroy(&known);
	return read;
}

/* A value that is not a name leaves the type unknown. */
static void read_format(HashTable *metadata, HashTable *repository, aco_asset *asset)
{
	zval *value = aco_map_asset_value(aco_map_get(metadata, ACO_KEY_assetFormat));

	if (!value && repository) {
		value = aco_map_asset_value(aco_map_get(repository, ACO_KEY_assetFormat));
	}
	if (value && Z_TYPE_P(value) == IS_STRING && aco_map_is_asset_name(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
		asset->format = zend_string_copy(Z_STR_P(value));
		asset->video = Z_STRLEN_P(value) > 6
			&& zend_binary_strncasecmp(Z_STRVAL_P(value), Z_STRLEN_P(value), "video/", 6, 6) == 0;
	}
}

static bool read_asset_id(aco_mapping *mapping, HashTable *item, aco_asset *asset)
{
	const aco_map_path path = {NULL, aco_map_name(ACO_KEY_assetId), 0};
	zval *value = aco_map_get(item, ACO_KEY_assetId);
	aco_text text;

	if (!aco_map_text_required(mapping, item, ACO_KEY_assetId, NULL, &text)
			|| !aco_map_check_asset_name(mapping, &path, &text)) {
		return false;
	}
	asset->id = aco_map_text_string(&text, value);
	return true;
}

bool aco_map_read_asset(aco_mapping *mapping, HashTable *item, const aco_asset_options *options, aco_asset *asset)
{
	const aco_map_path path = {NULL, aco_map_name(ACO_KEY_assetMetadata), 0};
	HashTable *metadata, *repository;

	memset(asset, 0, sizeof(*asset));

	if (!read_asset_id(mapping, item, asset)
			|| !aco_map_list_member(mapping, item, ACO_KEY_assetMetadata, NULL, &metadata)
			|| !aco_map_list_member(mapping, item, ACO_KEY_repositoryMetadata, NULL, &repository)) {
		return false;
	}

	if (!metadata) {
		metadata = (HashTable *) &zend_empty_array;
	}

	read_format(metadata, repository, asset);

	if (options->metadata_field && !is_yes(aco_map_get(metadata, ACO_KEY_isCommerce))) {
		asset->reason = "not_commerce";
		return true;
	}

	if (!is_approved(aco_map_get(metadata, ACO_KEY_assetStatus))) {
		asset->reason = "not_approved";
		return true;
	}

	asset->reason = "";

	if (options->metadata_field) {
		if (!aco_map_read_asset_rows(mapping, metadata, &path, options, asset)) {
			return false;
		}

		if (asset->row_count == 0) {
			asset->reason = "no_sku";
			return true;
		}
	}

	/* Commerce keeps no alternative texts of videos. */
	return asset->video || read_alt_texts(mapping, metadata, &path, asset);
}

void aco_map_free_asset(aco_asset *asset)
{
	if (asset->id) {
		zend_string_release(asset->id);
	}
	if (asset->format) {
		zend_string_release(asset->format);
	}

	for (size_t i = 0; i < asset->row_count; i++) {
		zend_string_release(asset->rows[i].sku);

		if (asset->rows[i].roles) {
			zend_array_release(asset->rows[i].roles);
		}
	}

	for (size_t i = 0; i < asset->alt_text_count; i++) {
		zend_string_release(asset->alt_texts[i].store_code);
		zend_string_release(asset->alt_texts[i].value);
	}

	if (asset->rows) {
		efree(asset->rows);
	}
	if (asset->alt_texts) {
		efree(asset->alt_texts);
	}
}
