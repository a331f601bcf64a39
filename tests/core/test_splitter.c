#include "check.h"

#include "src/core/source/fingerprint.h"
#include "src/core/source/fingerprint_list.h"
#include "src/core/source/half_pairs.h"
#include "src/core/source/splitter.h"

/* The texts of a source that is read in blocks, as "1:text|2!|", and "=" with the result at the end. */
static void split_in(const char *bytes, size_t length, size_t block, aco_buf *texts)
{
	aco_splitter splitter = {0};
	aco_split_result result;
	aco_split_text text;
	size_t at = 0;
	char number[32];

	while (true) {
		result = aco_splitter_next(&splitter, &text);
		if (result == ACO_SPLIT_MORE) {
			size_t next = length - at < block ? length - at : block;

			aco_buf_append(&splitter.input, bytes + at, next);
			at += next;
			splitter.is_complete = next == 0;
			continue;
		}
		if (result != ACO_SPLIT_TEXT && result != ACO_SPLIT_TOO_LONG) {
			break;
		}

		snprintf(number, sizeof(number), "%d%c", (int) splitter.number, result == ACO_SPLIT_TEXT ? ':' : '!');
		aco_buf_append_text(texts, number);
		if (result == ACO_SPLIT_TEXT) {
			aco_buf_append(texts, text.bytes, text.length);
			assert_true(text.source_length >= text.length);
		}
		aco_buf_append_char(texts, '|');
	}

	snprintf(number, sizeof(number), "=%d", (int) result);
	aco_buf_append_text(texts, number);
	/* The end stays the end. */
	assert_int_equal(aco_splitter_next(&splitter, &text), result);
	aco_splitter_free(&splitter);
}

static void check_split(const char *bytes, size_t length, const char *expected, aco_split_result end)
{
	aco_buf whole = check_buf(expected);
	char number[32];

	snprintf(number, sizeof(number), "=%d", (int) end);
	aco_buf_append_text(&whole, number);

	for (size_t block = 1; block <= length + 1; block++) {
		aco_buf texts = ACO_BUF_INIT;

		split_in(bytes, length, block, &texts);
		check_bytes(texts.data, texts.length, whole.data, whole.length);
		aco_buf_free(&texts);
	}

	aco_buf_free(&whole);
}

static void lines(void **state)
{
	check_split(TEXT(""), "", ACO_SPLIT_END);
	check_split(TEXT("a"), "1:a|", ACO_SPLIT_END);
	check_split(TEXT("a\nb\n"), "1:a|2:b|", ACO_SPLIT_END);
	check_split(TEXT("\n \t\r\n a \r\n\n\0\v\nb b"), "3:a|6:b b|", ACO_SPLIT_END);
	check_split(TEXT("\xEF\xBB\xBF{}\n[1]\n"), "1:{}|2:[1]|", ACO_SPLIT_END);
	check_split(TEXT("\xEF\xBB"), "1:\xEF\xBB|", ACO_SPLIT_END);
	check_split(TEXT(" \n\n \t"), "", ACO_SPLIT_END);
}

static void arrays(void **state)
{
	check_split(TEXT("[]"), "", ACO_SPLIT_END);
	check_split(TEXT(" \r\n\t[ \n ] \n"), "", ACO_SPLIT_END);
	check_split(TEXT("\xEF\xBB\xBF[{\"a\":[1,{}]} ,\n 2,\"],\\\"\\\\\",[3,[]]]"),
		"1:{\"a\":[1,{}]}|2:2|3:\"],\\\"\\\\\"|4:[3,[]]|", ACO_SPLIT_END);
	check_split(TEXT("[1,,2,]"), "1:1|2:|3:2|4:|", ACO_SPLIT_END);
}

static void broken_arrays(void **state)
{
	check_split(TEXT("["), "", ACO_SPLIT_INCOMPLETE);
	check_split(TEXT("[1"), "", ACO_SPLIT_INCOMPLETE);
	check_split(TEXT("[1,"), "1:1|", ACO_SPLIT_INCOMPLETE);
	check_split(TEXT("[\"a\\"), "", ACO_SPLIT_INCOMPLETE);
	check_split(TEXT("[{\"a\":1}}]"), "", ACO_SPLIT_INCOMPLETE);
	check_split(TEXT("[1] x"), "1:1|", ACO_SPLIT_FOLLOWED);
	check_split(TEXT("[1]]"), "1:1|", ACO_SPLIT_FOLLOWED);
}

/* A source whose second text is `extra` bytes longer than may be. */
static void check_limit(const char *before, const char *after, int extra, const char *expected)
{
	aco_buf source = check_buf(before), texts = ACO_BUF_INIT;
	size_t length = (size_t) (ACO_SPLIT_MAX_BYTES + extra);

	assert_true(aco_buf_reserve(&source, length));
	memset(source.data + source.length, 'x', length);
	source.data[source.length] = source.data[source.length + length - 1] = '"';
	source.length += length;
	aco_buf_append_text(&source, after);
	split_in(source.data, source.length, 1 << 20, &texts);
	/* Without the long text itself. */
	texts.length = texts.length < strlen(expected) ? texts.length : strlen(expected);
	check_bytes(texts.data, texts.length, expected, strlen(expected));
	aco_buf_free(&source);
	aco_buf_free(&texts);
}

static void texts_that_are_too_long(void **state)
{
	check_limit("{}\n", "\n{}\n", 0, "1:{}|2:\"x");
	check_limit("{}\n", "\n{}\n", 1, "1:{}|2!|3:{}|=3");
	check_limit("[1,", ",3]", 0, "1:1|2:\"x");
	check_limit("[1,", ",3]", 1, "1:1|2!|3:3|=3");
	check_limit("{}\n", "", 40 << 20, "1:{}|2!|=3");
	check_limit("[1,", ",3]", 40 << 20, "1:1|2!|3:3|=3");
}

static void half_pairs(void **state)
{
	const char *const cases[][2] = {
		{"\\ud83d", "\\ufffd"}, {"\\uDc00 \\uD83D", "\\ufffd \\ufffd"}, {"\\ud83d\\ude00", "\\ud83d\\ude00"},
		{"\\\\ud83d", "\\\\ud83d"}, {"\\\\\\ud83d", "\\\\\\ufffd"}, {"\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00"},
		{"\\ude00\\ud83d", "\\ufffd\\ufffd"}, {"\\ud7ff\\ue000\\u0041", "\\ud7ff\\ue000\\u0041"}, {"\\ud83", "\\ud83"},
		{"\\ud83d\\ude0", "\\ufffd\\ude0"}, {"\\", "\\"}, {"a\\n\\ud9Ab\\uDFfF", "a\\n\\ud9Ab\\uDFfF"}, {"", ""},
		{"\\ud:3d", "\\ud:3d"}, {"\\ud@3d", "\\ud@3d"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t length = strlen(cases[i][0]);
		char *text = check_copy(cases[i][0], length);

		aco_replace_half_pairs(text, length);
		check_bytes(text, length, cases[i][1], length);
		free(text);
	}
}

static void fingerprints(void **state)
{
	aco_fingerprint_context one, other;
	char digest[ACO_SHA1_RAW], text[ACO_FINGERPRINT_LENGTH], again[ACO_FINGERPRINT_LENGTH];
	const aco_digest_job job = {"abc", 3, digest};

	memset(&one, 0, sizeof(one));
	aco_digest_sha1_many(&job, 1);
	aco_fingerprint_write(&one, digest, text);
	/* base64url of 000000, for the context, and 36 4706816a ba3e2571 7850c26c of the digest. */
	assert_memory_equal(text, "AAAANkcGgWq6PiVxeFDCbA", ACO_FINGERPRINT_LENGTH);

	aco_fingerprint_context_set(&one, TEXT("one"));
	aco_fingerprint_context_set(&other, TEXT("other"));
	aco_fingerprint_write(&one, digest, text);
	aco_fingerprint_write(&other, digest, again);
	assert_memory_not_equal(text, again, 4);
	aco_fingerprint_write(&one, digest, again);
	assert_memory_equal(text, again, ACO_FINGERPRINT_LENGTH);
}

static void fingerprint_lists(void **state)
{
	enum { COUNT_OF_ENTRIES = 1000 };
	static char text[COUNT_OF_ENTRIES * (ACO_FINGERPRINT_LENGTH + 1)];
	aco_fingerprint_list list;
	char unknown[] = "context-characters-xyz";

	for (unsigned i = 0; i < COUNT_OF_ENTRIES; i++) {
		snprintf(text + i * (ACO_FINGERPRINT_LENGTH + 1), sizeof(text) - i * (ACO_FINGERPRINT_LENGTH + 1),
			"same%018u,", i * 7919 % COUNT_OF_ENTRIES);
	}

	/* In the order of the list, backwards, and by steps. */
	assert_true(aco_fingerprint_list_init(&list, text, sizeof(text) - 1));
	assert_int_equal(list.count, COUNT_OF_ENTRIES);
	for (unsigned i = 0; i < 3 * COUNT_OF_ENTRIES; i++) {
		unsigned place = i < 1000 ? i : i < 2000 ? 1999 - i : i * 37 % COUNT_OF_ENTRIES;

		assert_int_equal(aco_fingerprint_list_find(&list, text + place * (ACO_FINGERPRINT_LENGTH + 1)), place);
	}
	assert_int_equal(aco_fingerprint_list_find(&list, unknown), ACO_FINGERPRINT_UNKNOWN);
	aco_fingerprint_list_free(&list);

	/* Entries without a fingerprint keep their numbers. */
	static const char mixed[] = ",hash,hash.context-characters-xyz,xcontext-characters-abc,context-characters-abc";
	assert_true(aco_fingerprint_list_init(&list, TEXT(mixed)));
	assert_int_equal(list.count, 5);
	assert_int_equal(aco_fingerprint_list_find(&list, unknown), 2);
	assert_int_equal(aco_fingerprint_list_find(&list, "context-characters-abc"), 4);
	aco_fingerprint_list_free(&list);

	assert_true(aco_fingerprint_list_init(&list, "", 0));
	assert_int_equal(list.count, 0);
	assert_int_equal(aco_fingerprint_list_find(&list, unknown), ACO_FINGERPRINT_UNKNOWN);
	aco_fingerprint_list_free(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),
		cmocka_unit_test(arrays),
		cmocka_unit_test(broken_arrays),
		cmocka_unit_test(texts_that_are_too_long),
		cmocka_unit_test(half_pairs),
		cmocka_unit_test(fingerprints),
		cmocka_unit_test(fingerprint_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
