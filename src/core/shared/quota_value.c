/* SPDX-License-Identifier: MIT */
#include "src/core/shared/quota_value.h"


/* The layout's version. */
#define MAGIC "aq1"
#define MAGIC_SIZE 3
#define CHECKSUM_SIZE 4
#define NUMBERS 8
/* Sums of two are numbers, too. */
#define MAX_NUMBER (INT64_C(1) << 60)

typedef struct reader {
	const unsigned char *at;
	const unsigned char *end;
	bool failed;
} reader;

/* Seven bits a byte, the lowest first; signs in the lowest bit, so that small negative numbers are short, too. */
static void write_number(aco_buf *out, int64_t number)
{
	uint64_t rest = ((uint64_t) number << 1) ^ (number < 0 ? UINT64_MAX : 0);

	while (rest >= 0x80) {
		aco_buf_append_char(out, (char) (rest & 0x7f) | (char) 0x80);
		rest >>= 7;
	}
	aco_buf_append_char(out, (char) rest);
}

static int64_t read_number(reader *in)
{
	uint64_t number = 0;

	for (unsigned shift = 0; shift < 64 && in->at < in->end; shift += 7) {
		unsigned char byte = *in->at++;

		number |= (uint64_t) (byte & 0x7f) << shift;
		if (byte < 0x80) {
			int64_t value = (int64_t) (number >> 1 ^ (number & 1 ? UINT64_MAX : 0));

			in->failed = in->failed || value > MAX_NUMBER || value < -MAX_NUMBER;
			return in->failed ? 0 : value;
		}
	}

	in->failed = true;
	return 0;
}

/* FNV-1a: finds damage, not forgery. */
static uint32_t checksum_of(const char *bytes, size_t length)
{
	uint32_t sum = UINT32_C(2166136261);

	for (size_t i = 0; i < length; i++) {
		sum = (sum ^ (unsigned char) bytes[i]) * UINT32_C(16777619);
	}
	return sum;
}

static bool counts(const struct aco_window_slot *slot, int64_t now)
{
	return slot->amount > 0 && slot->number > now - ACO_WINDOW_SLOTS && slot->number < now + ACO_WINDOW_SLOTS;
}

/* The slots that still count, as distances from the present one. */
static void write_window(aco_buf *out, const aco_window *window, int64_t slot_us, int64_t now_us)
{
	int64_t now = now_us / slot_us, count = 0;

	for (size_t i = 0; i < ACO_WINDOW_SLOTS; i++) {
		count += counts(&window->slots[i], now);
	}

	write_number(out, window->least);
	write_number(out, window->least_at_us - now_us);
	write_number(out, count);

	for (size_t i = 0; i < ACO_WINDOW_SLOTS; i++) {
		if (counts(&window->slots[i], now)) {
			write_number(out, window->slots[i].number - now);
			write_number(out, window->slots[i].amount);
		}
	}
}

static void read_window(reader *in, aco_window *window, int64_t slot_us, int64_t now_us)
{
	int64_t now = now_us / slot_us, count;

	window->least = read_number(in);
	window->least_at_us = now_us + read_number(in);
	count = read_number(in);

	if (count < 0 || count > ACO_WINDOW_SLOTS) {
		in->failed = true;
		return;
	}

	while (count-- > 0) {
		int64_t number = now + read_number(in);

		window->slots[(uint64_t) number % ACO_WINDOW_SLOTS] = (struct aco_window_slot) {number, read_number(in)};
	}
}

void aco_quota_value_write(aco_buf *out, const aco_quota_value *value)
{
	const aco_quota_state *state = &value->state;
	int64_t now_us = value->written_us;
	/* A bucket that is full has no date: zero. */
	int64_t numbers[NUMBERS] = {value->serial, value->writer, now_us, value->clock_us - now_us,
		state->requests_full_us - now_us, state->products_full_us - now_us, state->prices_full_us - now_us,
		state->paused_until_us - now_us};
	size_t start = out->length;
	uint32_t sum;

	aco_buf_append_literal(out, MAGIC);

	for (size_t i = 0; i < NUMBERS; i++) {
		write_number(out, i > 3 && numbers[i] < 0 ? 0 : numbers[i]);
	}

	write_window(out, &state->requests, ACO_QUOTA_SECOND_SLOT_US, now_us);
	write_window(out, &state->products, ACO_QUOTA_MINUTE_SLOT_US, now_us);
	write_window(out, &state->prices, ACO_QUOTA_MINUTE_SLOT_US, now_us);

	if (!out->failed) {
		sum = checksum_of(out->data + start, out->length - start);
		for (size_t i = 0; i < CHECKSUM_SIZE; i++) {
			aco_buf_append_char(out, (char) (sum >> (8 * i)));
		}
	}
}

static bool has_checksum(const char *bytes, size_t length)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < CHECKSUM_SIZE; i++) {
		sum |= (uint32_t) (unsigned char) bytes[length - CHECKSUM_SIZE + i] << (8 * i);
	}
	return sum == checksum_of(bytes, length - CHECKSUM_SIZE);
}

bool aco_quota_value_read(aco_quota_value *value, const char *bytes, size_t length)
{
	int64_t numbers[NUMBERS], now_us;
	reader in;

	if (length < MAGIC_SIZE + CHECKSUM_SIZE || memcmp(bytes, MAGIC, MAGIC_SIZE) != 0 || !has_checksum(bytes, length)) {
		return false;
	}

	in = (reader) {
		.at = (const unsigned char *) bytes + MAGIC_SIZE,
		.end = (const unsigned char *) bytes + length - CHECKSUM_SIZE,
	};

	for (size_t i = 0; i < NUMBERS; i++) {
		numbers[i] = read_number(&in);
	}

	now_us = numbers[2];
	*value = (aco_quota_value) {
		.serial = numbers[0],
		.writer = numbers[1],
		.written_us = now_us,
		.clock_us = now_us + numbers[3],
		.state = {
			.requests_full_us = now_us + numbers[4],
			.products_full_us = now_us + numbers[5],
			.prices_full_us = now_us + numbers[6],
			.paused_until_us = numbers[7] > 0 ? now_us + numbers[7] : 0,
		},
	};

	read_window(&in, &value->state.requests, ACO_QUOTA_SECOND_SLOT_US, now_us);
	read_window(&in, &value->state.products, ACO_QUOTA_MINUTE_SLOT_US, now_us);
	read_window(&in, &value->state.prices, ACO_QUOTA_MINUTE_SLOT_US, now_us);

	return !in.failed && in.at == in.end && now_us > 0;
}
