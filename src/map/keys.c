/* SPDX-License-Identifier: MIT */
#include "src/map/keys.h"

zend_ulong aco_map_key_hashes[ACO_KEY_COUNT];

void aco_map_keys_init(void)
{
	for (size_t i = 0; i < ACO_KEY_COUNT; i++) {
		aco_map_key_hashes[i] = zend_hash_func(aco_map_key_names[i].text, aco_map_key_names[i].length);
	}
}
