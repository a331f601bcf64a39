/* SPDX-License-Identifier: MIT */
#include "src/map/known_keys.h"

/* A power of two, several times the number of names, so that few share a slot. */
#define SLOTS 1024

_Static_assert(ACO_KEY_COUNT * 4 <= SLOTS, "the table of known keys is too full");

static zend_string *slots[SLOTS];

/* Cheaper than a hash of the whole text; what it has in common with others is compared anyway. */
static zend_always_inline uint32_t slot_of(const char *text, size_t length)
{
	uint32_t mixed = (uint32_t) (unsigned char) text[0] | (uint32_t) (unsigned char) text[length / 2] << 8
		| (uint32_t) (unsigned char) text[length - 1] << 16 | (uint32_t) (length & 0xff) << 24;

	return mixed * UINT32_C(0x9e3779b1) >> 22;
}

void aco_map_known_keys_init(void)
{
	_Static_assert(SLOTS == 1 << (32 - 22), "the slot is the upper bits");

	for (size_t i = 0; i < ACO_KEY_COUNT; i++) {
		size_t length = aco_map_key_names[i].length;
		uint32_t slot = slot_of(aco_map_key_names[i].text, length);

		while (slots[slot]) {
			slot = (slot + 1) % SLOTS;
		}

		slots[slot] = zend_string_init_interned(aco_map_key_names[i].text, length, true);
		zend_string_hash_val(slots[slot]);
	}
}

zend_string *aco_map_known_key(const char *text, size_t length)
{
	uint32_t slot;

	if (UNEXPECTED(length == 0)) {
		return NULL;
	}

	for (slot = slot_of(text, length); slots[slot]; slot = (slot + 1) % SLOTS) {
		if (ZSTR_LEN(slots[slot]) == length && memcmp(ZSTR_VAL(slots[slot]), text, length) == 0) {
			return slots[slot];
		}
	}

	return NULL;
}
