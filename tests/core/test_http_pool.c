#include "check_server.h"

#include "src/core/net/http_pool.h"

static aco_http *take(aco_http_pool *pool, const aco_http_settings *settings)
{
	aco_http *http = aco_http_pool_take(pool, settings);

	assert_non_null(http);
	assert_true(aco_http_has_settings(http, settings));
	return http;
}

static void nothing_is_kept_without_a_pool(void **state)
{
	aco_http_pool pool = {0};

	aco_http_pool_give(NULL, take(NULL, &check_http_settings));
	aco_http_pool_give(NULL, NULL);
	aco_http_pool_give(&pool, NULL);
	assert_int_equal(pool.count, 0);
	aco_http_pool_clear(&pool);
}

static void same_settings_get_the_same_pump(void **state)
{
	aco_http_settings copy = check_http_settings;
	aco_http_pool pool = {0};
	aco_http *one = take(&pool, &check_http_settings), *other = take(&pool, &check_http_settings);
	char no_proxy[] = "";

	/* Texts are compared, not where they are. */
	copy.proxy = no_proxy;
	assert_ptr_not_equal(one, other);
	aco_http_pool_give(&pool, one);
	assert_int_equal(pool.count, 1);
	assert_ptr_equal(take(&pool, &copy), one);
	assert_int_equal(pool.count, 0);
	/* The last one given has the youngest connections. */
	aco_http_pool_give(&pool, one);
	aco_http_pool_give(&pool, other);
	assert_ptr_equal(take(&pool, &check_http_settings), other);
	assert_ptr_equal(take(&pool, &check_http_settings), one);
	aco_http_pool_give(&pool, one);
	aco_http_pool_give(&pool, other);
	aco_http_pool_clear(&pool);
	assert_int_equal(pool.count, 0);
}

static void other_settings_get_another_pump(void **state)
{
	aco_http_settings others[] = {check_http_settings, check_http_settings, check_http_settings, check_http_settings,
		check_http_settings, check_http_settings, check_http_settings};
	aco_http_pool pool = {0};
	aco_http *http = take(&pool, &check_http_settings);

	others[0].ca_file = "";
	others[1].proxy = NULL;
	others[2].proxy = "http://localhost:1";
	others[3].connect_timeout_ms++;
	others[4].timeout_ms++;
	others[5].max_response_bytes++;
	others[6].max_connections++;
	aco_http_pool_give(&pool, http);
	for (size_t i = 0; i < COUNT(others); i++) {
		aco_http *other = take(&pool, &others[i]);

		assert_ptr_not_equal(other, http);
		assert_false(aco_http_has_settings(other, &check_http_settings));
		assert_int_equal(pool.count, 1);
		aco_http_free(other);
	}
	assert_ptr_equal(take(&pool, &check_http_settings), http);
	aco_http_free(http);
}

static aco_http_settings settings_with_timeout(long timeout_ms)
{
	aco_http_settings settings = check_http_settings;

	settings.timeout_ms = timeout_ms;
	return settings;
}

static bool holds(const aco_http_pool *pool, long timeout_ms)
{
	aco_http_settings settings = settings_with_timeout(timeout_ms);
	bool found = false;

	for (size_t i = 0; i < pool->count; i++) {
		found |= aco_http_has_settings(pool->idle[i], &settings);
	}
	return found;
}

static void the_longest_idle_makes_room(void **state)
{
	aco_http_pool pool = {0};

	for (long i = 1; i <= 3 * ACO_HTTP_POOL_SIZE; i++) {
		aco_http_settings settings = settings_with_timeout(i);

		aco_http_pool_give(&pool, aco_http_new(&settings));
		assert_int_equal(pool.count, i < ACO_HTTP_POOL_SIZE ? i : ACO_HTTP_POOL_SIZE);
		for (long j = 1; j <= i; j++) {
			assert_int_equal(holds(&pool, j), j > i - ACO_HTTP_POOL_SIZE);
		}
	}
	/* One from the middle leaves no gap. */
	aco_http_settings middle = settings_with_timeout(3 * ACO_HTTP_POOL_SIZE - 4);
	aco_http_free(take(&pool, &middle));
	assert_int_equal(pool.count, ACO_HTTP_POOL_SIZE - 1);
	for (long j = 2 * ACO_HTTP_POOL_SIZE + 1; j <= 3 * ACO_HTTP_POOL_SIZE; j++) {
		assert_int_equal(holds(&pool, j), j != middle.timeout_ms);
	}
	aco_http_pool_clear(&pool);
}

/* Sends one request; how many connections that took. */
static long get(aco_http *http, const check_server *server)
{
	aco_http_request request = {.url = server->url};
	aco_http_transfer *transfer = aco_http_start(http, &request, NULL);
	long connections;

	assert_non_null(transfer);
	assert_ptr_equal(check_wait(http), transfer);
	assert_int_equal(aco_http_response_of(transfer)->status, 200);
	connections = aco_http_response_of(transfer)->new_connections;
	aco_http_release(http, transfer);
	return connections;
}

static void connections_are_kept(void **state)
{
	aco_http_pool pool = {0};
	check_server server = {0};
	aco_http *http;

	check_start(&server, "200 OK", "%u");
	for (long i = 0; i < 4; i++) {
		http = take(&pool, &check_http_settings);
		assert_int_equal(get(http, &server), i == 0 ? 1 : 0);
		aco_http_pool_give(&pool, http);
	}
	aco_http_pool_clear(&pool);
	http = take(&pool, &check_http_settings);
	assert_int_equal(get(http, &server), 1);
	aco_http_free(http);
	check_kill(server.process);
}

static void transfers_are_dropped(void **state)
{
	check_server silent = {0};
	aco_http_request request = {
		.url = silent.url, .body = "{}", .body_length = 2, .content_type = "application/json", .bearer_token = "token"};
	aco_http_pool pool = {0};
	aco_http *http = take(&pool, &check_http_settings);

	check_listen(&silent);
	for (size_t i = 0; i < 3; i++) {
		assert_non_null(aco_http_start(http, &request, NULL));
		aco_http_run(http, 0);
	}
	aco_http_pool_give(&pool, http);
	close(silent.listener);
	assert_ptr_equal(take(&pool, &check_http_settings), http);
	/* Nothing of theirs comes back. */
	aco_http_run(http, 0);
	assert_null(aco_http_finished(http));
	aco_http_free(http);
}

/* Works of a child with its parent's pool. */
static bool takes_a_new_one(void *context)
{
	aco_http_pool *pool = context;
	aco_http *inherited = pool->idle[0], *http;

	if (!aco_http_is_inherited(inherited)) {
		return false;
	}
	http = aco_http_pool_take(pool, &check_http_settings);
	return http && !aco_http_is_inherited(http) && pool->count == 0;
}

static bool gives_none_back(void *context)
{
	aco_http_pool pool = {0};

	aco_http_pool_give(&pool, context);
	return pool.count == 0;
}

static bool clears(void *context)
{
	aco_http_pool_clear(context);
	return true;
}

static void forked_child_uses_nothing_of_its_parents(void **state)
{
	aco_http_pool pool = {0};
	check_server server = {0};
	aco_http *http = take(&pool, &check_http_settings);

	check_start(&server, "200 OK", "%u");
	assert_int_equal(get(http, &server), 1);
	assert_true(check_went_well(check_fork(gives_none_back, http)));
	aco_http_pool_give(&pool, http);
	assert_true(check_went_well(check_fork(takes_a_new_one, &pool)));
	assert_true(check_went_well(check_fork(clears, &pool)));
	/* Nobody said goodbye on the parent's connection. */
	assert_ptr_equal(take(&pool, &check_http_settings), http);
	assert_int_equal(get(http, &server), 0);
	aco_http_free(http);
	check_kill(server.process);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_kept_without_a_pool),
		cmocka_unit_test(same_settings_get_the_same_pump),
		cmocka_unit_test(other_settings_get_another_pump),
		cmocka_unit_test(the_longest_idle_makes_room),
		cmocka_unit_test(connections_are_kept),
		cmocka_unit_test(transfers_are_dropped),
		cmocka_unit_test(forked_child_uses_nothing_of_its_parents),
	};

	return cmocka_run_group_tests_name("http_pool", tests, check_begin_http, check_end_http);
}
