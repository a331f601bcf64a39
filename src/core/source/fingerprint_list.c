/* SPDX-License-Identifier: MIT */
#include "src/core/source/fingerprint_list.h"

#include <stdlib.h>
#include <string.h>

/* A table is at most half full. */
#define SLOTS_AN_ENTRY 2
#define SMALLEST_TABLE 16

static uint32_t entries_of(const char *text, size_t length)
{
	const char *end = text + length, *comma = text;
	uint32_t count = 1;

	if (length == 0) {
		return 0;
	}

	while ((comma = memchr(comma, ',', (size_t) (end - comma)))) {
		comma++;
		count++;
	}
	return count;
}

static const char *fingerprint_of(const char *entry, size_t length)
{
	size_t before = length - ACO_FINGERPRINT_LENGTH;

	if (length < ACO_FINGERPRINT_LENGTH || (before > 0 && entry[before - 1] != '.')) {
		return NULL;
	}
	return entry + before;
}

bool aco_fingerprint_list_init(aco_fingerprint_list *list, const char *text, size_t length)
{
	const char *entry = text, *end = text + length;

	*list = (aco_fingerprint_list) {0};
	if (length / 2 >= UINT32_MAX / (SLOTS_AN_ENTRY * 2)) {
		return false;
	}

	list->count = entries_of(text, length);
	list->entries = malloc((list->count + 1) * sizeof(*list->entries));
	if (!list->entries) {
		return false;
	}

	for (uint32_t i = 0; i < list->count; i++) {
		const char *comma = memchr(entry, ',', (size_t) (end - entry));
		size_t size = (size_t) ((comma ? comma : end) - entry);

		list->entries[i] = fingerprint_of(entry, size);
		entry += size + 1;
	}

	return true;
}

void aco_fingerprint_list_free(aco_fingerprint_list *list)
{
	free(list->entries);
	free(list->slots);
	*list = (aco_fingerprint_list) {0};
}

static bool equals(const char *entry, const char *fingerprint)
{
	return entry && memcmp(entry, fingerprint, ACO_FINGERPRINT_LENGTH) == 0;
}

/* The characters behind those of the context are as good as random. */
static uint32_t slot_of(const aco_fingerprint_list *list, const char *fingerprint)
{
	uint64_t digits;

	memcpy(&digits, fingerprint + ACO_FINGERPRINT_LENGTH - sizeof(digits) - 1, sizeof(digits));

	return (uint32_t) (digits * UINT64_C(0x9E3779B97F4A7C15) >> 32) & list->mask;
}

static bool make_table(aco_fingerprint_list *list)
{
	uint32_t size = SMALLEST_TABLE;

	while (size < SLOTS_AN_ENTRY * list->count) {
		size *= 2;
	}

	list->slots = calloc(size, sizeof(*list->slots));
	if (!list->slots) {
		return false;
	}

	list->mask = size - 1;
	for (uint32_t i = 0; i < list->count; i++) {
		if (list->entries[i]) {
			uint32_t slot = slot_of(list, list->entries[i]);

			while (list->slots[slot]) {
				slot = (slot + 1) & list->mask;
			}
			list->slots[slot] = i + 1;
		}
	}

	return true;
}

uint32_t aco_fingerprint_list_find(aco_fingerprint_list *list, const char *fingerprint)
{
	if (list->next < list->count && equals(list->entries[list->next], fingerprint)) {
		return list->next++;
	}

	if (!list->slots && !make_table(list)) {
		return ACO_FINGERPRINT_UNKNOWN;
	}

	for (uint32_t slot = slot_of(list, fingerprint); list->slots[slot]; slot = (slot + 1) & list->mask) {
		uint32_t position = list->slots[slot] - 1;

		if (equals(list->entries[position], fingerprint)) {
			list->next = position + 1;
			return position;
		}
	}

	return ACO_FINGERPRINT_UNKNOWN;
}
