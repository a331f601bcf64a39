/*
 * The input is what lies in the quota file of a tenant. By its first byte: those bytes alone, or as
 * the state in a file that is in order otherwise. Then rates, and what is asked of the quota.
 */
#include "state_dir.h"

/* For its layout, which nobody else knows. */
#include "src/core/shared/quota_file.c"

#define NOW_US INT64_C(86400000000)
/* No wait is longer: the slowest rate for a full batch, or the longest pause that is believed. */
#define LONGEST_WAIT_US (INT64_C(86400000000) * (ACO_BATCH_LIMIT_MAX + 2))

static void put_file(fuzz_input *input, const aco_quota_file *file)
{
	char *bytes;
	page whole = {.header.magic = MAGIC};

	if (fuzz_byte(input) % 2 == 0) {
		size_t length = input->left;

		bytes = fuzz_bytes(input, &length);
		state_dir_put(file->name, bytes, length);
	} else {
		size_t length = sizeof(whole.states[0]) < input->left ? sizeof(whole.states[0]) : input->left;

		memcpy(whole.header.boot_id, file->boot_id, sizeof(whole.header.boot_id));
		bytes = fuzz_bytes(input, &length);
		memcpy(&whole.states[0], bytes, length);
		state_dir_put(file->name, &whole, sizeof(whole));
	}
	free(bytes);
}

static void use(aco_quota_state *state, fuzz_input *input)
{
	aco_rates rates = aco_rates_of((double) fuzz_byte(input) / 4, fuzz_byte(input) * 10, fuzz_byte(input) * 1000);
	aco_item_rate rate = fuzz_byte(input) % 3;
	int64_t wait_us = aco_quota_acquire(state, &rates, rate, fuzz_byte(input), NOW_US);

	REQUIRE(wait_us >= 0 && wait_us <= LONGEST_WAIT_US);
	REQUIRE(aco_quota_paused_us(state, NOW_US) >= 0);
	aco_quota_pause(state, &rates, fuzz_byte(input) * INT64_C(1000000), NOW_US);
	/* Whoever waits as told may go on. */
	for (int attempts = 0; wait_us > 0; attempts++) {
		REQUIRE(attempts < 8);
		wait_us = aco_quota_acquire(state, &rates, rate, 1, NOW_US + 2 * LONGEST_WAIT_US * (attempts + 1));
	}
	aco_quota_drain(state, &rates, NOW_US);
	wait_us = aco_quota_acquire(state, &rates, rate, 1, NOW_US);
	REQUIRE(wait_us >= 0 && wait_us <= LONGEST_WAIT_US);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const aco_quota_state empty;
	fuzz_input input = {data, size};
	aco_error error;
	aco_quota_file *file = aco_quota_file_open(state_dir(), "https://na1.example.com/T1", &error);
	aco_quota_state *state;
	bool fresh;
	char why[256];

	REQUIRE(file);
	put_file(&input, file);
	state = aco_quota_file_lock(file, &fresh, why, sizeof(why));
	REQUIRE(state);
	REQUIRE(fresh == (why[0] != '\0'));
	if (fresh) {
		REQUIRE(memcmp(state, &empty, sizeof(empty)) == 0);
	}
	use(state, &input);
	aco_quota_file_unlock(file);
	state_dir_delete(file->name);
	aco_quota_file_close(file);
	return 0;
}
