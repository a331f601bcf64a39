/* SPDX-License-Identifier: MIT */
#include "src/php/assets/matcher_response.h"

#include "src/php/assets/classes.h"
#include "src/php/exceptions.h"

/* Throws for a response whose content cannot be used. */
static void php_aco_matcher_response_refuse(const php_aco_assets_matcher_response *response, aco_error *error)
{
	error->http_status = response->http_status;
	memcpy(error->request_id, response->request_id, sizeof(error->request_id));
	php_aco_throw_error(error);
}

/* False with an exception pending. */
static bool php_aco_matcher_response_check_name(const php_aco_assets_matcher_response *response, const char *text,
	size_t length, const char *what)
{
	char excerpt[64];
	aco_error error;

	if (aco_map_is_asset_name(text, length)) {
		return true;
	}
	aco_secrets_excerpt(response->secrets, excerpt, sizeof(excerpt), text, length);
	aco_error_set(&error, ACO_E_API, false,
		"the external matcher answers with a %s that cannot be one: \"%s\"; nothing was changed", what, excerpt);
	php_aco_matcher_response_refuse(response, &error);
	return false;
}

static bool php_aco_matcher_response_has_role(HashTable *roles, const char *text, size_t length)
{
	zval *role;

	ZEND_HASH_FOREACH_VAL(roles, role) {
		if (Z_STRLEN_P(role) == length && memcmp(Z_STRVAL_P(role), text, length) == 0) {
			return true;
		}
	} ZEND_HASH_FOREACH_END();
	return false;
}

/* Adds the roles of a match that are not in the list yet. False with an exception pending. */
static bool add_roles(const php_aco_assets_matcher_response *response, HashTable *roles, const aco_match *match)
{
	const char *text;
	size_t length;
	zval role;

	for (size_t i = 0; i < match->role_count; i++) {
		if (!aco_match_role(match, i, &text, &length) || php_aco_matcher_response_has_role(roles, text, length)) {
			continue;
		}

		if (zend_hash_num_elements(roles) == ACO_ASSET_ROLES_MAX) {
			aco_error error;

			aco_error_set(&error, ACO_E_API, false,
				"the external matcher answers with more than %d roles of one match; nothing was changed", ACO_ASSET_ROLES_MAX);
			php_aco_matcher_response_refuse(response, &error);
			return false;
		}

		if (!php_aco_matcher_response_check_name(response, text, length, "role")) {
			return false;
		}

		ZVAL_STRINGL(&role, text, length);
		zend_hash_next_index_insert_new(roles, &role);
	}

	return true;
}

/* The matches with each name once: the first match of a name decides the position, and all of them add roles. */
typedef struct entry {
	aco_match match;
	HashTable *roles;
} entry;

typedef struct entries {
	entry *list;
	size_t count;
} entries;

static void free_entries(entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		zend_array_release(entries->list[i].roles);
	}
	if (entries->list) {
		efree(entries->list);
	}
}

/* The entry of the name of a match; it is added when there is none. */
static entry *find_entry(entries *entries, HashTable *known, const aco_match *match)
{
	zval *index = zend_hash_str_find(known, match->name, match->name_length), number;

	if (index) {
		return &entries->list[Z_LVAL_P(index)];
	}
	ZVAL_LONG(&number, (zend_long) entries->count);
	zend_hash_str_add_new(known, match->name, match->name_length, &number);
	entries->list[entries->count] = (entry) {.match = *match, .roles = zend_new_array(0)};
	return &entries->list[entries->count++];
}

/* False with an exception pending. The caller frees the entries in either case. */
static bool read_entries(const php_aco_assets_matcher_response *response, entries *entries)
{
	const char *what = response->direction == ACO_MATCH_PRODUCTS ? "SKU" : "asset id";
	HashTable known;
	bool read = true;

	*entries = (struct entries) {0};
	if (response->matches.count == 0) {
		return true;
	}

	entries->list = safe_emalloc(response->matches.count, sizeof(entry), 0);
	zend_hash_init(&known, 0, NULL, NULL, false);

	for (size_t i = 0; read && i < response->matches.count; i++) {
		aco_match match;
		aco_error error;

		if (!aco_matches_get(&response->matches, i, &match, &error)) {
			php_aco_matcher_response_refuse(response, &error);
			read = false;
		} else {
			read = php_aco_matcher_response_check_name(response, match.name, match.name_length,
				what) && add_roles(response, find_entry(entries, &known, &match)->roles, &match);
		}
	}

	zend_hash_destroy(&known);
	return read;
}

static void add_rows(const entries *entries, aco_asset *asset)
{
	asset->rows = entries->count > 0 ? safe_emalloc(entries->count, sizeof(*asset->rows), 0) : NULL;
	for (; asset->row_count < entries->count; asset->row_count++) {
		const entry *entry = &entries->list[asset->row_count];

		GC_ADDREF(entry->roles);
		asset->rows[asset->row_count] = (aco_asset_row) {
			.sku = zend_string_init(entry->match.name, entry->match.name_length, false),
			.roles = entry->roles,
			.position = entry->match.position == ACO_MATCH_NO_POSITION ? ACO_ASSET_NO_POSITION
				: (zend_long) entry->match.position,
		};
	}
}

void php_aco_assets_matcher_make_asset(zval *target, const php_aco_assets_matcher_response *response, aco_asset *asset)
{
	entries entries;

	if (read_entries(response, &entries)) {
		aco_asset made;

		add_rows(&entries, asset);
		made = *asset;
		if (made.row_count == 0) {
			made.reason = "no_sku";
			made.alt_text_count = 0;
		}

		php_aco_assets_asset_make(target, &made);
	}

	free_entries(&entries);
}

static void add_medium(zval *media, const entry *entry)
{
	zval medium, value;

	array_init_size(&medium, 8);
	add_assoc_stringl(&medium, "assetId", entry->match.name, entry->match.name_length);
	add_assoc_bool(&medium, "video", entry->match.video);
	ZVAL_EMPTY_ARRAY(&value);
	add_assoc_zval(&medium, "altTexts", &value);
	GC_ADDREF(entry->roles);
	ZVAL_ARR(&value, entry->roles);
	add_assoc_zval(&medium, "roles", &value);

	if (entry->match.position == ACO_MATCH_NO_POSITION) {
		add_assoc_null(&medium, "position");
	} else {
		add_assoc_long(&medium, "position", (zend_long) entry->match.position);
	}

	add_next_index_zval(media, &medium);
}

void php_aco_assets_matcher_make_media(zval *target, const php_aco_assets_matcher_response *response)
{
	entries entries;

	if (read_entries(response, &entries)) {
		array_init_size(target, (uint32_t) entries.count);
		for (size_t i = 0; i < entries.count; i++) {
			add_medium(target, &entries.list[i]);
		}
	}
	free_entries(&entries);
}
