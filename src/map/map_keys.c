#include "map_keys.h"

zend_string *aco_map_key_strings[ACO_KEY_COUNT];

void aco_map_keys_init(void)
{
#define KEY(name) aco_map_key_strings[ACO_KEY_##name] = zend_string_init_interned(#name, sizeof(#name) - 1, true);
	ACO_MAP_KEYS(KEY)
#undef KEY
}
