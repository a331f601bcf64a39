/* SPDX-License-Identifier: MIT */
/* Maps the metadata of an asset to assignments: the products that show it, in which roles and at which position. */
#ifndef ACO_MAP_ASSETS_H
#define ACO_MAP_ASSETS_H

#include "src/map/map.h"

/* Of an asset id, a SKU, a role or a store view code, in bytes. */
#define ACO_ASSET_NAME_MAX 255
#define ACO_ASSET_SKUS_MAX 100000
/* Of one product. */
#define ACO_ASSET_ROLES_MAX 64
#define ACO_ASSET_ALT_TEXTS_MAX 1000
/* In characters, as Adobe documents it. */
#define ACO_ASSET_ALT_TEXT_MAX 255
/* The highest position that fits into Commerce's column. */
#define ACO_ASSET_POSITION_MAX 2147483647
#define ACO_ASSET_NO_POSITION (-1)

typedef struct aco_asset_options {
	/* The property that holds the SKUs; NULL: the rows come from elsewhere, and an asset only has to be approved. */
	zend_string *metadata_field;
	/* Also accept the names that the metadata package wrote before July 2024. */
	bool legacy_names;
} aco_asset_options;

typedef struct aco_asset_row {
	zend_string *sku;
	/* A list of strings; NULL if there is none. */
	HashTable *roles;
	zend_long position;
} aco_asset_row;

typedef struct aco_asset_alt_text {
	zend_string *store_code;
	zend_string *value;
} aco_asset_alt_text;

/* Owns all that it points to. Only eligible assets have rows and alternative texts. */
typedef struct aco_asset {
	zend_string *id;
	/* Why the asset is not eligible: not_commerce, not_approved or no_sku; "" if it is. */
	const char *reason;
	bool video;
	/* MIME type; NULL when unknown. */
	zend_string *format;
	aco_asset_row *rows;
	size_t row_count;
	aco_asset_alt_text *alt_texts;
	size_t alt_text_count;
} aco_asset;

/* Whether a name has 1 to ACO_ASSET_NAME_MAX bytes of UTF-8 without control characters. */
bool aco_map_is_asset_name(const char *text, size_t length);

/* False with field and reason in the mapping. The caller frees the asset, whatever is returned. */
bool aco_map_read_asset(aco_mapping *mapping, HashTable *item, const aco_asset_options *options, aco_asset *asset);
void aco_map_free_asset(aco_asset *asset);

#endif
