/* SPDX-License-Identifier: MIT */
/* Asset metadata to assignments: which products show an asset, in which roles and at which position. */
#ifndef ACO_MAP_ASSETS_H
#define ACO_MAP_ASSETS_H

#include "src/map/map.h"

/* Bytes of an asset id, a SKU, a role, a store view code. */
#define ACO_ASSET_NAME_MAX 255
#define ACO_ASSET_SKUS_MAX 100000
/* Of one SKU. */
#define ACO_ASSET_ROLES_MAX 64
#define ACO_ASSET_ALT_TEXTS_MAX 1000
/* Characters, as documented. */
#define ACO_ASSET_ALT_TEXT_MAX 255
/* The highest position Commerce's column takes. */
#define ACO_ASSET_POSITION_MAX 2147483647
#define ACO_ASSET_NO_POSITION (-1)

typedef struct aco_asset_options {
	/* The property that holds the SKUs; NULL: rows come from elsewhere, and only the approval counts. */
	zend_string *metadata_field;
	/* Also takes what the metadata package wrote before July 2024. */
	bool legacy_names;
} aco_asset_options;

typedef struct aco_asset_row {
	zend_string *sku;
	/* List of strings; NULL: none. */
	HashTable *roles;
	zend_long position;
} aco_asset_row;

typedef struct aco_asset_alt_text {
	zend_string *store_code;
	zend_string *value;
} aco_asset_alt_text;

/* Rows and texts are there for eligible assets only. */
typedef struct aco_asset {
	zend_string *id;
	/* "" when eligible, else not_commerce, not_approved or no_sku. */
	const char *reason;
	bool video;
	/* MIME type; NULL when unknown. */
	zend_string *format;
	aco_asset_row *rows;
	size_t row_count;
	aco_asset_alt_text *alt_texts;
	size_t alt_text_count;
} aco_asset;

/* 1 to ACO_ASSET_NAME_MAX bytes of UTF-8 without control characters. */
bool aco_map_is_asset_name(const char *text, size_t length);

/* Free `asset` whatever it returns; false: `mapping` has field and reason. */
bool aco_map_read_asset(aco_mapping *mapping, HashTable *item, const aco_asset_options *options, aco_asset *asset);
void aco_map_free_asset(aco_asset *asset);

#endif
