/*
 * The input is a list of calls of the writer. The same values are put into a tree of json-c, an independent
 * implementation; what it parses from the written text must be that tree.
 */
#include "reference_utf8.h"

#include "src/core/base/json_writer.h"

#include <json-c/json.h>
#include <math.h>

#define MAX_DEPTH 24
/* Longer than a piece of the writer, which escapes in pieces. */
#define LONG_TEXT 5000

typedef struct writing {
	fuzz_input input;
	aco_json json;
	struct json_object *open[MAX_DEPTH];
	unsigned depth;
	unsigned keys;
	size_t replaced;
} writing;

/* The text as it is to arrive: each invalid sequence is one U+FFFD. */
static char *expected_text(const char *text, size_t length, size_t *expected_length, size_t *replaced)
{
	char *expected = malloc(3 * length + 1);
	size_t at = 0, bad, out = 0;

	REQUIRE(expected);
	while (at < length) {
		size_t character = reference_character((const uint8_t *) text + at, length - at, &bad);

		if (character > 0) {
			memcpy(expected + out, text + at, character);
			at += character;
			out += character;
		} else {
			memcpy(expected + out, "\xef\xbf\xbd", 3);
			at += bad;
			out += 3;
			++*replaced;
		}
	}
	*expected_length = out;
	return expected;
}

/* Writes a text and returns how it is to arrive. `number`, when it is not 0, makes it unlike any other. */
static struct json_object *write_text(writing *writing, unsigned number)
{
	size_t length = fuzz_byte(&writing->input), expected_length, prefix = 0;
	char *bytes = fuzz_bytes(&writing->input, &length), *text, *expected;
	size_t copies;
	struct json_object *value;

	/* Lengths over 250 stand for a long text of the same bytes. */
	copies = length > 250 ? LONG_TEXT / length : 1;
	text = malloc(12 + copies * length);
	REQUIRE(text);
	if (number > 0) {
		prefix = (size_t) sprintf(text, "%u", number);
	}
	for (size_t i = 0; i < copies; i++) {
		memcpy(text + prefix + i * length, bytes, length);
	}
	length = prefix + copies * length;
	text = realloc(text, length ? length : 1);
	aco_json_string(&writing->json, text, length);
	expected = expected_text(text, length, &expected_length, &writing->replaced);
	value = json_object_new_string_len(expected, (int) expected_length);
	free(expected);
	free(text);
	free(bytes);
	return value;
}

static void add(writing *writing, struct json_object *key, struct json_object *value)
{
	struct json_object *container = writing->open[writing->depth - 1];

	if (key) {
		json_object_object_add(container, json_object_get_string(key), value);
	} else {
		json_object_array_add(container, value);
	}
}

static void open_container(writing *writing, struct json_object *key, struct json_object *value)
{
	if (json_object_is_type(value, json_type_object)) {
		aco_json_begin_object(&writing->json);
	} else {
		aco_json_begin_array(&writing->json);
	}
	add(writing, key, value);
	writing->open[writing->depth++] = value;
}

static void close_container(writing *writing)
{
	if (json_object_is_type(writing->open[--writing->depth], json_type_object)) {
		aco_json_end_object(&writing->json);
	} else {
		aco_json_end_array(&writing->json);
	}
}

static struct json_object *write_double(writing *writing)
{
	uint64_t bits = fuzz_number(&writing->input);
	double value;

	memcpy(&value, &bits, sizeof(value));
	if (!isfinite(value)) {
		value = (double) (int64_t) bits / 100;
	}
	aco_json_double(&writing->json, value);
	return json_object_new_double(value);
}

static struct json_object *write_int(writing *writing)
{
	int64_t value = (int64_t) fuzz_number(&writing->input);

	aco_json_int(&writing->json, value);
	return json_object_new_int64(value);
}

static void write_next(writing *writing)
{
	unsigned call = fuzz_byte(&writing->input) % 8;
	struct json_object *key = NULL;

	if (call == 0) {
		if (writing->depth > 1) {
			close_container(writing);
		}
		return;
	}

	if (call <= 2 && writing->depth == MAX_DEPTH) {
		return;
	}

	if (json_object_is_type(writing->open[writing->depth - 1], json_type_object)) {
		key = write_text(writing, ++writing->keys);
		aco_buf_append_char(&writing->json.buf, ':');
	}

	switch (call) {
		case 1: open_container(writing, key, json_object_new_object()); break;
		case 2: open_container(writing, key, json_object_new_array()); break;
		case 3: add(writing, key, write_int(writing)); break;
		case 4: add(writing, key, write_double(writing)); break;
		case 5:
			aco_json_bool(&writing->json, key != NULL);
			add(writing, key, json_object_new_boolean(key != NULL));
			break;
		case 6:
			aco_json_null(&writing->json);
			add(writing, key, NULL);
			break;
		default: add(writing, key, write_text(writing, 0));
	}

	json_object_put(key);
}

static bool is_number(struct json_object *value)
{
	return json_object_is_type(value, json_type_int) || json_object_is_type(value, json_type_double);
}

static bool is_same(struct json_object *expected, struct json_object *read);

static bool has_same_members(struct json_object *expected, struct json_object *read)
{
	struct json_object *other;

	if (json_object_object_length(expected) != json_object_object_length(read)) {
		return false;
	}
	json_object_object_foreach(expected, name, member) {
		if (!json_object_object_get_ex(read, name, &other) || !is_same(member, other)) {
			return false;
		}
	}
	return true;
}

static bool has_same_elements(struct json_object *expected, struct json_object *read)
{
	size_t length = json_object_array_length(expected);

	for (size_t i = 0; i < length; i++) {
		if (!is_same(json_object_array_get_idx(expected, i), json_object_array_get_idx(read, i))) {
			return false;
		}
	}
	return length == json_object_array_length(read);
}

/* As json_object_equal(), but a double may be read as an integer: 29.0 is written as 29. */
static bool is_same(struct json_object *expected, struct json_object *read)
{
	if (json_object_is_type(expected, json_type_double) && is_number(read)) {
		return json_object_get_double(expected) == json_object_get_double(read);
	}
	if (json_object_get_type(expected) != json_object_get_type(read)) {
		return false;
	}
	switch (json_object_get_type(expected)) {
		case json_type_object: return has_same_members(expected, read);
		case json_type_array: return has_same_elements(expected, read);
		default: return json_object_equal(expected, read);
	}
}

static void check(writing *writing)
{
	struct json_tokener *tokener = json_tokener_new_ex(MAX_DEPTH + 1);
	struct json_object *read;

	REQUIRE(tokener && !writing->json.buf.failed);
	REQUIRE(writing->json.replaced == writing->replaced);
	REQUIRE(reference_is_valid(writing->json.buf.data, writing->json.buf.length));
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	read = json_tokener_parse_ex(tokener, writing->json.buf.data, (int) writing->json.buf.length);
	REQUIRE(json_tokener_get_error(tokener) == json_tokener_success);
	REQUIRE(json_tokener_get_parse_end(tokener) == writing->json.buf.length);
	REQUIRE(is_same(writing->open[0], read));
	json_object_put(read);
	json_tokener_free(tokener);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	writing writing = {.input = {data, size}};

	writing.open[0] = json_object_new_array();
	writing.depth = 1;
	aco_json_begin_array(&writing.json);
	while (writing.input.left > 0) {
		write_next(&writing);
	}
	while (writing.depth > 0) {
		close_container(&writing);
	}
	check(&writing);
	json_object_put(writing.open[0]);
	aco_buf_free(&writing.json.buf);
	return 0;
}
