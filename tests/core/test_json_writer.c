#include "check.h"

#include "src/core/base/json_writer.h"
#include "src/core/base/utf8.h"

#include <json-c/json.h>

/* The writer a second time, as it is on processors without wide registers. */
#undef ACO_BLOCKS
#define aco_json_close_string plain_json_close_string
#define aco_json_int plain_json_int
#define aco_json_double plain_json_double
#include "src/core/base/json_writer.c"
#undef aco_json_close_string
#undef aco_json_int
#undef aco_json_double

static void plain_json_string(aco_json *json, const char *text, size_t length)
{
	aco_json_literal(json, "\"");
	plain_json_close_string(json, text, length);
}

/* Allocations until one fails; negative: none does. */
static long allocations_left = -1;

void *__real_realloc(void *memory, size_t size);
void *__wrap_realloc(void *memory, size_t size);

void *__wrap_realloc(void *memory, size_t size)
{
	if (allocations_left == 0) {
		return NULL;
	}
	allocations_left -= allocations_left > 0;
	return __real_realloc(memory, size);
}

/* One byte at a time, in the plainest way. Returns how many sequences were replaced. */
static size_t reference_string(aco_buf *out, const char *text, size_t length)
{
	size_t replaced = 0;

	aco_buf_append_char(out, '"');
	for (size_t at = 0; at < length;) {
		unsigned char byte = (unsigned char) text[at];
		size_t bad, sequence;
		char escape[8];

		if (byte >= 0x80) {
			sequence = aco_utf8_sequence((const unsigned char *) text + at, length - at, &bad);
			if (sequence > 0) {
				aco_buf_append(out, text + at, sequence);
				at += sequence;
			} else {
				aco_buf_append_literal(out, "\xef\xbf\xbd");
				at += bad;
				replaced++;
			}
			continue;
		}
		at++;
		switch (byte) {
			case '"': aco_buf_append_literal(out, "\\\""); break;
			case '\\': aco_buf_append_literal(out, "\\\\"); break;
			case '\b': aco_buf_append_literal(out, "\\b"); break;
			case '\f': aco_buf_append_literal(out, "\\f"); break;
			case '\n': aco_buf_append_literal(out, "\\n"); break;
			case '\r': aco_buf_append_literal(out, "\\r"); break;
			case '\t': aco_buf_append_literal(out, "\\t"); break;
			default:
				if (byte < 0x20) {
					snprintf(escape, sizeof(escape), "\\u%04x", byte);
					aco_buf_append(out, escape, strlen(escape));
				} else {
					aco_buf_append_char(out, (char) byte);
				}
		}
	}

	aco_buf_append_char(out, '"');

	return replaced;
}

/* Both writers against the reference. The text is copied, so that reading past it is seen. */
static void check_string(const char *text, size_t length)
{
	char *copy = check_copy(text, length);
	aco_buf expected = ACO_BUF_INIT;
	aco_json wide = {ACO_BUF_INIT, 0}, plain = {ACO_BUF_INIT, 0}, padded = {ACO_BUF_INIT, 0};
	size_t replaced = reference_string(&expected, copy, length), words = (length / 8 + 1) * 8;
	char *in_words = malloc(words);

	assert_non_null(in_words);
	memset(in_words, '"', words);
	memcpy(in_words, copy, length);
	in_words[length] = '\0';

	aco_json_string(&wide, copy, length);
	plain_json_string(&plain, copy, length);
	assert_int_equal(aco_json_append_string(&padded, "\"", in_words, length), replaced == 0);
	check_bytes(padded.buf.data, padded.buf.length, expected.data, expected.length);
	check_bytes(wide.buf.data, wide.buf.length, expected.data, expected.length);
	check_bytes(plain.buf.data, plain.buf.length, expected.data, expected.length);
	assert_int_equal(wide.replaced, replaced);
	assert_int_equal(padded.replaced, replaced);
	assert_int_equal(plain.replaced, replaced);
	aco_buf_free(&wide.buf);
	aco_buf_free(&plain.buf);
	aco_buf_free(&padded.buf);
	aco_buf_free(&expected);
	free(in_words);
	free(copy);
}

/* What json-c reads from a written string; valid UTF-8 only. */
static void check_read_back(const char *text, size_t length)
{
	aco_json json = {ACO_BUF_INIT, 0};
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *value;

	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	aco_json_begin_array(&json);
	aco_json_string(&json, text, length);
	aco_json_end_array(&json);
	value = json_tokener_parse_ex(tokener, json.buf.data, (int) json.buf.length);
	assert_int_equal(json_tokener_get_error(tokener), json_tokener_success);
	assert_int_equal(json_object_array_length(value), 1);
	check_bytes(json_object_get_string(json_object_array_get_idx(value, 0)),
		(size_t) json_object_get_string_len(json_object_array_get_idx(value, 0)), text, length);
	json_object_put(value);
	json_tokener_free(tokener);
	aco_buf_free(&json.buf);
}

static void every_byte_alone_and_between_others(void **state)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		char text[3] = {'a', (char) byte, 'b'};

		check_string(text + 1, 1);
		check_string(text, 2);
		check_string(text + 1, 2);
		check_string(text, 3);
	}
}

static void special_bytes_at_every_place_of_every_length(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		bool valid;
	} specials[] = {
		{TEXT("\""), true},
		{TEXT("\\"), true},
		{TEXT("\n"), true},
		{TEXT("\0"), true},
		{TEXT("\x1f"), true},
		{TEXT("\x7f"), true},
		{TEXT("/"), true},
		{TEXT(" "), true},
		{TEXT("!"), true},
		{TEXT("#"), true},
		{TEXT("["), true},
		{TEXT("]"), true},
		{TEXT("\xc3\xa9"), true},
		{TEXT("\xe2\x82\xac"), true},
		{TEXT("\xf0\x9f\x98\x80"), true},
		{TEXT("\xff"), false},
		{TEXT("\xe2\x82"), false},
		{TEXT("\xf0\x9f\x98"), false},
		{TEXT("\xc3"), false},
	};

	char text[256];

	for (size_t length = 0; length <= 200; length++) {
		for (size_t special = 0; special < COUNT(specials); special++) {
			for (size_t at = 0; at + specials[special].length <= length; at++) {
				memset(text, 'a', length);
				memcpy(text + at, specials[special].bytes, specials[special].length);
				check_string(text, length);
				if (specials[special].valid && length % 8 < 2) {
					check_read_back(text, length);
				}
			}
		}
	}
}

static void sequences_across_the_borders_of_pieces(void **state)
{
	static const char *const fills[] = {"a", "\x01", "\"", "\xff", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
	static const size_t borders[] = {4096, 8192};
	char *text = malloc(3 * 4096);

	assert_non_null(text);
	for (size_t fill = 0; fill < COUNT(fills); fill++) {
		size_t width = strlen(fills[fill]);

		for (size_t border = 0; border < COUNT(borders); border++) {
			for (size_t length = borders[border] - 20; length <= borders[border] + 40; length++) {
				for (size_t shift = 0; shift < width; shift++) {
					memset(text, 'x', shift);
					for (size_t at = shift; at < length; at++) {
						text[at] = fills[fill][(at - shift) % width];
					}
					check_string(text, length);
				}
			}
		}
	}
	free(text);
}

static void random_strings_are_read_back_by_json_c(void **state)
{
	static const char *const parts[] = {"a", "b", "0", " ", "/", "\"", "\\", "\n", "\t", "\x01", "\x1f", "\x7f",
		"\xc2\x80", "\xc3\xa9", "\xe2\x80\xa8", "\xed\x9f\xbf", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"};
	uint64_t seed = 6;

	for (size_t i = 0; i < 20000; i++) {
		aco_buf text = ACO_BUF_INIT;
		size_t count = check_random(&seed) % (i % 100 == 0 ? 6000 : 80);
		/* Mostly plain or mostly special. */
		size_t kinds = check_random(&seed) % 2 ? 5 : COUNT(parts);

		for (size_t part = 0; part < count; part++) {
			const char *bytes = parts[check_random(&seed) % (check_random(&seed) % 8 ? kinds : COUNT(parts))];
			aco_buf_append(&text, bytes, strlen(bytes));
		}
		if (check_random(&seed) % 4 == 0) {
			aco_buf_append_char(&text, '\0');
		}
		check_string(text.data ? text.data : "", text.length);
		check_read_back(text.data ? text.data : "", text.length);
		aco_buf_free(&text);
	}
}

static void random_bytes_are_replaced_alike(void **state)
{
	uint64_t seed = 7;
	char text[300];

	for (size_t i = 0; i < 20000; i++) {
		size_t length = check_random(&seed) % sizeof(text);

		for (size_t at = 0; at < length; at++) {
			text[at] = (char) (check_random(&seed) >> 56);
		}
		check_string(text, length);
	}
}

static void slashes_and_other_scripts_stay(void **state)
{
	aco_json json = {ACO_BUF_INIT, 0};

	aco_json_string(&json, TEXT("a/b </p> caf\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x98\x80"));
	check_bytes(json.buf.data, json.buf.length, TEXT("\"a/b </p> caf\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x98\x80\""));
	aco_buf_free(&json.buf);
}

static void commas_are_set_between_members_and_elements(void **state)
{
	aco_json json = {ACO_BUF_INIT, 0};

	aco_json_begin_object(&json);
	aco_json_key(&json, "a");
	aco_json_begin_array(&json);
	aco_json_end_array(&json);
	aco_json_key(&json, "b");
	aco_json_begin_object(&json);
	aco_json_end_object(&json);
	aco_json_key(&json, "c");
	aco_json_begin_array(&json);
	aco_json_int(&json, -1);
	aco_json_double(&json, 2.5);
	aco_json_bool(&json, true);
	aco_json_bool(&json, false);
	aco_json_null(&json);

	/* Strings that end like something after which no comma comes. */
	aco_json_string(&json, TEXT("["));
	aco_json_string(&json, TEXT("{"));
	aco_json_string(&json, TEXT(":"));
	aco_json_string(&json, TEXT(","));
	aco_json_string(&json, TEXT(""));
	aco_json_begin_object(&json);
	aco_json_key(&json, "d");
	aco_json_null(&json);
	aco_json_end_object(&json);
	aco_json_begin_array(&json);
	aco_json_raw(&json, TEXT("[1,2]"));
	aco_json_end_array(&json);
	aco_json_end_array(&json);
	aco_json_end_object(&json);
	check_bytes(json.buf.data, json.buf.length,
		TEXT("{\"a\":[],\"b\":{},\"c\":[-1,2.5,true,false,null,\"[\",\"{\",\":\",\",\",\"\",{\"d\":null},[[1,2]]]}"));
	aco_buf_free(&json.buf);
}

/* Writes `depth` levels of random members; json-c writes the same tree. */
static struct json_object *write_random_tree(aco_json *json, uint64_t *seed, unsigned depth)
{
	static const char *const texts[] = {"", "plain", "caf\xc3\xa9", "\"quoted\"", "line\nbreak", "a longer text with more than sixteen bytes"};
	size_t kind = check_random(seed) % (depth > 0 ? 7 : 5), count = check_random(seed) % 4;
	const char *text = texts[check_random(seed) % COUNT(texts)];
	int64_t number = (int64_t) check_random(seed);
	struct json_object *value;

	switch (kind) {
		case 0:
			aco_json_null(json);
			return NULL;
		case 1:
			aco_json_bool(json, number & 1);
			return json_object_new_boolean(number & 1);
		case 2:
			aco_json_int(json, number);
			return json_object_new_int64(number);
		case 3:
			/* Never integral: json-c would read an integer. */
			aco_json_double(json, (double) (number >> 40 | 1) / 8);
			return json_object_new_double((double) (number >> 40 | 1) / 8);
		case 4:
			aco_json_string(json, text, strlen(text));
			return json_object_new_string(text);
		case 5:
			value = json_object_new_array();
			aco_json_begin_array(json);
			for (size_t i = 0; i < count; i++) {
				json_object_array_add(value, write_random_tree(json, seed, depth - 1));
			}
			aco_json_end_array(json);
			return value;
		default:
			value = json_object_new_object();
			aco_json_begin_object(json);
			if (count > 0) {
				aco_json_key(json, "first");
				json_object_object_add(value, "first", write_random_tree(json, seed, depth - 1));
			}
			if (count > 1) {
				aco_json_key(json, "second");
				json_object_object_add(value, "second", write_random_tree(json, seed, depth - 1));
			}
			aco_json_end_object(json);
			return value;
	}
}

static void random_trees_are_read_back_by_json_c(void **state)
{
	uint64_t seed = 8;

	for (size_t i = 0; i < 5000; i++) {
		aco_json json = {ACO_BUF_INIT, 0};
		struct json_tokener *tokener = json_tokener_new();
		struct json_object *expected = json_object_new_array(), *read;

		json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
		aco_json_begin_array(&json);
		json_object_array_add(expected, write_random_tree(&json, &seed, 5));
		json_object_array_add(expected, write_random_tree(&json, &seed, 5));
		aco_json_end_array(&json);
		read = json_tokener_parse_ex(tokener, json.buf.data, (int) json.buf.length);
		assert_int_equal(json_tokener_get_error(tokener), json_tokener_success);
		if (!json_object_equal(read, expected)) {
			fail_msg("written: %.*s\nexpected: %s", (int) json.buf.length, json.buf.data,
				json_object_to_json_string(expected));
		}
		json_object_put(read);
		json_object_put(expected);
		json_tokener_free(tokener);
		aco_buf_free(&json.buf);
	}
}

static void appending_in_all_states_of_the_buffer(void **state)
{
	/* Whatever room is left, nothing is written past it: the sanitizer looks. */
	for (size_t room = 0; room < 300; room++) {
		for (size_t length = 0; length < 40; length++) {
			aco_json json = {ACO_BUF_INIT, 0};
			char text[40];

			memset(text, length % 2 ? '\x01' : 'a', sizeof(text));
			json.buf.data = malloc(room + 1);
			json.buf.capacity = room + 1;
			memset(json.buf.data, '[', room + 1);
			json.buf.length = room + 1 - room % 7 % (room + 1);
			aco_json_string(&json, text, length);
			aco_json_int(&json, INT64_MIN);
			aco_json_double(&json, -2.2250738585072014e-308);
			aco_json_bool(&json, false);
			assert_false(json.buf.failed);
			aco_buf_free(&json.buf);
		}
	}
}

static void short_memory_is_remembered(void **state)
{
	char text[5000];

	memset(text, '\x02', sizeof(text));
	for (long allowed = 0;; allowed++) {
		aco_json json = {ACO_BUF_INIT, 0};
		bool failed;

		allocations_left = allowed;
		aco_json_begin_array(&json);
		for (size_t length = 0; length < sizeof(text); length += 113) {
			aco_json_string(&json, text, length);
			aco_json_int(&json, (int64_t) length);
		}
		aco_json_end_array(&json);
		failed = json.buf.failed;
		allocations_left = -1;
		aco_buf_free(&json.buf);
		if (!failed) {
			assert_in_range(allowed, 5, 100);
			return;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_alone_and_between_others),
		cmocka_unit_test(special_bytes_at_every_place_of_every_length),
		cmocka_unit_test(sequences_across_the_borders_of_pieces),
		cmocka_unit_test(random_strings_are_read_back_by_json_c),
		cmocka_unit_test(random_bytes_are_replaced_alike),
		cmocka_unit_test(slashes_and_other_scripts_stay),
		cmocka_unit_test(commas_are_set_between_members_and_elements),
		cmocka_unit_test(random_trees_are_read_back_by_json_c),
		cmocka_unit_test(appending_in_all_states_of_the_buffer),
		cmocka_unit_test(short_memory_is_remembered),
	};

	return cmocka_run_group_tests_name("json_writer", tests, NULL, NULL);
}
