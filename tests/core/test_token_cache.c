#include "check_process.h"

#include "src/core/base/digest.h"
#include "src/core/shared/encrypt.h"
#include "src/core/shared/token_cache.h"

#define URL "https://ims.example.com/token"
#define ID "client"
#define SECRET "p8e-secret"
#define SCOPE "openid"
#define LABEL "aco token cache 1"

#define NOW INT64_C(5000000)
#define WALL INT64_C(1795238449000)
#define HOUR INT64_C(3600000)
#define LIFE HOUR

static aco_state_dir *dir;

static int open_dir(void **state)
{
	aco_error error;

	return check_make_folder(state) == 0 && (dir = aco_state_dir_open(check_path("state"), &error)) ? 0 : -1;
}

static int close_dir(void **state)
{
	aco_state_dir_close(dir);
	return check_remove_folder(state);
}

#define test_in_dir(function) cmocka_unit_test_setup_teardown(function, open_dir, close_dir)

static aco_token_cache *new_cache(const char *secret)
{
	aco_token_cache *cache = aco_token_cache_new(dir, URL, ID, secret, SCOPE);

	assert_non_null(cache);
	return cache;
}

/* One of the cache's two files. */
static const char *name_of(const char *suffix)
{
	static char name[100];
	char hash[ACO_SHA1_HEX];

	aco_digest_sha1_hex(TEXT(URL "\0" ID "\0" SCOPE "\0"), hash);
	snprintf(name, sizeof(name), "token-1-%.*s%s", ACO_SHA1_HEX, hash, suffix);
	return name;
}

static const char *path_of(const char *suffix)
{
	char path[128];

	snprintf(path, sizeof(path), "state/%s", name_of(suffix));
	return check_path(path);
}

static void write_token(aco_token_cache *cache, const char *text)
{
	aco_token token = {0};

	assert_true(aco_token_keep(&token, text, strlen(text), LIFE, NOW));
	aco_token_cache_write(cache, &token, NOW, WALL);
	aco_token_drop(&token);
}

/* Whatever is there, a token that is not read leaves the one before alone. */
static void check_no_token(aco_token_cache *cache, aco_token_cache_result expected, int64_t wall_ms)
{
	aco_token token = {0};

	assert_true(aco_token_keep(&token, TEXT("before"), LIFE, NOW));
	assert_int_equal(aco_token_cache_read(cache, &token, NOW, wall_ms), expected);
	assert_string_equal(token.value.data, "before");
	assert_int_equal(token.generation, 1);
	aco_token_drop(&token);
}

static void check_token(aco_token_cache *cache, const char *text, int64_t now_ms, int64_t wall_ms, int64_t usable_ms)
{
	aco_token token = {.generation = 41};

	assert_int_equal(aco_token_cache_read(cache, &token, now_ms, wall_ms), ACO_TOKEN_CACHE_READ);
	assert_string_equal(token.value.data, text);
	assert_int_equal(token.value.length, strlen(text) + 1);
	assert_int_equal(token.generation, 42);
	assert_int_equal(token.usable_until_ms - now_ms, usable_ms);
	aco_token_drop(&token);
}

static void nothing_there_is_empty(void **state)
{
	aco_token_cache *cache = new_cache(SECRET);

	check_no_token(cache, ACO_TOKEN_CACHE_EMPTY, WALL);
	aco_token_cache_free(cache);
	aco_token_cache_free(NULL);
}

static void changed_bytes_are_foreign(void **state)
{
	aco_token_cache *cache = new_cache(SECRET);
	char encrypted[200];
	long length;

	write_token(cache, "token");
	length = aco_state_dir_read(dir, name_of(""), encrypted, sizeof(encrypted));
	assert_true(length > 0);
	for (long i = 0; i < length; i++) {
		encrypted[i] ^= 0x10;
		assert_true(aco_state_dir_write(dir, name_of(""), encrypted, (size_t) length));
		check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
		encrypted[i] ^= 0x10;
		assert_true(aco_state_dir_write(dir, name_of(""), encrypted, (size_t) i));
		check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
	}
	assert_true(aco_state_dir_write(dir, name_of(""), encrypted, (size_t) length));
	check_token(cache, "token", NOW, WALL, LIFE);
	aco_token_cache_free(cache);
}

static void put_huge(const char *path)
{
	static char huge[ACO_TOKEN_MAX_BYTES + 4096];

	check_put(path, huge, sizeof(huge), 0600);
}

static void put_link(const char *path)
{
	assert_int_equal(symlink("nowhere", path), 0);
}

static void put_pipe(const char *path)
{
	assert_int_equal(mkfifo(path, 0600), 0);
}

static void put_readable(const char *path)
{
	check_put(path, TEXT("text"), 0644);
}

static void what_is_no_file_of_this_user_is_foreign(void **state)
{
	static void (*const puts[])(const char *path) = {put_huge, put_link, put_pipe, put_readable};
	aco_token_cache *cache = new_cache(SECRET);

	for (size_t i = 0; i < COUNT(puts); i++) {
		puts[i](path_of(""));
		check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
		/* The next token takes its place. */
		write_token(cache, "token");
		check_token(cache, "token", NOW, WALL, LIFE);
		assert_int_equal(check_mode(path_of("")), S_IFREG | 0600);
		assert_int_equal(unlink(path_of("")), 0);
	}
	assert_int_equal(mkdir(path_of(""), 0700), 0);
	check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
	write_token(cache, "token");
	check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
	aco_token_cache_free(cache);
}

static void another_secret_is_foreign(void **state)
{
	aco_token_cache *cache = new_cache(SECRET), *other = new_cache("new-secret");

	write_token(cache, "token");
	check_no_token(other, ACO_TOKEN_CACHE_FOREIGN, WALL);
	write_token(other, "other");
	check_token(other, "other", NOW, WALL, LIFE);
	check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
	aco_token_cache_free(cache);
	aco_token_cache_free(other);
}

static void another_client_has_a_cache_of_its_own(void **state)
{
	static const char *const others[][3] = {
		{URL "/", ID, SCOPE},
		{URL, "client2", SCOPE},
		{URL, ID, "openid2"},
		{URL, "clientopenid", ""},
		{URL ID, "", SCOPE},
		{URL, "clien", "topenid"},
	};
	aco_token_cache *cache = new_cache(SECRET);

	write_token(cache, "token");
	for (size_t i = 0; i < COUNT(others); i++) {
		aco_token_cache *other = aco_token_cache_new(dir, others[i][0], others[i][1], SECRET, others[i][2]);

		check_no_token(other, ACO_TOKEN_CACHE_EMPTY, WALL);
		assert_true(aco_token_cache_enter(other));
		assert_true(aco_token_cache_enter(cache));
		aco_token_cache_leave(cache);
		aco_token_cache_free(other);
	}
	aco_token_cache_free(cache);
}

/* Encrypted with the right secret, but no token of this version. */
static void what_is_encrypted_is_checked_too(void **state)
{
	static const char *const texts[] = {
		"",
		" ",
		"token",
		"1795238450000",
		"1795238450000 ",
		"1795238450000token",
		"1795238450000\ttoken",
		"1795238450000 to ken",
		"1795238450000  token",
		"1795238450000 to\nken",
		"1795238449000 token",
		"0 token",
		"-1 token",
		"x token",
		" token",
		"1.8e12 token",
	};
	aco_token_cache *cache = new_cache(SECRET);

	for (size_t i = 0; i < COUNT(texts); i++) {
		aco_buf encrypted = ACO_BUF_INIT;

		assert_true(aco_encrypt(&encrypted, SECRET, LABEL, texts[i], strlen(texts[i])));
		assert_true(aco_state_dir_write(dir, name_of(""), encrypted.data, encrypted.length));
		check_no_token(cache, ACO_TOKEN_CACHE_EMPTY, WALL);
		encrypted.length = 0;
		/* Something else that the same secret encrypts. */
		assert_true(aco_encrypt(&encrypted, SECRET, "another label", TEXT("1795238450000 token")));
		assert_true(aco_state_dir_write(dir, name_of(""), encrypted.data, encrypted.length));
		check_no_token(cache, ACO_TOKEN_CACHE_FOREIGN, WALL);
		aco_buf_free(&encrypted);
	}
	aco_token_cache_free(cache);
}

static void token_comes_back_as_it_was(void **state)
{
	static char longest[ACO_TOKEN_MAX_BYTES + 1];
	aco_token_cache *cache = new_cache(SECRET), *other = new_cache(SECRET);

	write_token(cache, "t");
	check_token(other, "t", NOW, WALL, LIFE);
	write_token(cache, "eyJ.second~token");
	check_token(other, "eyJ.second~token", NOW, WALL, LIFE);
	assert_int_equal(check_mode(path_of("")), S_IFREG | 0600);
	memset(longest, 'x', ACO_TOKEN_MAX_BYTES);
	write_token(cache, longest);
	check_token(other, longest, NOW, WALL, LIFE);
	aco_token_cache_free(cache);
	aco_token_cache_free(other);
}

static void token_does_not_show_in_the_file(void **state)
{
	aco_token_cache *cache = new_cache(SECRET);
	char encrypted[200];
	long length;

	write_token(cache, "eyJhbGci");
	length = aco_state_dir_read(dir, name_of(""), encrypted, sizeof(encrypted));
	for (long i = 0; i + 8 <= length; i++) {
		assert_memory_not_equal(encrypted + i, "eyJhbGci", 8);
		assert_memory_not_equal(encrypted + i, SECRET, 8);
	}
	aco_token_cache_free(cache);
}

/* Each process counts its milliseconds from somewhere else; the wall they share. */
static void life_goes_on_by_the_wall_clock(void **state)
{
	aco_token_cache *cache = new_cache(SECRET);

	write_token(cache, "token");
	check_token(cache, "token", 17, WALL, LIFE);
	check_token(cache, "token", 100 * NOW, WALL + HOUR / 2, HOUR / 2);
	check_token(cache, "token", NOW, WALL + LIFE - 1, 1);
	check_no_token(cache, ACO_TOKEN_CACHE_EMPTY, WALL + LIFE);
	check_no_token(cache, ACO_TOKEN_CACHE_EMPTY, WALL + 1000 * HOUR);
	aco_token_cache_free(cache);
}

static void wall_clock_may_jump(void **state)
{
	aco_token_cache *cache = new_cache(SECRET);

	write_token(cache, "token");
	/* Forth and back again: it is still good. */
	check_no_token(cache, ACO_TOKEN_CACHE_EMPTY, WALL + 24 * HOUR);
	check_token(cache, "token", NOW, WALL, LIFE);
	/* Back: it may be over sooner, which the API then tells; never is it good for ever. */
	check_token(cache, "token", NOW, WALL - HOUR, 2 * HOUR);
	check_token(cache, "token", NOW, 0, 366 * 24 * HOUR);
	check_token(cache, "token", NOW, WALL, LIFE);
	aco_token_cache_free(cache);
}

static void one_at_a_time_may_ask(void **state)
{
	aco_token_cache *one = new_cache(SECRET), *other = new_cache("new-secret");

	aco_token_cache_leave(one);
	assert_true(aco_token_cache_enter(one));
	assert_true(aco_token_cache_enter(one));
	assert_false(aco_token_cache_enter(other));
	aco_token_cache_leave(other);
	assert_false(aco_token_cache_enter(other));
	aco_token_cache_leave(one);
	assert_true(aco_token_cache_enter(other));
	assert_false(aco_token_cache_enter(one));
	aco_token_cache_free(other);
	assert_true(aco_token_cache_enter(one));
	assert_int_equal(check_mode(path_of(".lock")), S_IFREG | 0600);
	aco_token_cache_free(one);
}

/* Where the standard input is closed, as it may be in a daemon. */
static void lock_may_be_the_first_file(void **state)
{
	aco_token_cache *one = new_cache(SECRET), *other = new_cache(SECRET);

	close(STDIN_FILENO);
	assert_true(aco_token_cache_enter(one));
	assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
	assert_true(aco_token_cache_enter(one));
	assert_false(aco_token_cache_enter(other));

	aco_token_cache_leave(one);
	assert_true(fcntl(STDIN_FILENO, F_GETFD) < 0);
	assert_true(aco_token_cache_enter(other));
	aco_token_cache_free(other);
	aco_token_cache_free(one);
	assert_int_equal(open("/dev/null", O_RDONLY), STDIN_FILENO);
}

static void all_may_ask_where_there_is_no_lock(void **state)
{
	aco_token_cache *one = new_cache(SECRET), *other = new_cache(SECRET);

	assert_int_equal(mkdir(path_of(".lock"), 0700), 0);
	assert_true(aco_token_cache_enter(one));
	assert_true(aco_token_cache_enter(other));
	aco_token_cache_leave(one);
	aco_token_cache_leave(other);
	/* Once it can be had again, it counts. */
	assert_int_equal(rmdir(path_of(".lock")), 0);
	assert_true(aco_token_cache_enter(one));
	assert_false(aco_token_cache_enter(other));
	aco_token_cache_free(one);
	aco_token_cache_free(other);
}

static bool enter_new(void *context)
{
	return aco_token_cache_enter(new_cache(SECRET));
}

static void dead_holders_hold_nothing(void **state)
{
	aco_token_cache *cache = new_cache(SECRET);
	pid_t holder = check_fork_and_stay(enter_new, NULL);

	assert_false(aco_token_cache_enter(cache));
	check_kill(holder);
	assert_true(aco_token_cache_enter(cache));
	aco_token_cache_free(cache);
}

/* Works of a child whose parent may ask. */
static bool nothing(void *context)
{
	return true;
}

static bool free_it(void *context)
{
	aco_token_cache_free(context);
	return true;
}

static bool may_not_enter(void *context)
{
	return !aco_token_cache_enter(context);
}

static void forked_child_keeps_nobody_out(void **state)
{
	aco_token_cache *cache = new_cache(SECRET), *other = new_cache(SECRET);
	pid_t child;

	assert_true(aco_token_cache_enter(cache));
	child = check_fork_and_stay(nothing, NULL);
	aco_token_cache_leave(cache);
	assert_true(aco_token_cache_enter(other));
	check_kill(child);
	aco_token_cache_free(cache);
	aco_token_cache_free(other);
}

static void forked_child_has_not_its_parents_right(void **state)
{
	aco_token_cache *cache = new_cache(SECRET), *other = new_cache(SECRET);

	assert_true(aco_token_cache_enter(cache));
	assert_true(check_went_well(check_fork(may_not_enter, cache)));
	/* Nor does it give it away. */
	assert_true(check_went_well(check_fork(free_it, cache)));
	assert_false(aco_token_cache_enter(other));
	aco_token_cache_free(cache);
	assert_true(aco_token_cache_enter(other));
	aco_token_cache_free(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		test_in_dir(nothing_there_is_empty),
		test_in_dir(changed_bytes_are_foreign),
		test_in_dir(what_is_no_file_of_this_user_is_foreign),
		test_in_dir(another_secret_is_foreign),
		test_in_dir(another_client_has_a_cache_of_its_own),
		test_in_dir(what_is_encrypted_is_checked_too),
		test_in_dir(token_comes_back_as_it_was),
		test_in_dir(token_does_not_show_in_the_file),
		test_in_dir(life_goes_on_by_the_wall_clock),
		test_in_dir(wall_clock_may_jump),
		test_in_dir(one_at_a_time_may_ask),
		test_in_dir(lock_may_be_the_first_file),
		test_in_dir(all_may_ask_where_there_is_no_lock),
		test_in_dir(dead_holders_hold_nothing),
		test_in_dir(forked_child_keeps_nobody_out),
		test_in_dir(forked_child_has_not_its_parents_right),
	};

	return cmocka_run_group_tests_name("token_cache", tests, NULL, NULL);
}
