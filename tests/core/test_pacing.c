/*
 * Requests of several processes over a virtual clock and network: whatever the delays on the way, a
 * service that counts strictly by arrival refuses none, and nearly all of the quota is used. The
 * counting here shares nothing with the code that it checks.
 */
#include "check_quota_file.h"

#include "src/core/engine/pacer.h"

#include <math.h>

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)
#define START (INT64_C(100000) * SECOND)
#define NEVER INT64_MAX
#define MAX_ARRIVALS 60000
#define MAX_PROCESSES 4
#define CONCURRENCY 4
/* As long as a process waits at most before it looks around. */
#define SLICE 100000
#define PHASES 16

typedef struct arrival {
	int64_t at_us;
	int64_t amount;
} arrival;

/* What the way to the service and back does. */
typedef struct network {
	/* A connection is opened for the first request, and for one in so many. */
	int64_t connect_us;
	uint64_t reconnects;
	/* One way, and what comes to it or does not. */
	int64_t way_us;
	int64_t jitter_us;
	/* How long the service thinks, and how late a process wakes up. */
	int64_t answer_us;
	int64_t late_us;
	/* One in so many is read by the service this late. */
	uint64_t stalls;
	int64_t stall_us;
} network;

typedef struct request {
	aco_passage passage;
	int64_t ready_us;
	int64_t left_us;
	int64_t answered_us;
} request;

typedef struct process {
	aco_pacer pacer;
	request requests[CONCURRENCY];
	size_t in_flight;
	int64_t next_us;
	bool connected;
} process;

typedef struct world {
	const network *net;
	aco_item_rate rate;
	size_t least;
	size_t most;
	process processes[MAX_PROCESSES];
	size_t count;
	uint64_t seed;
	arrival *arrivals;
	size_t arrived;
	int64_t waiting_items[MAX_PROCESSES];
} world;

static int64_t up_to(world *world, int64_t most)
{
	return most > 0 ? (int64_t) (check_random(&world->seed) % (uint64_t) (most + 1)) : 0;
}

static bool one_in(world *world, uint64_t many)
{
	return many > 0 && check_random(&world->seed) % many == 0;
}

/* The bytes are written at this moment; what becomes of them is the network's. */
static void leave(world *world, request *request, int64_t now_us)
{
	int64_t arrives_us = now_us + world->net->way_us + up_to(world, world->net->jitter_us);

	if (one_in(world, world->net->stalls)) {
		arrives_us += up_to(world, world->net->stall_us);
	}
	assert_true(world->arrived < MAX_ARRIVALS);
	world->arrivals[world->arrived++] = (arrival) {arrives_us, (int64_t) request->passage.spending.items};
	request->left_us = now_us;
	request->answered_us = arrives_us + world->net->way_us + world->net->answer_us / 2
		+ up_to(world, world->net->answer_us);
}

/* Moves the requests of a process on; as libcurl and the engine do in one step. */
static void move_on(world *world, process *process, int64_t now_us)
{
	for (size_t i = 0; i < process->in_flight; i++) {
		request *request = &process->requests[i];

		if (request->left_us == 0 && request->ready_us <= now_us) {
			leave(world, request, now_us);
		}
		aco_pacer_follow(
			&process->pacer, &request->passage, request->left_us, request->answered_us <= now_us ? now_us : 0, now_us);
		if (request->answered_us <= now_us) {
			process->requests[i--] = process->requests[--process->in_flight];
		}
	}
}

static int64_t start_all(world *world, process *process, int64_t *items, int64_t now_us)
{
	while (process->in_flight < CONCURRENCY) {
		request *request = &process->requests[process->in_flight];
		aco_grant grant;

		*items = *items ? *items : (int64_t) world->least + up_to(world, (int64_t) (world->most - world->least));
		grant = aco_pacer_acquire(&process->pacer, world->rate, (size_t) *items, now_us, &request->passage);
		if (grant.wait_ms > 0) {
			return now_us + grant.wait_ms * 1000;
		}
		*items = 0;
		request->ready_us = now_us + up_to(world, 1000);
		if (!process->connected || one_in(world, world->net->reconnects)) {
			request->ready_us += world->net->connect_us / 2 + up_to(world, world->net->connect_us);
			process->connected = true;
		}
		request->left_us = 0;
		request->answered_us = NEVER;
		process->in_flight++;
	}
	return NEVER;
}

static void step(world *world, size_t index)
{
	process *process = &world->processes[index];
	int64_t now_us = process->next_us, next_us;

	move_on(world, process, now_us);
	next_us = start_all(world, process, &world->waiting_items[index], now_us);
	next_us = next_us < now_us + SLICE ? next_us : now_us + SLICE;
	for (size_t i = 0; i < process->in_flight; i++) {
		const request *request = &process->requests[i];
		int64_t event_us = request->left_us ? request->answered_us : request->ready_us;

		next_us = event_us < next_us ? event_us : next_us;
	}
	process->next_us = (next_us > now_us ? next_us : now_us) + 20 + up_to(world, world->net->late_us);
}

static int by_time(const void *one, const void *other)
{
	int64_t first = ((const arrival *) one)->at_us, second = ((const arrival *) other)->at_us;

	return first < second ? -1 : first > second;
}

static void check_rolling(const world *world, int64_t length_us, int64_t limit)
{
	int64_t amount = 0;

	for (size_t first = 0, last = 0; last < world->arrived; last++) {
		amount += world->arrivals[last].amount;
		while (world->arrivals[first].at_us <= world->arrivals[last].at_us - length_us) {
			amount -= world->arrivals[first++].amount;
		}
		if (amount > limit) {
			fail_msg("%lld arrived within %lld us, %.3f s after the start", (long long) amount, (long long) length_us,
				(double) (world->arrivals[last].at_us - START) / 1e6);
		}
	}
}

static void check_fixed(const world *world, int64_t length_us, int64_t limit)
{
	for (int64_t phase = 0; phase < PHASES; phase++) {
		int64_t amount = 0, number = -1;

		for (size_t i = 0; i < world->arrived; i++) {
			int64_t now = (world->arrivals[i].at_us + phase * length_us / PHASES) / length_us;

			amount = (now == number ? amount : 0) + world->arrivals[i].amount;
			number = now;
			assert_true(amount <= limit);
		}
	}
}

static void check_bucket(const world *world, int64_t length_us, int64_t limit)
{
	double tokens = (double) limit;

	for (size_t i = 0; i < world->arrived; i++) {
		double passed = i > 0 ? (double) (world->arrivals[i].at_us - world->arrivals[i - 1].at_us) : 0;

		tokens = fmin((double) limit, tokens + passed * (double) limit / (double) length_us)
			- (double) world->arrivals[i].amount;
		assert_true(tokens >= -1e-6);
	}
}

static void check_all(const world *world, int64_t length_us, int64_t limit, int64_t duration_us, double share)
{
	int64_t amount = 0;

	qsort(world->arrivals, world->arrived, sizeof(*world->arrivals), by_time);
	check_rolling(world, length_us, limit);
	check_fixed(world, length_us, limit);
	check_bucket(world, length_us, limit);
	for (size_t i = 0; i < world->arrived && world->arrivals[i].at_us < world->arrivals[0].at_us + duration_us; i++) {
		amount += world->arrivals[i].amount;
	}
	if ((double) amount < share * (double) limit * (double) duration_us / (double) length_us) {
		fail_msg("only %lld of %lld were used", (long long) amount, (long long) (limit * duration_us / length_us));
	}
}

/* Runs the world with its processes, which share the file. */
static void run(world *world, const aco_rates *rates, int64_t duration_us)
{
	aco_quota_file *files[MAX_PROCESSES];

	world->arrivals = calloc(MAX_ARRIVALS, sizeof(*world->arrivals));
	assert_non_null(world->arrivals);
	for (size_t i = 0; i < world->count; i++) {
		files[i] = check_quota_file(KEY);
		aco_pacer_init(&world->processes[i].pacer, rates);
		world->processes[i].pacer.shared = files[i];
		world->processes[i].next_us = START + up_to(world, SECOND);
	}
	for (size_t next = 0; world->processes[next].next_us < START + duration_us;) {
		step(world, next);
		for (size_t i = 0; i < world->count; i++) {
			next = world->processes[i].next_us < world->processes[next].next_us ? i : next;
		}
	}
	for (size_t i = 0; i < world->count; i++) {
		aco_quota_file_close(files[i]);
	}
	unlink(check_quota_path(KEY));
}

/* The time a minute's quota is looked at is some minutes, that of a second's two minutes. */
static void check_network(const network *net, double requests_per_second, double share, uint64_t seed)
{
	for (size_t count = 1; count <= MAX_PROCESSES; count += 3) {
		aco_rates rates = aco_rates_of(requests_per_second, 1000, 50000);
		world world = {.net = net, .rate = ACO_RATE_NONE, .least = 1, .most = 1, .count = count, .seed = seed};

		run(&world, &rates, 125 * SECOND);
		check_all(&world, SECOND, (int64_t) requests_per_second, 120 * SECOND, share);
		free(world.arrivals);
	}
}

static void check_items(const network *net, aco_item_rate rate, size_t least, size_t most, double share)
{
	for (size_t count = 1; count <= MAX_PROCESSES; count += 3) {
		int64_t limit = rate == ACO_RATE_PRODUCTS ? 1000 : 50000;
		aco_rates rates = aco_rates_of(0, 1000, 50000);
		world world = {.net = net, .rate = rate, .least = least, .most = most, .count = count, .seed = 5};

		run(&world, &rates, 250 * SECOND);
		check_all(&world, MINUTE, limit, 4 * MINUTE, share);
		free(world.arrivals);
	}
}

static const network near = {
	.connect_us = 10000, .reconnects = 50, .way_us = 100, .jitter_us = 2000, .answer_us = 3000, .late_us = 1000};
static const network far = {
	.connect_us = 300000, .reconnects = 100, .way_us = 60000, .jitter_us = 12000, .answer_us = 10000, .late_us = 1000};
static const network slow = {
	.connect_us = 200000, .reconnects = 200, .way_us = 40000, .jitter_us = 8000, .answer_us = 900000, .late_us = 1000};
/* Neither the processes nor the service get the processor when they want it. */
static const network starved = {.connect_us = 150000,
	.reconnects = 20,
	.way_us = 100,
	.jitter_us = 10000,
	.answer_us = 20000,
	.late_us = 60000,
	.stalls = 40,
	.stall_us = 300000};

static void requests_near_by(void **state)
{
	check_network(&near, 2, 0.97, 1);
	check_network(&near, 1, 0.97, 2);
	check_network(&near, 20, 0.97, 3);
	check_network(&near, 100, 0.97, 4);
}

static void requests_far_away(void **state)
{
	check_network(&far, 2, 0.97, 5);
	check_network(&far, 20, 0.97, 6);
}

static void requests_of_a_slow_service(void **state)
{
	check_network(&slow, 2, 0.95, 7);
}

static void requests_of_a_starved_host(void **state)
{
	for (uint64_t seed = 8; seed < 16; seed++) {
		check_network(&starved, 2, 0.8, seed);
	}
}

static void items_of_full_batches(void **state)
{
	check_items(&near, ACO_RATE_PRODUCTS, 100, 100, 0.97);
	check_items(&far, ACO_RATE_PRODUCTS, 100, 100, 0.97);
	check_items(&starved, ACO_RATE_PRODUCTS, 100, 100, 0.97);
	check_items(&far, ACO_RATE_PRICES, 500, 500, 0.97);
	check_items(&starved, ACO_RATE_PRICES, 500, 500, 0.97);
}

/* Half a batch, on the average, does not fit into what is left of a window. */
static void items_of_batches_of_any_size(void **state)
{
	check_items(&far, ACO_RATE_PRODUCTS, 1, 100, 0.92);
	check_items(&far, ACO_RATE_PRODUCTS, 1, 10, 0.97);
	check_items(&starved, ACO_RATE_PRICES, 1, 500, 0.97);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_test_in_dir(requests_near_by),
		check_test_in_dir(requests_far_away),
		check_test_in_dir(requests_of_a_slow_service),
		check_test_in_dir(requests_of_a_starved_host),
		check_test_in_dir(items_of_full_batches),
		check_test_in_dir(items_of_batches_of_any_size),
	};

	return cmocka_run_group_tests_name("pacing", tests, NULL, NULL);
}
