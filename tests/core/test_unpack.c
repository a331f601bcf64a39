#include "check.h"

#include "src/core/source/unpack.h"

#include <zlib.h>

/* Appends the gzip of a text, made by zlib. */
static void add_member(aco_buf *file, const char *text, size_t length)
{
	z_stream stream = {0};
	uLong bound;

	assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	bound = deflateBound(&stream, (uLong) length) + 32;
	assert_true(aco_buf_reserve(file, bound));
	stream.next_in = (Bytef *) text;
	stream.avail_in = (uInt) length;
	stream.next_out = (Bytef *) file->data + file->length;
	stream.avail_out = (uInt) bound;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	file->length += stream.total_out;
	deflateEnd(&stream);
}

/* The result of reading a file in blocks of one size, and what came out. */
static aco_unpack_result unpack_in(const aco_buf *file, size_t block, aco_buf *out)
{
	aco_unpack *unpack = aco_unpack_new();
	aco_unpack_result result = ACO_UNPACK_OK;

	assert_non_null(unpack);
	for (size_t at = 0; at < file->length && result == ACO_UNPACK_OK; at += block) {
		size_t length = file->length - at < block ? file->length - at : block;
		char *copy = check_copy(file->data + at, length);

		result = aco_unpack_add(unpack, copy, length, out);
		free(copy);
	}
	if (result == ACO_UNPACK_OK) {
		result = aco_unpack_end(unpack, out);
	}

	aco_unpack_free(unpack);
	return result;
}

/* Whatever the size of the blocks. */
static void check_unpacked(const aco_buf *file, aco_unpack_result expected, const char *text)
{
	for (size_t block = 1; block <= file->length + 1; block += block < 40 ? 1 : 17) {
		aco_buf out = ACO_BUF_INIT;

		assert_int_equal(unpack_in(file, block, &out), expected);
		check_bytes(out.data, out.length, text, strlen(text));
		aco_buf_free(&out);
	}
}

static void plain_bytes_pass(void **state)
{
	const char *const texts[] = {"a", "ab", "\x1f", "\x1fx", "{\"a\":1}\n{\"b\":2}\n"};

	for (size_t i = 0; i < COUNT(texts); i++) {
		aco_buf file = check_buf(texts[i]);

		check_unpacked(&file, ACO_UNPACK_OK, texts[i]);
		aco_buf_free(&file);
	}
}

static void nothing_is_nothing(void **state)
{
	aco_buf file = ACO_BUF_INIT;
	aco_buf out = ACO_BUF_INIT;

	assert_int_equal(unpack_in(&file, 1, &out), ACO_UNPACK_OK);
	assert_int_equal(out.length, 0);
	aco_buf_free(&out);
}

static void members_are_joined(void **state)
{
	aco_buf file = ACO_BUF_INIT;

	add_member(&file, TEXT("one\n"));
	add_member(&file, TEXT(""));
	add_member(&file, TEXT("two\n"));
	check_unpacked(&file, ACO_UNPACK_OK, "one\ntwo\n");
	aco_buf_append(&file, TEXT("\0"));
	check_unpacked(&file, ACO_UNPACK_OK, "one\ntwo\n");
	aco_buf_append(&file, TEXT("\0\0\0\0\0\0\0"));
	check_unpacked(&file, ACO_UNPACK_OK, "one\ntwo\n");
	add_member(&file, TEXT("three"));
	check_unpacked(&file, ACO_UNPACK_FOLLOWED, "one\ntwo\n");
	aco_buf_free(&file);
}

static void other_data_after_a_member_is_refused(void **state)
{
	const char *const tails[] = {"x", "garbage", "\x1f", "\x1fx"};

	for (size_t i = 0; i < COUNT(tails); i++) {
		aco_buf file = ACO_BUF_INIT;

		add_member(&file, TEXT("one\n"));
		aco_buf_append_text(&file, tails[i]);
		check_unpacked(&file, ACO_UNPACK_FOLLOWED, "one\n");
		aco_buf_free(&file);
	}
}

static void every_cut_is_noticed(void **state)
{
	aco_buf file = ACO_BUF_INIT, one = ACO_BUF_INIT;

	add_member(&one, TEXT("one\n"));
	aco_buf_append(&file, one.data, one.length);
	add_member(&file, TEXT("two\n"));

	for (size_t length = one.length + 2; length < file.length; length++) {
		aco_buf cut = ACO_BUF_INIT, out = ACO_BUF_INIT;

		aco_buf_append(&cut, file.data, length);
		assert_int_equal(unpack_in(&cut, 7, &out), ACO_UNPACK_INCOMPLETE);
		assert_memory_equal(out.data, "one\n", 4);
		aco_buf_free(&cut);
		aco_buf_free(&out);
	}

	aco_buf_free(&one);
	aco_buf_free(&file);
}

static void a_wrong_checksum_is_damage(void **state)
{
	aco_buf file = ACO_BUF_INIT, out = ACO_BUF_INIT;

	add_member(&file, TEXT("one\n"));
	file.data[file.length - 6] ^= 1;
	assert_int_equal(unpack_in(&file, file.length, &out), ACO_UNPACK_DAMAGED);
	/* Nothing of a block that turned out wrong. */
	assert_int_equal(out.length, 0);
	aco_buf_free(&out);
	aco_buf_free(&file);
}

static void a_long_member_comes_out_whole(void **state)
{
	aco_buf file = ACO_BUF_INIT, text = ACO_BUF_INIT, out = ACO_BUF_INIT;
	uint64_t random = 7;

	for (size_t i = 0; i < 100000; i++) {
		aco_buf_append_char(&text, (char) ('a' + check_random(&random) % 20));
	}
	for (size_t i = 0; i < 2000000; i++) {
		aco_buf_append_char(&text, '\n');
	}

	add_member(&file, text.data, text.length);
	assert_int_equal(unpack_in(&file, ACO_UNPACK_BLOCK, &out), ACO_UNPACK_OK);
	check_bytes(out.data, out.length, text.data, text.length);
	aco_buf_free(&file);
	aco_buf_free(&text);
	aco_buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_bytes_pass),
		cmocka_unit_test(nothing_is_nothing),
		cmocka_unit_test(members_are_joined),
		cmocka_unit_test(other_data_after_a_member_is_refused),
		cmocka_unit_test(every_cut_is_noticed),
		cmocka_unit_test(a_wrong_checksum_is_damage),
		cmocka_unit_test(a_long_member_comes_out_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
