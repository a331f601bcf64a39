/* SPDX-License-Identifier: MIT */
/* What the files that map assets share. */
#ifndef ACO_MAP_ASSET_PARTS_H
#define ACO_MAP_ASSET_PARTS_H

#include "src/map/assets.h"
#include "src/map/value.h"

/* The values of a property; a scalar counts as a list of one. */
typedef struct aco_asset_values {
	HashTable *list;
	HashPosition at;
	zval *scalar;
} aco_asset_values;

void aco_map_asset_values_start(aco_asset_values *values, zval *value);
size_t aco_map_asset_values_count(const aco_asset_values *values);
/* The next value; NULL for null, and after the last one. */
zval *aco_map_asset_values_next(aco_asset_values *values);
/* The value of a property that should have one only; NULL for a list of several. */
zval *aco_map_asset_value(zval *value);

/* Removes surrounding blanks. */
void aco_map_trim_text(aco_text *text);
/* The string itself where the text is all of it, otherwise a copy of the text. */
zend_string *aco_map_text_string(const aco_text *text, const zval *value);
bool aco_map_check_asset_name(aco_mapping *mapping, const aco_map_path *path, const aco_text *text);
bool aco_map_check_asset_count(aco_mapping *mapping, const aco_map_path *path, size_t count, size_t most);

/* Reads the products of an asset from its metadata, which is at `path`. */
bool aco_map_read_asset_rows(aco_mapping *mapping, HashTable *metadata, const aco_map_path *path,
	const aco_asset_options *options, aco_asset *asset);

#endif
