#include "check.h"

#include "src/core/engine/batch.h"
#include "src/core/base/digest.h"

#include <json-c/json.h>
#include <zlib.h>

static const aco_channel small = {
	.batch_limit = 100, .prefix = "[", .suffix = "]", .compressed = true, .hashed = true, .route_count = 2};
static const aco_channel large = {
	.batch_limit = 500, .prefix = "[", .suffix = "]", .compressed = true, .hashed = true, .route_count = 2};

/* Adds {"n":number} with a text of `padding` bytes, under id "id-number". */
static void add_numbered(aco_batch *batch, int64_t number, size_t padding, const char *hash)
{
	char id[32];
	char *json = malloc(padding + 64);
	aco_document document = {.position = number, .json = json, .id = id, .hash = hash};

	assert_non_null(json);
	document.length = (size_t) snprintf(
		json, padding + 64, "{\"n\":%lld,\"text\":\"%*s\"}", (long long) number, (int) padding, "");
	document.id_length = (size_t) snprintf(id, sizeof(id), "id-%lld", (long long) number);
	assert_true(aco_batch_add(batch, &document, aco_id_hash(id, document.id_length)));
	/* Everything was copied. */
	memset(json, '#', padding + 64);
	memset(id, '#', sizeof(id));
	free(json);
}

static bool holds(const aco_batch *batch, int64_t number)
{
	char id[32];
	size_t length = (size_t) snprintf(id, sizeof(id), "id-%lld", (long long) number);

	return aco_batch_holds(batch, id, length, aco_id_hash(id, length));
}

/* What is sent, as the service reads it: the body, or what zlib makes of the compressed one. */
static aco_buf sent_text(const aco_batch *batch)
{
	z_stream stream = {0};
	aco_buf text = ACO_BUF_INIT;

	if (batch->compressed.length == 0) {
		aco_buf_append(&text, batch->body.data, batch->body.length);
		return text;
	}
	assert_true(aco_buf_reserve(&text, batch->body_length));
	assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
	stream.next_in = (Bytef *) batch->compressed.data;
	stream.avail_in = (uInt) batch->compressed.length;
	stream.next_out = (Bytef *) text.data;
	stream.avail_out = (uInt) batch->body_length;
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.avail_in, 0);
	text.length = stream.total_out;
	inflateEnd(&stream);
	return text;
}

/* A JSON list of the documents of all items, in order; the items know their places. */
static void check_sent(const aco_batch *batch)
{
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *list;
	aco_buf text = sent_text(batch);

	assert_int_equal(text.length, batch->body_length);
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	list = json_tokener_parse_ex(tokener, text.data, (int) text.length);
	assert_int_equal(json_tokener_get_error(tokener), json_tokener_success);
	assert_true(json_object_is_type(list, json_type_array));
	assert_int_equal(json_tokener_get_parse_end(tokener), text.length);
	assert_int_equal(json_object_array_length(list), batch->count);
	for (size_t i = 0; i < batch->count; i++) {
		const aco_item *item = &batch->items[i];
		struct json_object *number;
		char hash[ACO_SHA1_HEX];

		assert_true(json_object_object_get_ex(json_object_array_get_idx(list, i), "n", &number));
		assert_int_equal(json_object_get_int64(number), item->position);
		assert_int_equal(text.data[item->offset], '{');
		assert_int_equal(text.data[item->offset + item->length - 1], '}');
		assert_int_equal(strlen(item->hash), ACO_HASH_SIZE - 1);
		if (item->hash[0] != 'g') {
			aco_digest_sha1_hex(text.data + item->offset, item->length, hash);
			assert_memory_equal(item->hash, hash, ACO_SHA1_HEX);
		}
	}
	json_object_put(list);
	json_tokener_free(tokener);
	aco_buf_free(&text);
}

/* A batch that waits holds one of both. */
static void check_held(const aco_batch *batch)
{
	bool compressed = batch->body_length >= 1024;

	assert_int_equal(batch->compressed.length > 0, compressed);
	assert_int_equal(batch->body.data == NULL, compressed);
}

static void close_batch(aco_batch *batch)
{
	aco_batch_scratch scratch;

	assert_true(aco_batch_scratch_init(&scratch));
	assert_true(aco_batch_close(batch, &scratch));
	aco_batch_scratch_free(&scratch);
	check_sent(batch);
	check_held(batch);
}

static void has_room_up_to_the_item_limit(void **state)
{
	const aco_channel *const channels[] = {&small, &large};

	for (size_t i = 0; i < 2; i++) {
		aco_batch *batch = aco_batch_new(channels[i], 0, NULL);

		assert_non_null(batch);
		for (size_t number = 0; number < channels[i]->batch_limit; number++) {
			assert_true(aco_batch_has_room(batch, 10, SIZE_MAX / 2));
			add_numbered(batch, (int64_t) number, 0, NULL);
		}
		assert_false(aco_batch_has_room(batch, 0, SIZE_MAX / 2));
		assert_int_equal(batch->count, channels[i]->batch_limit);
		close_batch(batch);
		aco_batch_free(batch);
	}
}

/* What a channel puts around its documents, with and without gaps closed. */
static void frames_as_the_channel_says(void **state)
{
	static const aco_channel wrapped = {.batch_limit = 5, .prefix = "{\"events\":[", .suffix = "]}", .route_count = 1};
	static const aco_channel bare = {.batch_limit = 1, .prefix = "", .suffix = "", .route_count = 3};
	aco_batch_scratch scratch;
	aco_batch *batch = aco_batch_new(&wrapped, 0, NULL), *second;
	aco_document document = {.json = "{}", .length = 2, .id = "a", .id_length = 1};
	aco_item *decided;
	size_t count;

	assert_true(aco_batch_scratch_init(&scratch));

	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(aco_batch_has_room(batch, 2, 18), i < 2);
		document.position = (int64_t) i;
		assert_true(aco_batch_add(batch, &document, i));
	}

	assert_true(aco_batch_close(batch, &scratch));
	assert_int_equal(batch->body.length, strlen("{\"events\":[{},{},{}]}"));
	assert_memory_equal(batch->body.data, "{\"events\":[{},{},{}]}", batch->body.length);
	assert_int_equal(batch->items[0].hash[0], '\0');
	assert_int_equal(batch->compressed.length, 0);
	batch->items[1].status = 400;
	decided = aco_batch_take_decided(batch, &count);
	assert_int_equal(count, 1);
	aco_items_free(decided, count);
	assert_true(aco_batch_close(batch, &scratch));
	assert_int_equal(batch->body.length, strlen("{\"events\":[{},{}]}"));
	assert_memory_equal(batch->body.data, "{\"events\":[{},{}]}", batch->body.length);
	second = aco_batch_halve(batch);
	assert_true(aco_batch_close(second, &scratch));
	assert_int_equal(second->body.length, strlen("{\"events\":[{}]}"));
	assert_int_equal(second->body.length, aco_channel_body_length(&wrapped, 2));
	assert_memory_equal(second->body.data, "{\"events\":[{}]}", second->body.length);
	aco_batch_free(second);
	aco_batch_free(batch);

	batch = aco_batch_new(&bare, 2, NULL);
	assert_true(aco_batch_has_room(batch, 2, 2));
	assert_true(aco_batch_add(batch, &document, 1));
	assert_false(aco_batch_has_room(batch, 2, 100));
	assert_true(aco_batch_close(batch, &scratch));
	assert_int_equal(batch->body.length, 2);
	assert_memory_equal(batch->body.data, "{}", 2);
	aco_batch_free(batch);
	aco_batch_scratch_free(&scratch);
}

static void has_room_up_to_the_byte_limit(void **state)
{
	for (size_t limit = 60; limit < 300; limit++) {
		aco_batch *batch = aco_batch_new(&small, 0, NULL);

		assert_non_null(batch);
		/* The first always fits: whether a document is too large is known before. */
		assert_true(aco_batch_has_room(batch, 100000, limit));
		add_numbered(batch, 0, 20, NULL);
		for (int64_t number = 1; aco_batch_has_room(batch, strlen("{\"n\":1,\"text\":\"\"}"), limit); number++) {
			assert_in_range(number, 1, 9);
			add_numbered(batch, number, 0, NULL);
			if (number == 9) {
				break;
			}
		}
		close_batch(batch);
		assert_in_range(batch->body_length, 1, limit);
		aco_batch_free(batch);
	}
}

static void knows_its_ids(void **state)
{
	aco_batch *batch = aco_batch_new(&large, 0, NULL);

	assert_non_null(batch);
	for (int64_t i = 0; i < 500; i++) {
		assert_false(holds(batch, i));
		add_numbered(batch, i, 0, NULL);
		assert_true(holds(batch, i));
	}
	for (int64_t i = 0; i < 2000; i++) {
		assert_int_equal(holds(batch, i), i < 500);
	}
	aco_batch_free(batch);
}

static void ids_with_one_hash_are_told_apart(void **state)
{
	static const char *const ids[] = {"a", "b", "ab", "abc", "ba"};
	/* The last slot: the search goes on at the first. */
	const uint64_t hash = UINT64_MAX;
	aco_batch *batch = aco_batch_new(&small, 0, NULL);

	assert_non_null(batch);
	for (size_t i = 0; i < COUNT(ids); i++) {
		aco_document document = {
			.position = (int64_t) i, .json = "{}", .length = 2, .id = ids[i], .id_length = strlen(ids[i])};

		assert_false(aco_batch_holds(batch, ids[i], strlen(ids[i]), hash));
		assert_true(aco_batch_add(batch, &document, hash));
	}
	for (size_t i = 0; i < COUNT(ids); i++) {
		assert_true(aco_batch_holds(batch, ids[i], strlen(ids[i]), hash));
		assert_false(aco_batch_holds(batch, ids[i], strlen(ids[i]), hash - 1));
	}
	assert_false(aco_batch_holds(batch, "abcd", 4, hash));
	assert_false(aco_batch_holds(batch, "", 0, hash));
	aco_batch_free(batch);
}

static void longest_id_is_kept_whole(void **state)
{
	char id[ACO_ID_SIZE];
	aco_batch *batch = aco_batch_new(&small, 1, NULL);
	aco_document document = {
		.position = 7, .json = "{\"n\":7}", .length = 7, .id = id, .id_length = ACO_ID_SIZE - 1, .route = 1};

	assert_non_null(batch);
	memset(id, 'x', sizeof(id));
	assert_true(aco_batch_add(batch, &document, aco_id_hash(id, ACO_ID_SIZE - 1)));
	assert_int_equal(strlen(batch->items[0].id), ACO_ID_SIZE - 1);
	assert_int_equal(batch->items[0].route, 1);
	assert_int_equal(batch->items[0].position, 7);
	close_batch(batch);
	aco_batch_free(batch);
}

static void hashes_are_computed_where_they_are_missing(void **state)
{
	static const char given[] = "given-hash-given-hash-given-hash-given-h";
	aco_batch *batch = aco_batch_new(&small, 0, NULL);

	assert_int_equal(strlen(given), ACO_HASH_SIZE - 1);
	assert_non_null(batch);
	for (int64_t i = 0; i < 50; i++) {
		add_numbered(batch, i, (size_t) i * 7, i % 3 == 0 ? given : NULL);
	}
	close_batch(batch);
	for (int64_t i = 0; i < 50; i++) {
		assert_int_equal(strcmp(batch->items[i].hash, given) == 0, i % 3 == 0);
	}
	aco_batch_free(batch);
}

static void small_bodies_are_not_compressed(void **state)
{
	for (size_t padding = 950; padding < 1050; padding++) {
		aco_batch *batch = aco_batch_new(&small, 0, NULL);

		assert_non_null(batch);
		add_numbered(batch, 1, padding, NULL);
		/* Looks at the border of 1 KiB. */
		close_batch(batch);
		aco_batch_free(batch);
	}
}

static void the_memory_of_a_compressed_body_goes_to_the_next(void **state)
{
	aco_batch_scratch scratch;
	aco_batch *first, *second;
	const char *memory;

	assert_true(aco_batch_scratch_init(&scratch));
	first = aco_batch_new(&small, 0, &scratch);
	assert_non_null(first);
	add_numbered(first, 1, 5000, NULL);
	memory = first->body.data;
	assert_true(aco_batch_close(first, &scratch));
	second = aco_batch_new(&small, 0, &scratch);
	assert_non_null(second);
	assert_ptr_equal(second->body.data, memory);
	assert_null(scratch.body.data);
	add_numbered(second, 2, 100, NULL);
	assert_true(aco_batch_close(second, &scratch));
	check_sent(first);
	check_sent(second);

	/* Too small to be compressed: it keeps its body, also for other documents. */
	assert_ptr_equal(second->body.data, memory);
	assert_true(aco_batch_reuse(second, 0, &scratch));
	assert_ptr_equal(second->body.data, memory);
	assert_true(aco_batch_reuse(first, 1, &scratch));
	add_numbered(first, 3, 2000, NULL);
	assert_true(aco_batch_close(first, &scratch));
	check_sent(first);
	aco_batch_free(first);
	aco_batch_free(second);
	aco_batch_scratch_free(&scratch);
}

static void nothing_decided_nothing_taken(void **state)
{
	aco_batch *batch = aco_batch_new(&small, 0, NULL);
	size_t count = 99;

	assert_non_null(batch);
	add_numbered(batch, 1, 10, NULL);
	close_batch(batch);
	assert_null(aco_batch_take_decided(batch, &count));
	assert_int_equal(count, 0);
	check_sent(batch);
	aco_batch_free(batch);
}

/* Takes the items whose bit is set out of a batch of `total`, and looks at everything that is left. */
static void check_take(size_t total, const bool *decided, size_t padding)
{
	aco_batch *batch = aco_batch_new(&large, 0, NULL);
	size_t count, expected = 0, at = 0;
	aco_item *taken;

	assert_non_null(batch);

	for (size_t i = 0; i < total; i++) {
		add_numbered(batch, (int64_t) i, (padding + i * 31) % 97, NULL);
	}

	close_batch(batch);

	for (size_t i = 0; i < total; i++) {
		if (decided[i]) {
			batch->items[i].status = ACO_STATUS_REJECTED;
			batch->items[i].message = strdup("refused");
			batch->items[i].field = strdup("sku");
			expected++;
		}
	}

	taken = aco_batch_take_decided(batch, &count);
	assert_int_equal(count, expected);
	assert_int_equal(taken != NULL, expected > 0);

	for (size_t i = 0; i < total; i++) {
		if (decided[i]) {
			assert_int_equal(taken[at].position, i);
			assert_string_equal(taken[at].message, "refused");
			at++;
		}
		assert_int_equal(holds(batch, (int64_t) i), !decided[i]);
	}

	assert_int_equal(batch->count, total - expected);

	if (expected > 0) {
		/* Open again: it takes more, and is closed once more. */
		add_numbered(batch, 1000, 5, NULL);
		close_batch(batch);
	}

	aco_items_free(taken, count);
	aco_batch_free(batch);
}

static void taking_any_of_a_few_keeps_the_json_valid(void **state)
{
	for (size_t total = 1; total <= 8; total++) {
		for (unsigned mask = 0; mask < 1u << total; mask++) {
			bool decided[8];

			for (size_t i = 0; i < total; i++) {
				decided[i] = mask >> i & 1;
			}
			check_take(total, decided, mask);
		}
	}
}

static void taking_of_many_keeps_the_json_valid(void **state)
{
	uint64_t seed = 14;

	for (size_t round = 0; round < 60; round++) {
		bool decided[499];
		unsigned share = (unsigned) (check_random(&seed) % 100);

		for (size_t i = 0; i < COUNT(decided); i++) {
			decided[i] = check_random(&seed) % 100 < share;
		}
		check_take(1 + check_random(&seed) % COUNT(decided), decided, round);
	}
}

static void taking_again_and_again_until_nothing_is_left(void **state)
{
	aco_batch *batch = aco_batch_new(&small, 0, NULL);
	uint64_t seed = 15;
	size_t left = 100;

	assert_non_null(batch);
	for (int64_t i = 0; i < 100; i++) {
		add_numbered(batch, i, 40, NULL);
	}
	close_batch(batch);
	while (left > 0) {
		size_t count;
		aco_item *taken;

		batch->items[check_random(&seed) % left].status = ACO_STATUS_REJECTED;
		batch->items[check_random(&seed) % left].status = ACO_STATUS_RETRYABLE;
		taken = aco_batch_take_decided(batch, &count);
		assert_in_range(count, 1, 2);
		left -= count;
		assert_int_equal(batch->count, left);
		aco_items_free(taken, count);
		close_batch(batch);
	}
	check_bytes(batch->body.data, batch->body.length, TEXT("[]"));
	aco_batch_free(batch);
}

/* The items from `first` on, as add_numbered() made them, under the hashes that the whole batch had. */
static void check_half(
	const aco_batch *half, int64_t first, size_t count, size_t total, const char (*hashes)[ACO_HASH_SIZE])
{
	assert_int_equal(half->count, count);
	for (size_t i = 0; i < count; i++) {
		int64_t number = first + (int64_t) i;
		char id[32];

		snprintf(id, sizeof(id), "id-%lld", (long long) number);
		assert_int_equal(half->items[i].position, number);
		assert_string_equal(half->items[i].id, id);
		assert_string_equal(half->items[i].hash, hashes[number]);
		assert_int_equal(half->items[i].status, 0);
		assert_null(half->items[i].message);
		assert_int_equal(half->items[i].route, half->route);
	}
	for (int64_t number = 0; number < (int64_t) total; number++) {
		assert_int_equal(holds(half, number), number >= first && number < first + (int64_t) count);
	}
}

static void check_halves(size_t total, size_t padding, unsigned route)
{
	static const char given[] = "given-hash-given-hash-given-hash-given-h";
	aco_batch *batch = aco_batch_new(&large, route, NULL), *second;
	char (*hashes)[ACO_HASH_SIZE] = calloc(total, sizeof(*hashes));
	size_t kept = (total + 1) / 2;

	assert_non_null(batch);
	assert_non_null(hashes);
	for (size_t i = 0; i < total; i++) {
		add_numbered(batch, (int64_t) i, (padding * i) % 211, i % 5 == 3 ? given : NULL);
		batch->items[i].route = route;
	}
	close_batch(batch);
	for (size_t i = 0; i < total; i++) {
		memcpy(hashes[i], batch->items[i].hash, ACO_HASH_SIZE);
	}
	second = aco_batch_halve(batch);
	assert_non_null(second);
	assert_ptr_equal(second->channel, &large);
	assert_int_equal(second->route, route);
	/* These look at the bodies, too. */
	close_batch(batch);
	close_batch(second);
	check_half(batch, 0, kept, total, (const char (*)[ACO_HASH_SIZE]) hashes);
	check_half(second, (int64_t) kept, total - kept, total, (const char (*)[ACO_HASH_SIZE]) hashes);
	aco_batch_free(batch);
	aco_batch_free(second);
	free(hashes);
}

static void halves_are_whole_batches(void **state)
{
	static const size_t totals[] = {2, 3, 4, 5, 31, 499, 500};

	for (size_t i = 0; i < COUNT(totals); i++) {
		check_halves(totals[i], 0, 0);
		check_halves(totals[i], 17, 1);
	}
}

static void bodies_of_halves_are_as_expected(void **state)
{
	aco_batch *batch = aco_batch_new(&small, 0, NULL), *second;

	assert_non_null(batch);
	for (int64_t i = 0; i < 3; i++) {
		add_numbered(batch, i, 0, NULL);
	}
	close_batch(batch);
	second = aco_batch_halve(batch);
	assert_non_null(second);
	close_batch(batch);
	close_batch(second);
	check_bytes(batch->body.data, batch->body.length, TEXT("[{\"n\":0,\"text\":\"\"},{\"n\":1,\"text\":\"\"}]"));
	check_bytes(second->body.data, second->body.length, TEXT("[{\"n\":2,\"text\":\"\"}]"));
	aco_batch_free(batch);
	aco_batch_free(second);
}

/* As the engine does with a request that nobody takes, until each item is alone. */
static void halving_ends_with_single_items(void **state)
{
	aco_batch *waiting[100] = {aco_batch_new(&small, 0, NULL)};
	size_t count = 1;

	assert_non_null(waiting[0]);
	for (int64_t i = 0; i < 100; i++) {
		add_numbered(waiting[0], i, 30, NULL);
	}
	close_batch(waiting[0]);
	for (size_t i = 0; i < count; i++) {
		while (waiting[i]->count > 1) {
			assert_true(count < COUNT(waiting));
			waiting[count] = aco_batch_halve(waiting[i]);
			assert_non_null(waiting[count]);
			close_batch(waiting[i]);
			close_batch(waiting[count++]);
		}
	}
	assert_int_equal(count, COUNT(waiting));
	for (int64_t number = 0; number < 100; number++) {
		size_t holders = 0;

		for (size_t i = 0; i < count; i++) {
			holders += holds(waiting[i], number);
		}
		assert_int_equal(holders, 1);
	}
	for (size_t i = 0; i < count; i++) {
		aco_batch_free(waiting[i]);
	}
}

static void freeing_nothing_is_allowed(void **state)
{
	aco_batch_free(NULL);
	aco_items_free(NULL, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_room_up_to_the_item_limit),
		cmocka_unit_test(frames_as_the_channel_says),
		cmocka_unit_test(has_room_up_to_the_byte_limit),
		cmocka_unit_test(knows_its_ids),
		cmocka_unit_test(ids_with_one_hash_are_told_apart),
		cmocka_unit_test(longest_id_is_kept_whole),
		cmocka_unit_test(hashes_are_computed_where_they_are_missing),
		cmocka_unit_test(small_bodies_are_not_compressed),
		cmocka_unit_test(the_memory_of_a_compressed_body_goes_to_the_next),
		cmocka_unit_test(nothing_decided_nothing_taken),
		cmocka_unit_test(taking_any_of_a_few_keeps_the_json_valid),
		cmocka_unit_test(taking_of_many_keeps_the_json_valid),
		cmocka_unit_test(taking_again_and_again_until_nothing_is_left),
		cmocka_unit_test(halves_are_whole_batches),
		cmocka_unit_test(bodies_of_halves_are_as_expected),
		cmocka_unit_test(halving_ends_with_single_items),
		cmocka_unit_test(freeing_nothing_is_allowed),
	};

	return cmocka_run_group_tests_name("batch", tests, NULL, NULL);
}
