/* SPDX-License-Identifier: MIT */
/* The optionsV2 of a product, in canonical order. */
#ifndef ACO_MAP_PRODUCT_OPTIONS_H
#define ACO_MAP_PRODUCT_OPTIONS_H

#include "src/map/rows.h"

/* `*disabled`: a composite product of this type has nothing to choose, and so cannot be bought. */
bool aco_map_composite_disabled(aco_mapping *mapping, HashTable *item, const aco_text *type, bool *disabled);
/* Write the members "configurations" and "bundles", unless they are empty. */
bool aco_map_configurations(aco_mapping *mapping, HashTable *item);
bool aco_map_bundles(aco_mapping *mapping, HashTable *item);

#endif
