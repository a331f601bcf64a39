#include "check.h"

static const char *watched;
static size_t watched_length;
static bool watched_was_clean;

void __real_free(void *memory);
void __wrap_free(void *memory);

/* Looks at watched memory while it is given back. */
void __wrap_free(void *memory)
{
	if (memory && memory == watched) {
		watched_was_clean = true;
		for (size_t i = 0; i < watched_length; i++) {
			watched_was_clean = watched_was_clean && watched[i] == '\0';
		}
		watched = NULL;
	}
	__real_free(memory);
}

static void starts_empty_without_memory(void **state)
{
	aco_buf buf = ACO_BUF_INIT;

	assert_null(buf.data);
	assert_int_equal(buf.length, 0);
	assert_false(buf.failed);
	aco_buf_append(&buf, NULL, 0);
	aco_buf_append_literal(&buf, "");
	assert_null(buf.data);
	aco_buf_free(&buf);
}

static void keeps_what_is_appended(void **state)
{
	aco_buf buf = ACO_BUF_INIT;
	uint64_t seed = 1;
	size_t total = 0;

	for (size_t i = 0; i < 2000; i++) {
		char piece[64];
		size_t length = check_random(&seed) % sizeof(piece);

		for (size_t j = 0; j < length; j++) {
			piece[j] = (char) ((total + j) % 251);
		}
		if (length == 1) {
			aco_buf_append_char(&buf, piece[0]);
		} else {
			aco_buf_append(&buf, piece, length);
		}
		total += length;
		assert_int_equal(buf.length, total);
		assert_true(buf.capacity >= buf.length);
	}
	for (size_t i = 0; i < total; i++) {
		assert_int_equal((unsigned char) buf.data[i], i % 251);
	}
	assert_false(buf.failed);
	aco_buf_free(&buf);
	assert_null(buf.data);
	assert_int_equal(buf.capacity, 0);
}

static void reserves_room_that_can_be_written(void **state)
{
	for (size_t room = 1; room < 3000; room += 37) {
		aco_buf buf = ACO_BUF_INIT;

		aco_buf_append_literal(&buf, "abc");
		assert_true(aco_buf_reserve(&buf, room));
		memset(buf.data + buf.length, 'x', room);
		assert_memory_equal(buf.data, "abc", 3);
		aco_buf_free(&buf);
	}
}

static void remembers_that_memory_was_short(void **state)
{
	static const size_t too_much[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX / 2 + 1};

	for (size_t i = 0; i < COUNT(too_much); i++) {
		aco_buf buf = ACO_BUF_INIT;
		size_t capacity;

		aco_buf_append_literal(&buf, "abc");
		capacity = buf.capacity;
		assert_false(aco_buf_reserve(&buf, too_much[i]));
		assert_true(buf.failed);
		/* What needs more room from now on is not appended. */
		assert_false(aco_buf_reserve(&buf, capacity));
		assert_int_equal(buf.length, 3);
		assert_memory_equal(buf.data, "abc", 3);
		aco_buf_free(&buf);
		assert_false(buf.failed);
	}
}

static void recycles_small_memory_only(void **state)
{
	aco_buf buf = ACO_BUF_INIT;
	char *data;

	aco_buf_append_literal(&buf, "abc");
	data = buf.data;
	aco_buf_recycle(&buf, 1024);
	assert_ptr_equal(buf.data, data);
	assert_int_equal(buf.length, 0);

	assert_true(aco_buf_reserve(&buf, 4096));
	aco_buf_recycle(&buf, 1024);
	assert_null(buf.data);
	assert_int_equal(buf.capacity, 0);
}

static void is_usable_again_after_recycling_a_failure(void **state)
{
	aco_buf buf = ACO_BUF_INIT;

	assert_false(aco_buf_reserve(&buf, SIZE_MAX));
	aco_buf_recycle(&buf, 1024);
	assert_false(buf.failed);
	aco_buf_append_literal(&buf, "again");
	assert_int_equal(buf.length, 5);
	assert_memory_equal(buf.data, "again", 5);
	aco_buf_free(&buf);
}

static void overwrites_secrets_before_it_frees_them(void **state)
{
	aco_buf buf = ACO_BUF_INIT;

	aco_buf_append_literal(&buf, "a secret, and what was behind it");
	/* Shortening must not save the rest from being overwritten. */
	buf.length = 3;
	watched = buf.data;
	watched_length = buf.capacity < 32 ? buf.capacity : 32;
	watched_was_clean = false;
	aco_buf_wipe(&buf);
	assert_null(watched);
	assert_true(watched_was_clean);
	assert_null(buf.data);
	aco_buf_wipe(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(starts_empty_without_memory),
		cmocka_unit_test(keeps_what_is_appended),
		cmocka_unit_test(reserves_room_that_can_be_written),
		cmocka_unit_test(remembers_that_memory_was_short),
		cmocka_unit_test(recycles_small_memory_only),
		cmocka_unit_test(is_usable_again_after_recycling_a_failure),
		cmocka_unit_test(overwrites_secrets_before_it_frees_them),
	};

	return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
