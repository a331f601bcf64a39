#include "check.h"

#include "src/core/base/utf8.h"

/*
 * The reference knows validity only from the encoder below: a sequence is valid when encoding its
 * code point gives the same bytes.
 */
static size_t encode(uint32_t code, unsigned char *out)
{
	if (code < 0x80) {
		out[0] = (unsigned char) code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (unsigned char) (0xc0 | code >> 6);
		out[1] = (unsigned char) (0x80 | (code & 63));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (unsigned char) (0xe0 | code >> 12);
		out[1] = (unsigned char) (0x80 | (code >> 6 & 63));
		out[2] = (unsigned char) (0x80 | (code & 63));
		return 3;
	}
	out[0] = (unsigned char) (0xf0 | code >> 18);
	out[1] = (unsigned char) (0x80 | (code >> 12 & 63));
	out[2] = (unsigned char) (0x80 | (code >> 6 & 63));
	out[3] = (unsigned char) (0x80 | (code & 63));
	return 4;
}

static size_t wanted_length(unsigned char lead)
{
	return lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

static bool starts_character(unsigned char byte)
{
	return byte < 0x80 || wanted_length(byte) > 1;
}

/*
 * What json_encode() with JSON_INVALID_UTF8_SUBSTITUTE does: one replacement stands for the lead
 * and what follows it, as far as the lead announces, up to a byte that starts a character.
 */
static size_t reference(const unsigned char *text, size_t available, size_t *bad)
{
	static const unsigned char payload_mask[] = {0, 0, 0x1f, 0x0f, 0x07};
	size_t length = wanted_length(text[0]);
	unsigned char again[4];
	uint32_t code;

	if (length > 1 && available >= length) {
		code = text[0] & payload_mask[length];
		for (size_t i = 1; i < length; i++) {
			code = code << 6 | (text[i] & 63);
		}
		if (code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
				&& encode(code, again) == length && memcmp(again, text, length) == 0) {
			return length;
		}
	}
	*bad = 1;
	while (*bad < length && *bad < available && !starts_character(text[*bad])) {
		(*bad)++;
	}
	return 0;
}

static void compare(const unsigned char *bytes, size_t length)
{
	size_t bad = 0, expected_bad = 0;
	size_t sequence = aco_utf8_sequence(bytes, length, &bad), expected = reference(bytes, length, &expected_bad);

	if (sequence != expected || (expected == 0 && bad != expected_bad)) {
		fail_msg("%02x %02x %02x %02x (%zu bytes): length %zu, replaced %zu; expected %zu, %zu", bytes[0],
			length > 1 ? bytes[1] : 0, length > 2 ? bytes[2] : 0, length > 3 ? bytes[3] : 0, length, sequence, bad,
			expected, expected_bad);
	}
}

static void every_code_point_is_valid_but_surrogates(void **state)
{
	for (uint32_t code = 0x80; code <= 0x10ffff; code++) {
		unsigned char bytes[4];
		size_t length = encode(code, bytes), bad;

		assert_int_equal(aco_utf8_sequence(bytes, length, &bad), code >= 0xd800 && code <= 0xdfff ? 0 : length);
	}
}

static void table_of_sequences(void **state)
{
	static const struct {
		const char *bytes;
		size_t available;
		size_t length;
	} cases[] = {
		{"\xc2\x80", 2, 2},
		{"\xdf\xbf", 2, 2},
		{"\xe0\xa0\x80", 3, 3},
		{"\xed\x9f\xbf", 3, 3},
		{"\xee\x80\x80", 3, 3},
		{"\xef\xbf\xbf", 3, 3},
		{"\xf0\x90\x80\x80", 4, 4},
		{"\xf4\x8f\xbf\xbf", 4, 4},
		/* What follows does not matter. */
		{"\xc3\xa9\xff", 3, 2},
		{"\xe2\x82\xac\x80", 4, 3},
		/* Trail without lead, never used leads. */
		{"\x80", 1, 0},
		{"\xbf", 1, 0},
		{"\xc0\x80", 2, 0},
		{"\xc1\xbf", 2, 0},
		{"\xf5\x80\x80\x80", 4, 0},
		{"\xfe", 1, 0},
		{"\xff", 1, 0},
		/* Cut. */
		{"\xc3", 1, 0},
		{"\xe2\x82", 2, 0},
		{"\xe2", 1, 0},
		{"\xf0\x9f\x98", 3, 0},
		{"\xf0\x9f", 2, 0},
		{"\xf0", 1, 0},
		/* Overlong, surrogates, above the last code point. */
		{"\xe0\x80\xaf", 3, 0},
		{"\xe0\x9f\xbf", 3, 0},
		{"\xf0\x80\x80\xaf", 4, 0},
		{"\xf0\x8f\xbf\xbf", 4, 0},
		{"\xed\xa0\x80", 3, 0},
		{"\xed\xbf\xbf", 3, 0},
		{"\xf4\x90\x80\x80", 4, 0},
		/* A wrong byte inside. */
		{"\xc3\x28", 2, 0},
		{"\xe2\x28\xa1", 3, 0},
		{"\xe2\x82\x28", 3, 0},
		{"\xf0\x28\x8c\xbc", 4, 0},
		{"\xf0\x90\x28\xbc", 4, 0},
		{"\xf0\x9f\x98\x28", 4, 0},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *bytes = check_copy(cases[i].bytes, cases[i].available);
		size_t bad = 0, length = aco_utf8_sequence((unsigned char *) bytes, cases[i].available, &bad);

		assert_int_equal(length, cases[i].length);
		if (length == 0) {
			assert_in_range(bad, 1, cases[i].available);
		}
		compare((unsigned char *) bytes, cases[i].available);
		free(bytes);
	}
}

static void all_sequences_of_one_to_three_bytes(void **state)
{
	unsigned char bytes[3];

	for (unsigned first = 0x80; first < 256; first++) {
		bytes[0] = (unsigned char) first;
		compare(bytes, 1);
		for (unsigned second = 0; second < 256; second++) {
			bytes[1] = (unsigned char) second;
			compare(bytes, 2);
			for (unsigned third = 0; third < 256; third++) {
				bytes[2] = (unsigned char) third;
				compare(bytes, 3);
			}
		}
	}
}

static void sequences_of_four_bytes_at_all_borders(void **state)
{
	static const unsigned char borders[] = {0x00, 0x22, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2,
		0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff};
	unsigned char bytes[4];

	for (unsigned first = 0xe0; first < 256; first++) {
		for (size_t i = 0; i < COUNT(borders) * COUNT(borders) * COUNT(borders); i++) {
			bytes[0] = (unsigned char) first;
			bytes[1] = borders[i % COUNT(borders)];
			bytes[2] = borders[i / COUNT(borders) % COUNT(borders)];
			bytes[3] = borders[i / COUNT(borders) / COUNT(borders)];
			compare(bytes, 4);
		}
	}
}

static void excerpts_fit_and_stay_valid(void **state)
{
	static const struct {
		const char *text;
		size_t length;
		size_t size;
		const char *expected;
	} cases[] = {
		{TEXT("plain"), 16, "plain"},
		{TEXT("plain"), 5, "plai"},
		{TEXT("plain"), 1, ""},
		{TEXT(""), 8, ""},
		{TEXT("a\0b\nc\x7f" "d"), 16, "a b c d"},
		{TEXT("caf\xc3\xa9"), 6, "caf\xc3\xa9"},
		/* A character that does not fit is left out whole. */
		{TEXT("caf\xc3\xa9"), 5, "caf"},
		{TEXT("\xf0\x9f\x98\x80!"), 5, "\xf0\x9f\x98\x80"},
		{TEXT("\xf0\x9f\x98\x80!"), 4, ""},
		{TEXT("a\xff" "b\xc3"), 16, "a?b?"},
		/* CSI, NEL, an override of the direction, a line separator, a tag. */
		{TEXT("a\xc2\x9b" "31m\xc2\x85" "b\xe2\x80\xae" "c\xe2\x80\xa8" "d\xf3\xa0\x81\x81"), 16, "a 31m b?c d?"},
		{TEXT("\xe2\x80\xae!"), 2, "?"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *target = malloc(cases[i].size), *text = check_copy(cases[i].text, cases[i].length);

		assert_non_null(target);
		memset(target, 'x', cases[i].size);
		aco_utf8_excerpt(target, cases[i].size, text, cases[i].length);
		assert_string_equal(target, cases[i].expected);
		free(target);
		free(text);
	}
}

/* The code points that no message may hold, as Unicode groups them; written out apart from the table of the module. */
static bool is_wanted(uint32_t code)
{
	bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
	bool ends_line = code == 0x2028 || code == 0x2029;
	bool turns = code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e)
		|| (code >= 0x2066 && code <= 0x2069);
	bool hidden = code == 0x180e || code == 0x200b || code == 0xfeff || (code >= 0x2060 && code <= 0x2065)
		|| (code >= 0x206a && code <= 0x206f) || (code >= 0x1bca0 && code <= 0x1bca3)
		|| (code >= 0x1d173 && code <= 0x1d17a);
	bool special = (code >= 0xfff0 && code <= 0xfffb) || code == 0xfffe || code == 0xffff
		|| (code >= 0xe0000 && code <= 0xe007f);

	return !control && !ends_line && !turns && !hidden && !special;
}

static void every_code_point_is_shown_or_replaced(void **state)
{
	for (uint32_t code = 0; code <= 0x10ffff; code++) {
		char text[6] = "", shown[8], cleaned[6];
		size_t length = encode(code, (unsigned char *) text), cleaned_length = length;
		bool surrogate = code >= 0xd800 && code <= 0xdfff;
		char mark[] = {code < 0xa0 || code == 0x2028 || code == 0x2029 ? ' ' : '?', '\0'};

		assert_true(surrogate || aco_utf8_is_printable(code) == is_wanted(code));
		memcpy(cleaned, text, sizeof(text));
		aco_utf8_clean(cleaned, &cleaned_length);
		aco_utf8_excerpt(shown, sizeof(shown), text, length);
		assert_int_equal(cleaned_length, strlen(shown));
		assert_memory_equal(cleaned, shown, cleaned_length);
		if (surrogate) {
			assert_null(strpbrk(shown, text));
		} else {
			assert_string_equal(shown, is_wanted(code) ? text : mark);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point_is_valid_but_surrogates),
		cmocka_unit_test(table_of_sequences),
		cmocka_unit_test(all_sequences_of_one_to_three_bytes),
		cmocka_unit_test(sequences_of_four_bytes_at_all_borders),
		cmocka_unit_test(excerpts_fit_and_stay_valid),
		cmocka_unit_test(every_code_point_is_shown_or_replaced),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
