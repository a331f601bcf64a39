#include "check_server.h"

#include "src/core/base/clock.h"
#include "src/core/shared/token_cache.h"
#include "src/core/engine/token_source.h"

#define ID "client"
#define SECRET "p8e-secret"
#define SCOPE "openid"
#define TOKENS "{\"access_token\":\"token-%u\",\"expires_in\":3600}"

/* What each test has. */
static aco_state_dir *dir;
static aco_http *http;
static check_server server;

static int begin(void **state)
{
	aco_error error;

	if (check_make_folder(state) != 0) {
		return -1;
	}
	dir = aco_state_dir_open(check_path("state"), &error);
	http = aco_http_new(&check_http_settings);
	check_start(&server, "200 OK", TOKENS);
	return dir && http ? 0 : -1;
}

static int end(void **state)
{
	aco_http_free(http);
	aco_state_dir_close(dir);
	check_kill(server.process);
	return check_remove_folder(state);
}

#define test_with_server(function) cmocka_unit_test_setup_teardown(function, begin, end)

/* NULL but where a test wants to know. */
static aco_secrets *known;

static aco_token_source *source_for(const char *url, aco_state_dir *shared, int64_t patience_ms)
{
	aco_token_source_settings settings = {.token_url = url,
		.client_id = ID,
		.client_secret = SECRET,
		.scope = SCOPE,
		.patience_ms = patience_ms,
		.state_dir = shared,
		.secrets = known};
	aco_token_source *source = aco_token_source_new(&settings);

	assert_non_null(source);
	return source;
}

static aco_token_source *new_source(aco_state_dir *shared)
{
	return source_for(server.url, shared, 60000);
}

static aco_token_cache *new_cache(const char *secret)
{
	aco_token_cache *cache = aco_token_cache_new(dir, server.url, ID, secret, SCOPE);

	assert_non_null(cache);
	return cache;
}

static void put_in_cache(const char *secret, const char *text)
{
	aco_token_cache *cache = new_cache(secret);
	aco_token token = {0};

	assert_true(aco_token_keep(&token, text, strlen(text), 3600000, aco_clock_ms()));
	aco_token_cache_write(cache, &token, aco_clock_ms(), aco_clock_wall_ms());
	aco_token_drop(&token);
	aco_token_cache_free(cache);
}

static void check_ready(aco_token_source *source, const char *text, int64_t requests)
{
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_READY);
	assert_string_equal(aco_token_source_token(source)->value.data, text);
	assert_null(aco_token_source_transfer(source));
	assert_int_equal(aco_token_source_requests(source), requests);
}

/* Asks, which has to be the next step, and takes the answer. */
static bool ask(aco_token_source *source, aco_error *error)
{
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_PENDING);
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_PENDING);
	assert_ptr_equal(check_wait(http), aco_token_source_transfer(source));
	return aco_token_source_finish(source, http, error);
}

static void get_token(aco_token_source *source)
{
	aco_error error = {0};

	if (!ask(source, &error)) {
		fail_msg("%s", error.message);
	}
}

static void refuse(aco_token_source *source)
{
	aco_token_source_refuse(source, aco_token_source_token(source)->generation);
}

static bool may_enter(void)
{
	aco_token_cache *cache = new_cache(SECRET);
	bool entered = aco_token_cache_enter(cache);

	aco_token_cache_free(cache);
	return entered;
}

static void answer_without_a_token_is_told(void **state)
{
	check_server refusing = {0};
	aco_token_source *source;
	aco_error error = {0};

	check_start(&refusing, "401 Unauthorized", "{\"error_description\":\"request %u refused\"}");
	source = source_for(refusing.url, dir, 60000);
	assert_false(ask(source, &error));
	assert_int_equal(error.code, ACO_E_AUTHENTICATION);
	assert_non_null(strstr(error.message, "request 1 refused"));
	assert_null(aco_token_source_transfer(source));
	assert_null(aco_token_source_token(source)->value.data);
	/* Whoever likes may ask now; and it may ask again. */
	assert_false(ask(source, &error));
	assert_non_null(strstr(error.message, "request 2 refused"));
	assert_int_equal(aco_token_source_requests(source), 2);
	check_kill(refusing.process);
	aco_token_source_free(source);
	aco_token_source_free(NULL);
}

static void missing_answer_is_told_and_the_right_given_back(void **state)
{
	aco_token_source *source = new_source(dir);
	check_server closed = {0};
	aco_token_source *unheard;
	aco_error error = {0};

	check_listen(&closed);
	close(closed.listener);
	unheard = source_for(closed.url, dir, 60000);
	assert_false(ask(unheard, &error));
	assert_int_equal(error.code, ACO_E_TRANSPORT);
	assert_true(error.retryable);
	aco_token_source_free(unheard);
	/* A transfer that is dropped, too. */
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_PENDING);
	assert_false(may_enter());
	aco_http_release_all(http);
	aco_token_source_free(source);
	assert_true(may_enter());
}

static void token_is_asked_for_once(void **state)
{
	aco_token_source *source = new_source(NULL);

	assert_null(aco_token_source_transfer(source));
	get_token(source);
	check_ready(source, "token-1", 1);
	check_ready(source, "token-1", 1);
	assert_null(aco_token_source_take_notice(source));
	aco_token_source_free(source);
}

static void refused_token_is_replaced(void **state)
{
	aco_token_source *source = new_source(NULL);
	unsigned first;

	get_token(source);
	first = aco_token_source_token(source)->generation;
	refuse(source);
	get_token(source);
	check_ready(source, "token-2", 2);
	/* Another answer that was about the first one. */
	aco_token_source_refuse(source, first);
	check_ready(source, "token-2", 2);
	refuse(source);
	refuse(source);
	get_token(source);
	check_ready(source, "token-3", 3);
	aco_token_source_free(source);
}

static void processes_share_a_token(void **state)
{
	aco_token_source *one = new_source(dir), *other = new_source(dir), *apart = new_source(NULL);

	get_token(one);
	check_ready(other, "token-1", 0);
	check_ready(one, "token-1", 1);
	assert_true(may_enter());
	get_token(apart);
	check_ready(apart, "token-2", 1);
	check_ready(other, "token-1", 0);
	aco_token_source_free(one);
	aco_token_source_free(other);
	aco_token_source_free(apart);
}

static void refused_token_is_not_taken_from_the_cache_again(void **state)
{
	aco_token_source *one = new_source(dir), *other = new_source(dir);

	get_token(one);
	check_ready(other, "token-1", 0);
	refuse(other);
	get_token(other);
	check_ready(other, "token-2", 1);
	/* The first one finds the new token when its own is refused. */
	check_ready(one, "token-1", 1);
	refuse(one);
	check_ready(one, "token-2", 1);
	aco_token_source_free(one);
	aco_token_source_free(other);
}

static void who_waits_gets_the_other_processs_token(void **state)
{
	aco_token_source *source = new_source(dir);
	aco_token_cache *asking = new_cache(SECRET);

	assert_true(aco_token_cache_enter(asking));
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_HELD_BY_OTHER_PROCESS);
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_HELD_BY_OTHER_PROCESS);
	assert_null(aco_token_source_transfer(source));
	put_in_cache(SECRET, "elsewhere");
	check_ready(source, "elsewhere", 0);
	aco_token_cache_free(asking);
	aco_token_source_free(source);
}

static void who_waits_asks_when_the_other_got_none(void **state)
{
	aco_token_source *source = new_source(dir);
	aco_token_cache *asking = new_cache(SECRET);

	assert_true(aco_token_cache_enter(asking));
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_HELD_BY_OTHER_PROCESS);
	aco_token_cache_leave(asking);
	get_token(source);
	check_ready(source, "token-1", 1);
	aco_token_cache_free(asking);
	aco_token_source_free(source);
}

static void patience_ends(void **state)
{
	aco_token_source *source = source_for(server.url, dir, 20);
	aco_token_cache *asking = new_cache(SECRET);

	assert_true(aco_token_cache_enter(asking));
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_HELD_BY_OTHER_PROCESS);
	usleep(30000);
	get_token(source);
	check_ready(source, "token-1", 1);
	/* The other one's right is not touched. */
	assert_false(may_enter());
	/* And patience begins anew. */
	refuse(source);
	assert_int_equal(aco_token_source_acquire(source, http), ACO_TOKEN_HELD_BY_OTHER_PROCESS);
	aco_token_cache_free(asking);
	aco_token_source_free(source);
}

static void token_that_does_not_open_is_told_and_replaced(void **state)
{
	aco_token_source *source = new_source(dir), *other = new_source(dir);
	const char *notice;

	put_in_cache("old-secret", "foreign");
	get_token(source);
	check_ready(source, "token-1", 1);
	notice = aco_token_source_take_notice(source);
	assert_non_null(notice);
	assert_non_null(strstr(notice, "does not open"));
	assert_null(aco_token_source_take_notice(source));
	check_ready(other, "token-1", 0);
	assert_null(aco_token_source_take_notice(other));
	aco_token_source_free(source);
	aco_token_source_free(other);
}

static void secrets_do_not_show(void **state)
{
	static const char text[] = SECRET " token-1 token-2 " SECRET " client";
	aco_token_source *source;
	char shown[64];

	known = aco_secrets_new();
	assert_non_null(known);
	source = new_source(NULL);
	get_token(source);
	refuse(source);
	get_token(source);
	aco_token_source_free(source);
	aco_secrets_excerpt(known, shown, sizeof(shown), text, strlen(text));
	assert_string_equal(shown, "*** *** *** *** client");
	aco_secrets_release(known);
	known = NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		test_with_server(answer_without_a_token_is_told),
		test_with_server(missing_answer_is_told_and_the_right_given_back),
		test_with_server(token_is_asked_for_once),
		test_with_server(refused_token_is_replaced),
		test_with_server(processes_share_a_token),
		test_with_server(refused_token_is_not_taken_from_the_cache_again),
		test_with_server(who_waits_gets_the_other_processs_token),
		test_with_server(who_waits_asks_when_the_other_got_none),
		test_with_server(patience_ends),
		test_with_server(token_that_does_not_open_is_told_and_replaced),
		test_with_server(secrets_do_not_show),
	};

	return cmocka_run_group_tests_name("token_source", tests, check_begin_http, check_end_http);
}
