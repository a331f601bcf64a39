/* SPDX-License-Identifier: MIT */
/* The names that are looked up as interned strings, found by their text. */
#ifndef ACO_MAP_KNOWN_KEYS_H
#define ACO_MAP_KNOWN_KEYS_H

#include "src/map/keys.h"

/* Called once, when the module starts. */
void aco_map_known_keys_init(void);
/* With its hash; NULL for a name that no mapping looks up. */
zend_string *aco_map_known_key(const char *text, size_t length);

#endif
