/* SPDX-License-Identifier: MIT */
#include "src/php/reader/texts.h"

#define FIRST_BYTES 65536
#define FIRST_PLACES 64

void php_aco_texts_free(php_aco_texts *texts)
{
	if (texts->bytes) {
		efree(texts->bytes);
	}
	if (texts->places) {
		efree(texts->places);
	}
	*texts = (php_aco_texts) {0};
}

static void reserve_bytes(php_aco_texts *texts, size_t extra)
{
	size_t needed = texts->used + extra + 1 + PHP_ACO_TEXT_PADDING;

	if (needed > texts->capacity) {
		size_t capacity = MAX(MAX(needed, 2 * texts->capacity), FIRST_BYTES);

		texts->bytes = erealloc(texts->bytes, capacity);
		texts->capacity = capacity;
	}
}

static php_aco_text_place *next_place(php_aco_texts *texts)
{
	if (texts->count == texts->places_capacity) {
		uint32_t capacity = MAX(2 * texts->places_capacity, FIRST_PLACES);

		texts->places = safe_erealloc(texts->places, capacity, sizeof(*texts->places), 0);
		texts->places_capacity = capacity;
	}
	return &texts->places[texts->count];
}

void php_aco_texts_add(php_aco_texts *texts, const aco_split_text *text, zend_long number)
{
	php_aco_text_place *place = next_place(texts);

	reserve_bytes(texts, text ? text->length : 0);
	*place = (php_aco_text_place) {texts->used, text ? text->length : 0, number, !text};

	if (text) {
		memcpy(texts->bytes + texts->used, text->bytes, text->length);
		texts->used += text->length;
		texts->source_bytes += text->source_length;
	}

	texts->bytes[texts->used++] = '\0';
	texts->count++;
}
