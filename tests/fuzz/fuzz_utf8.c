/* The input is text: each of its sequences is looked at, and excerpts of all sizes are taken. */
#include "reference_utf8.h"

#include "src/core/base/utf8.h"

static void check_sequences(const char *text, size_t length)
{
	for (size_t at = 0; at < length; at++) {
		const uint8_t *bytes = (const uint8_t *) text + at;
		size_t bad = 0, expected_bad = 0;

		if (bytes[0] >= 0x80) {
			size_t sequence = aco_utf8_sequence(bytes, length - at, &bad);

			REQUIRE(sequence == reference_character(bytes, length - at, &expected_bad));
			REQUIRE(sequence != 0 || bad == expected_bad);
		}
	}
}

static void check_excerpt(const char *text, size_t length, size_t size)
{
	char *target = malloc(size);

	REQUIRE(target);
	aco_utf8_excerpt(target, size, text, length);
	REQUIRE(strlen(target) < size);
	REQUIRE(reference_is_readable(target));
	free(target);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size ? size : 1);

	REQUIRE(text);
	memcpy(text, data, size);
	check_sequences(text, size);
	for (size_t room = 1; room <= size + 1; room += 1 + room / 8) {
		check_excerpt(text, size, room);
	}
	free(text);
	return 0;
}
