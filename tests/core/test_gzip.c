#include "check.h"

#include "src/core/base/gzip.h"

#include <zlib.h>

/* Inflates one whole gzip member with zlib and compares. */
static void check_inflates_to(const char *gzip, size_t gzip_length, const char *expected, size_t length)
{
	z_stream stream = {0};
	char *out = malloc(length + 1);

	assert_non_null(out);
	assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
	stream.next_in = (Bytef *) gzip;
	stream.avail_in = (uInt) gzip_length;
	stream.next_out = (Bytef *) out;
	stream.avail_out = (uInt) length + 1;
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.avail_in, 0);
	check_bytes(out, stream.total_out, expected, length);
	inflateEnd(&stream);
	free(out);
}

static void check_expands_to(const char *gzip, size_t gzip_length, const char *expected, size_t length)
{
	aco_buf out = check_buf("before");

	assert_true(aco_gzip_expand(gzip, gzip_length, length, &out));
	assert_memory_equal(out.data, "before", 6);
	check_bytes(out.data + 6, out.length - 6, expected, length);
	/* Not what was compressed. */
	assert_false(aco_gzip_expand(gzip, gzip_length, length + 1, &out));
	assert_false(length > 0 && aco_gzip_expand(gzip, gzip_length, length - 1, &out));
	assert_false(aco_gzip_expand(gzip, gzip_length - 9, length, &out));
	assert_int_equal(out.length, 6 + length);
	aco_buf_free(&out);
}

static char *make_text(size_t length, unsigned kind, uint64_t *seed)
{
	static const char item[] = "{\"sku\":\"TEE-01\",\"source\":{\"locale\":\"default\"},\"name\":\"Tee\"},";
	char *text = malloc(length ? length : 1);

	assert_non_null(text);
	for (size_t i = 0; i < length; i++) {
		text[i] = kind == 0 ? item[i % (sizeof(item) - 1)] : kind == 1 ? (char) (check_random(seed) >> 56) : '\0';
	}
	return text;
}

static void round_trips(void **state)
{
	static const size_t lengths[] = {0, 1, 2, 3, 17, 1023, 1024, 1025, 4096, 65535, 65536, 65537, 1000000, 8388608};
	aco_gzip *gzip = aco_gzip_new();
	uint64_t seed = 10;

	assert_non_null(gzip);
	for (size_t i = 0; i < COUNT(lengths); i++) {
		for (unsigned kind = 0; kind < 3; kind++) {
			aco_buf out = ACO_BUF_INIT;
			char *text = make_text(lengths[i], kind, &seed);

			assert_true(aco_gzip_compress(gzip, text, lengths[i], &out));
			assert_memory_equal(out.data, "\x1f\x8b\x08", 3);
			check_inflates_to(out.data, out.length, text, lengths[i]);
			check_expands_to(out.data, out.length, text, lengths[i]);
			if (kind == 0 && lengths[i] >= 4096) {
				assert_in_range(out.length, 1, lengths[i] / 10);
			}
			aco_buf_free(&out);
			free(text);
		}
	}
	aco_gzip_free(gzip);
}

static void appends_to_what_is_there(void **state)
{
	aco_gzip *gzip = aco_gzip_new();
	aco_buf out = check_buf("before");
	size_t first;

	assert_non_null(gzip);
	assert_true(aco_gzip_compress(gzip, TEXT("one"), &out));
	first = out.length;
	assert_true(aco_gzip_compress(gzip, TEXT("two"), &out));
	assert_memory_equal(out.data, "before", 6);
	check_inflates_to(out.data + 6, first - 6, TEXT("one"));
	check_inflates_to(out.data + first, out.length - first, TEXT("two"));
	aco_buf_free(&out);
	aco_gzip_free(gzip);
}

static void the_same_text_gives_the_same_bytes_again(void **state)
{
	aco_gzip *gzip = aco_gzip_new();
	aco_buf first = ACO_BUF_INIT, second = ACO_BUF_INIT, between = ACO_BUF_INIT;
	uint64_t seed = 11;
	char *text = make_text(50000, 0, &seed), *noise = make_text(50000, 1, &seed);

	assert_non_null(gzip);
	assert_true(aco_gzip_compress(gzip, text, 50000, &first));
	assert_true(aco_gzip_compress(gzip, noise, 50000, &between));
	assert_true(aco_gzip_compress(gzip, text, 50000, &second));
	check_bytes(second.data, second.length, first.data, first.length);
	aco_buf_free(&first);
	aco_buf_free(&second);
	aco_buf_free(&between);
	free(text);
	free(noise);
	aco_gzip_free(gzip);
}

static void short_memory_is_told(void **state)
{
	aco_gzip *gzip = aco_gzip_new();
	aco_buf out = ACO_BUF_INIT;

	assert_non_null(gzip);
	assert_false(aco_buf_reserve(&out, SIZE_MAX));
	assert_false(aco_gzip_compress(gzip, TEXT("text"), &out));
	assert_false(aco_gzip_expand(TEXT("text"), 4, &out));
	aco_buf_free(&out);
	aco_gzip_free(gzip);
	aco_gzip_free(NULL);
}

static void names_its_library(void **state)
{
	assert_string_equal(aco_gzip_library(), EXPECTED_LIBRARY);
	assert_in_range(aco_gzip_compiled_version()[0], '0', '9');
	assert_non_null(aco_gzip_linked_version());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(round_trips),
		cmocka_unit_test(appends_to_what_is_there),
		cmocka_unit_test(the_same_text_gives_the_same_bytes_again),
		cmocka_unit_test(short_memory_is_told),
		cmocka_unit_test(names_its_library),
	};

	return cmocka_run_group_tests_name("gzip by " EXPECTED_LIBRARY, tests, NULL, NULL);
}
