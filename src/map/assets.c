/* SPDX-License-Identifier: MIT */
#include "src/map/assets.h"

#include "src/map/value.h"
#include "src/core/base/utf8.h"
#include "zend_smart_str.h"

/* Fewer rows are compared with each other, more are looked up in a table. */
#define ROWS_COMPARED 8

#define REPLACEMENT "\xef\xbf\xbd"

/* Values of a property that holds one or several: a scalar stands for a list of one. */
typedef struct values {
	HashTable *list;
	HashPosition at;
	zval *scalar;
} values;

static void values_start(values *values, zval *value)
{
	values->list = value && Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : NULL;
	values->scalar = values->list ? NULL : value;
	if (values->list) {
		zend_hash_internal_pointer_reset_ex(values->list, &values->at);
	}
}

static size_t values_count(const values *values)
{
	return values->list ? zend_hash_num_elements(values->list) : values->scalar ? 1 : 0;
}

/* NULL for null, and after the end. */
static zval *values_next(values *values)
{
	zval *value;

	if (!values->list) {
		value = values->scalar;
		values->scalar = NULL;
		return value;
	}

	if (!(value = zend_hash_get_current_data_ex(values->list, &values->at))) {
		return NULL;
	}

	zend_hash_move_forward_ex(values->list, &values->at);
	return aco_map_plain(value);
}

/* A property with one value, that of a list of one as well. */
static zval *single_value(zval *value)
{
	values only;

	if (!value || Z_TYPE_P(value) != IS_ARRAY) {
		return value;
	}
	values_start(&only, value);
	return values_count(&only) == 1 ? values_next(&only) : NULL;
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static void trim(aco_text *text)
{
	while (text->length > 0 && is_space(text->bytes[0])) {
		text->bytes++;
		text->length--;
	}
	while (text->length > 0 && is_space(text->bytes[text->length - 1])) {
		text->length--;
	}
}

bool aco_map_is_asset_name(const char *text, size_t length)
{
	if (length == 0 || length > ACO_ASSET_NAME_MAX) {
		return false;
	}

	for (size_t i = 0; i < length;) {
		unsigned char byte = (unsigned char) text[i];
		size_t sequence = 1, bad;

		if (byte < 0x20 || byte == 0x7f) {
			return false;
		}
		if (byte >= 0x80 && !(sequence = aco_utf8_sequence((const unsigned char *) text + i, length - i, &bad))) {
			return false;
		}

		i += sequence;
	}

	return true;
}

static bool check_name(aco_mapping *mapping, const aco_map_path *path, const aco_text *text)
{
	char reason[ACO_MAP_REASON_SIZE];

	if (EXPECTED(aco_map_is_asset_name(text->bytes, text->length))) {
		return true;
	}
	snprintf(reason, sizeof(reason), "must have 1 to %d bytes of UTF-8 without control characters", ACO_ASSET_NAME_MAX);
	return aco_map_fail(mapping, path, reason);
}

/* Returns the original string when it is the whole text. */
static zend_string *text_string(const aco_text *text, const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) == text->length
		? zend_string_copy(Z_STR_P(value)) : zend_string_init(text->bytes, text->length, false);
}

static bool is_yes(zval *value)
{
	aco_text text;

	value = single_value(value);
	if (!value || Z_TYPE_P(value) != IS_STRING) {
		return value && Z_TYPE_P(value) == IS_TRUE;
	}
	text.bytes = Z_STRVAL_P(value);
	text.length = Z_STRLEN_P(value);
	trim(&text);
	return text.length == 3 && zend_binary_strcasecmp(text.bytes, text.length, "yes", 3) == 0;
}

static bool is_approved(zval *value)
{
	value = single_value(value);
	return value && Z_TYPE_P(value) == IS_STRING && zend_string_equals_literal(Z_STR_P(value), "approved");
}

static bool check_count(aco_mapping *mapping, const aco_map_path *path, size_t count, size_t most)
{
	char reason[ACO_MAP_REASON_SIZE];

	if (count <= most) {
		return true;
	}
	snprintf(reason, sizeof(reason), "has %zu values, at most %zu are taken", count, most);
	return aco_map_fail(mapping, path, reason);
}

/* Names of roles that the metadata package wrote before July 2024. */
static void rename_legacy_role(aco_text *role)
{
	if (ACO_TEXT_IS(role, "base")) {
		role->bytes = "image";
		role->length = strlen("image");
	} else if (ACO_TEXT_IS(role, "swatch")) {
		role->bytes = "swatch_image";
		role->length = strlen("swatch_image");
	}
}

static bool has_role(HashTable *roles, const aco_text *role)
{
	zval *known;

	ZEND_HASH_FOREACH_VAL(roles, known) {
		if (aco_map_text_is(role, Z_STRVAL_P(known), Z_STRLEN_P(known))) {
			return true;
		}
	} ZEND_HASH_FOREACH_END();
	return false;
}

static bool add_role(aco_mapping *mapping, const aco_map_path *path, const aco_text *role, const zval *source,
	aco_asset_row *row)
{
	zval value;

	if (!row->roles) {
		row->roles = zend_new_array(0);
	} else if (has_role(row->roles, role)) {
		return true;
	}

	if (!check_count(mapping, path, zend_hash_num_elements(row->roles) + 1, ACO_ASSET_ROLES_MAX)) {
		return false;
	}

	ZVAL_STR(&value, text_string(role, source));
	zend_hash_next_index_insert_new(row->roles, &value);
	return true;
}

/* Roles joined by ";". Commerce decides which of them exist. */
static bool read_roles(aco_mapping *mapping, zval *value, const aco_map_path *path, bool legacy_names,
	aco_asset_row *row)
{
	const char *at, *end;

	if (!value) {
		return true;
	}
	if (Z_TYPE_P(value) != IS_STRING) {
		return aco_map_fail_type(mapping, path, "a string", value);
	}

	at = Z_STRVAL_P(value);
	end = at + Z_STRLEN_P(value);
	while (at < end) {
		const char *stop = memchr(at, ';', (size_t) (end - at));
		aco_text role;

		role.bytes = at;
		role.length = (size_t) ((stop ? stop : end) - at);
		at = stop ? stop + 1 : end;
		trim(&role);
		if (role.length == 0) {
			continue;
		}
		if (legacy_names) {
			rename_legacy_role(&role);
		}
		if (!check_name(mapping, path, &role) || !add_role(mapping, path, &role, value, row)) {
			return false;
		}
	}

	return true;
}

/* Returns -1 for anything but a whole number in the range, including NAN. */
static zend_long whole_position(double number)
{
	return number >= 0 && number <= ACO_ASSET_POSITION_MAX && (double) (zend_long) number == number
		? (zend_long) number : ACO_ASSET_NO_POSITION;
}

/* Invalid or blank positions mean "no position" (AEM stores blank as -1). */
static zend_long read_position(zval *value)
{
	zend_long position;
	double number;

	if (!value) {
		return ACO_ASSET_NO_POSITION;
	}

	switch (Z_TYPE_P(value) == IS_STRING
			? is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &position, &number, false) : Z_TYPE_P(value)) {
		case IS_LONG:
			if (Z_TYPE_P(value) == IS_LONG) {
				position = Z_LVAL_P(value);
			}

			return position >= 0 && position <= ACO_ASSET_POSITION_MAX ? position : ACO_ASSET_NO_POSITION;
		case IS_DOUBLE:
			return whole_position(Z_TYPE_P(value) == IS_DOUBLE ? Z_DVAL_P(value) : number);
		default:
			return ACO_ASSET_NO_POSITION;
	}
}

/* `known` has the numbers of the rows once there are many. */
static aco_asset_row *find_row(aco_asset *asset, HashTable *known, zend_string *sku)
{
	zval *number;

	if (asset->row_count > ROWS_COMPARED) {
		number = zend_hash_find(known, sku);
		return number ? &asset->rows[Z_LVAL_P(number)] : NULL;
	}

	for (size_t i = 0; i < asset->row_count; i++) {
		if (zend_string_equals(asset->rows[i].sku, sku)) {
			return &asset->rows[i];
		}
	}

	return NULL;
}

static void note_rows(const aco_asset *asset, HashTable *known, size_t first)
{
	for (size_t i = first; i < asset->row_count; i++) {
		zval number;

		ZVAL_LONG(&number, (zend_long) i);
		zend_hash_add_new(known, asset->rows[i].sku, &number);
	}
}

/* A repeated SKU adds its roles to the first row. Takes over the reference of `sku`. */
static aco_asset_row *take_row(aco_asset *asset, HashTable *known, zend_string *sku, zend_long position)
{
	aco_asset_row *row = find_row(asset, known, sku);

	if (row) {
		zend_string_release(sku);
		return row;
	}

	row = &asset->rows[asset->row_count++];
	row->sku = sku;
	row->roles = NULL;
	row->position = position;

	if (asset->row_count == ROWS_COMPARED + 1) {
		note_rows(asset, known, 0);
	} else if (asset->row_count > ROWS_COMPARED) {
		note_rows(asset, known, asset->row_count - 1);
	}

	return row;
}

static bool is_blank_text(aco_text text)
{
	trim(&text);
	return text.length == 0;
}

static bool read_rows(aco_mapping *mapping, HashTable *metadata, const aco_map_path *path,
	const aco_asset_options *options, aco_asset *asset)
{
	const aco_map_path skus_path = {path, ZSTR_VAL(options->metadata_field), 0};
	const aco_map_path roles_path = {path, aco_map_name(ACO_KEY_assetRoles), 0};
	zval *field = zend_symtable_find(metadata, options->metadata_field);
	zval *position_values = aco_map_get(metadata, ACO_KEY_assetPositions);
	values skus, roles, positions;
	HashTable known;
	size_t count;
	bool read = true;

	values_start(&skus, field ? aco_map_plain(field) : NULL);
	count = values_count(&skus);
	if (!check_count(mapping, &skus_path, count, ACO_ASSET_SKUS_MAX)) {
		return false;
	}
	if (!position_values && options->legacy_names) {
		position_values = aco_map_get(metadata, ACO_KEY_assetPosition);
	}

	values_start(&roles, aco_map_get(metadata, ACO_KEY_assetRoles));
	values_start(&positions, position_values);
	asset->rows = count ? safe_emalloc(count, sizeof(*asset->rows), 0) : NULL;
	zend_hash_init(&known, 0, NULL, NULL, false);

	for (size_t i = 0; i < count && read; i++) {
		const aco_map_path sku_path = {&skus_path, NULL, i};
		zval *sku = values_next(&skus), *role = values_next(&roles), *position = values_next(&positions);
		aco_text text;

		if (!sku) {
			continue;
		}
		if (!(read = aco_map_text(mapping, sku, &sku_path, &text)) || is_blank_text(text)) {
			continue;
		}

		if ((read = check_name(mapping, &sku_path, &text))) {
			aco_asset_row *row = take_row(asset, &known, text_string(&text, sku), read_position(position));

			read = read_roles(mapping, role, ACO_PATH_INDEX(&roles_path, i), options->legacy_names, row);
		}
	}

	zend_hash_destroy(&known);
	return read;
}

/* Valid UTF-8 of at most the documented length. */
static zend_string *read_alt_text(aco_mapping *mapping, zval *value, const aco_map_path *path)
{
	const unsigned char *bytes;
	char reason[ACO_MAP_REASON_SIZE];
	smart_str mended = {0};
	size_t characters = 0, copied = 0;
	aco_text text;

	if (!aco_map_text(mapping, value, path, &text)) {
		return NULL;
	}

	bytes = (const unsigned char *) text.bytes;

	for (size_t i = 0; i < text.length; characters++) {
		size_t sequence = 1, bad;

		if (characters == ACO_ASSET_ALT_TEXT_MAX) {
			smart_str_free(&mended);
			snprintf(reason, sizeof(reason), "has more than %d characters", ACO_ASSET_ALT_TEXT_MAX);
			aco_map_fail(mapping, path, reason);

			return NULL;
		}

		if (bytes[i] >= 0x80 && !(sequence = aco_utf8_sequence(bytes + i, text.length - i, &bad))) {
			smart_str_appendl(&mended, text.bytes + copied, i - copied);
			smart_str_appendl(&mended, REPLACEMENT, strlen(REPLACEMENT));
			sequence = bad;
			copied = i + bad;
		}

		i += sequence;
	}

	if (!mended.s) {
		return text_string(&text, value);
	}

	smart_str_appendl(&mended, text.bytes + copied, text.length - copied);
	smart_str_0(&mended);
	return mended.s;
}

/* Codes are unique without regard to case, as the form of the metadata package has it; the first counts. */
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
	values codes, texts;
	HashTable known;
	size_t count;
	bool read = true;

	values_start(&codes, aco_map_get(metadata, ACO_KEY_altTextStoreViews));
	values_start(&texts, aco_map_get(metadata, ACO_KEY_altTextValues));
	count = values_count(&codes);
	if (!check_count(mapping, &codes_path, count, ACO_ASSET_ALT_TEXTS_MAX)) {
		return false;
	}

	asset->alt_texts = count ? safe_emalloc(count, sizeof(*asset->alt_texts), 0) : NULL;
	zend_hash_init(&known, 0, NULL, NULL, false);

	for (size_t i = 0; i < count && read; i++) {
		const aco_map_path code_path = {&codes_path, NULL, i};
		zval *code = values_next(&codes), *value = values_next(&texts);
		zend_string *string;
		aco_text text;

		if (!code || !(read = aco_map_text(mapping, code, &code_path, &text))) {
			continue;
		}

		trim(&text);
		if (text.length == 0 || !value || !(read = check_name(mapping, &code_path, &text))
				|| !is_new_code(&known, &text)) {
			continue;
		}

		if (!(string = read_alt_text(mapping, value, ACO_PATH_INDEX(&texts_path, i)))) {
			read = false;
		} else if (ZSTR_LEN(string) == 0) {
			zend_string_release(string);
		} else {
			asset->alt_texts[asset->alt_text_count++] = (aco_asset_alt_text) {text_string(&text, code), string};
		}
	}

	zend_hash_destroy(&known);
	return read;
}

/* A MIME type is ASCII; any other value means unknown. */
static void read_format(HashTable *metadata, HashTable *repository, aco_asset *asset)
{
	zval *value = single_value(aco_map_get(metadata, ACO_KEY_assetFormat));

	if (!value && repository) {
		value = single_value(aco_map_get(repository, ACO_KEY_assetFormat));
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

	if (!aco_map_text_required(mapping, item, ACO_KEY_assetId, NULL, &text) || !check_name(mapping, &path, &text)) {
		return false;
	}
	asset->id = text_string(&text, value);
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
		if (!read_rows(mapping, metadata, &path, options, asset)) {
			return false;
		}

		if (asset->row_count == 0) {
			asset->reason = "no_sku";
			return true;
		}
	}

	/* Commerce has no alternative texts for videos. */
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
