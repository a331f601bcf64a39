/* SPDX-License-Identifier: MIT */
/* The optionsV2 of a product: which are used, in canonical order. */
#ifndef ACO_MAP_PRODUCT_OPTIONS_H
#define ACO_MAP_PRODUCT_OPTIONS_H

#include "src/map/rows.h"

/* True in `*disabled` for a composite of `type` that has no children to offer. */
bool aco_map_composite_disabled(aco_mapping *mapping, HashTable *item, const aco_text *type, bool *disabled);
/* The members "configurations" and "bundles", left out when empty. */
bool aco_map_configurations(aco_mapping *mapping, HashTable *item);
bool aco_map_bundles(aco_mapping *mapping, HashTable *item);

#endif
