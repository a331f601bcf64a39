/* SPDX-License-Identifier: MIT */
/* Several questions to the external matcher at once. */
#include "src/php/assets/external_matcher_private.h"

#include "src/core/base/clock.h"
#include "src/php/assets/classes.h"
#include "src/php/assets/external_matcher.h"
#include "src/php/assets/matcher_request.h"
#include "src/php/exceptions.h"
#include "src/php/wait.h"
#include "zend_exceptions.h"

#define MAX_CONCURRENCY 64

/* A question that was asked, or waits for its next attempt. */
typedef struct php_aco_matcher_slot {
	bool taken;
	/* Of the result. The key is NULL for an index. */
	zend_string *key;
	zend_ulong index;
	/* The asset id or the SKU. A question may be a reference, whose value a signal handler replaces meanwhile. */
	zend_string *name;
	aco_asset asset;
	aco_json body;
	/* NULL: to be started at `due_ms`. */
	aco_http_transfer *transfer;
	int64_t due_ms;
	bool token_renewed;
	unsigned token_generation;
	php_aco_exchange_retries retries;
	php_aco_assets_matcher_response response;
} php_aco_matcher_slot;

/* One call of ask(). */
typedef struct questioning {
	external_matcher *matcher;
	matcher_query query;
	HashTable *questions;
	HashPosition position;
	zval *results;
	size_t active;
} questioning;

void php_aco_matcher_slots_free(external_matcher *matcher)
{
	for (size_t i = 0; i < matcher->slot_count; i++) {
		aco_buf_free(&matcher->slots[i].body.buf);
		aco_matches_free(&matcher->slots[i].response.matches);
	}
	free(matcher->slots);
	matcher->slots = NULL;
	matcher->slot_count = 0;
}

static void add_result(questioning *run, const php_aco_matcher_slot *slot, zval *result)
{
	if (slot->key) {
		zend_hash_update(Z_ARRVAL_P(run->results), slot->key, result);
	} else {
		zend_hash_index_update(Z_ARRVAL_P(run->results), slot->index, result);
	}
}

/* Makes the pending exception the result, if it is about the question. False: it stays pending. */
static bool catch_failure(questioning *run, const php_aco_matcher_slot *slot)
{
	zval exception;

	if (!instanceof_function(EG(exception)->ce, php_aco_exception_ce())) {
		return false;
	}
	ZVAL_OBJ_COPY(&exception, EG(exception));
	zend_clear_exception();
	add_result(run, slot, &exception);
	return true;
}

static void end_slot(questioning *run, php_aco_matcher_slot *slot)
{
	aco_matches_free(&slot->response.matches);
	if (slot->name) {
		zend_string_release(slot->name);
	}
	aco_map_free_asset(&slot->asset);
	aco_buf_free(&slot->body.buf);
	memset(slot, 0, sizeof(*slot));
	run->active--;
}

/* What the question is about, and the body of the request. False with an exception pending. */
static bool read_question(php_aco_matcher_slot *slot, zval *question)
{
	zval *sku, *data, empty;

	ZVAL_DEREF(question);
	if (Z_TYPE_P(question) != IS_ARRAY) {
		php_aco_throw_argument("$questions must hold arrays with assetId or sku");
		return false;
	}

	sku = zend_hash_str_find_deref(Z_ARRVAL_P(question), "sku", strlen("sku"));
	if (!sku) {
		slot->response.direction = ACO_MATCH_PRODUCTS;
		if (!php_aco_external_matcher_read_asset(Z_ARRVAL_P(question), &slot->asset)) {
			return false;
		}
		slot->name = zend_string_copy(slot->asset.id);
		return slot->asset.reason[0]
			|| php_aco_assets_matcher_write_asset(&slot->body, slot->name, Z_ARRVAL_P(question));
	}

	slot->response.direction = ACO_MATCH_ASSETS;
	data = zend_hash_str_find_deref(Z_ARRVAL_P(question), "eventData", strlen("eventData"));
	ZVAL_EMPTY_ARRAY(&empty);
	if (Z_TYPE_P(sku) != IS_STRING || (data && Z_TYPE_P(data) != IS_ARRAY)) {
		php_aco_throw_argument("$questions must have a text as sku, and an array as eventData");
		return false;
	}
	slot->name = zend_string_copy(Z_STR_P(sku));
	return php_aco_assets_check_name(slot->name, "sku")
		&& php_aco_assets_matcher_write_product(&slot->body, slot->name, data ? data : &empty);
}

/* Takes the next question into the slot; what needs no answer is a result at once. False with an exception pending. */
static bool take_question(questioning *run, php_aco_matcher_slot *slot)
{
	zval *question = zend_hash_get_current_data_ex(run->questions, &run->position), result;
	bool read;

	*slot = (php_aco_matcher_slot) {.taken = true, .retries = run->query.retries};
	slot->response.secrets = run->matcher->secrets;
	zend_hash_get_current_key_ex(run->questions, &slot->key, &slot->index, &run->position);
	zend_hash_move_forward_ex(run->questions, &run->position);
	run->active++;

	read = read_question(slot, question);
	if (read && slot->body.buf.failed) {
		php_aco_throw_memory();
		read = false;
	}
	if (read && slot->body.buf.length > 0) {
		return true;
	}

	if (read) {
		php_aco_assets_asset_make(&result, &slot->asset);
		add_result(run, slot, &result);
	} else if (!catch_failure(run, slot)) {
		return false;
	}
	end_slot(run, slot);
	return true;
}

/* Waits until there is a token. False with an exception pending. */
static bool wait_for_token(questioning *run)
{
	external_matcher *matcher = run->matcher;

	while (!php_aco_external_matcher_have_token(matcher, &run->query)) {
		if (run->query.error.code == ACO_OK) {
			return false;
		}
		switch (php_aco_exchange_again(matcher->requester.http, &run->query.retries, run->query.error.retryable)) {
			case PHP_ACO_EXCHANGE_AGAIN:
				break;
			case PHP_ACO_EXCHANGE_OVER:
				php_aco_throw_error(&run->query.error);
				return false;
			default:
				return false;
		}
	}
	return true;
}

static bool start_slot(questioning *run, php_aco_matcher_slot *slot)
{
	external_matcher *matcher = run->matcher;
	const char *headers[2];
	aco_http_request request = php_aco_external_matcher_request(matcher, &run->query, slot->response.direction,
		&slot->body, headers);

	if (!wait_for_token(run)) {
		return false;
	}

	request.reconnected = slot->retries.reconnected;
	request.bearer_token = matcher->token.value.data;
	slot->token_generation = matcher->token.generation;
	slot->transfer = aco_http_start(matcher->requester.http, &request, NULL);
	if (!slot->transfer) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

/* The answer becomes the result. False with an exception pending that is not about the question. */
static bool note_answer(questioning *run, php_aco_matcher_slot *slot)
{
	zval result;

	ZVAL_NULL(&result);
	if (!slot->response.matches.skip) {
		if (slot->response.direction == ACO_MATCH_PRODUCTS) {
			php_aco_assets_matcher_make_asset(&result, &slot->response, &slot->asset);
		} else {
			php_aco_assets_matcher_make_media(&result, &slot->response);
		}
	}

	if (!EG(exception)) {
		add_result(run, slot, &result);
	} else {
		zval_ptr_dtor(&result);
		if (!catch_failure(run, slot)) {
			return false;
		}
	}

	end_slot(run, slot);
	return true;
}

/* Reads what has arrived, or plans the next attempt. False with an exception pending. */
static bool finish_slot(questioning *run, php_aco_matcher_slot *slot)
{
	external_matcher *matcher = run->matcher;
	const aco_http_response *response = aco_http_response_of(slot->transfer);
	aco_error error;
	int64_t delay_ms = 0;
	bool read;

	slot->retries.status = response->status;
	slot->retries.retry_after_ms = response->retry_after_ms;
	slot->retries.reconnected |= response->reconnected;
	read = php_aco_external_matcher_read_answer(&slot->response, response, slot->name, &error);
	aco_http_release(matcher->requester.http, slot->transfer);
	slot->transfer = NULL;

	if (read) {
		return note_answer(run, slot);
	}

	if (error.http_status == 401 && !slot->token_renewed) {
		slot->token_renewed = true;
		if (slot->token_generation == matcher->token.generation) {
			aco_token_drop(&matcher->token);
		}
	} else {
		delay_ms = error.retryable ? php_aco_exchange_delay_ms(&slot->retries) : -1;
	}

	if (delay_ms >= 0) {
		slot->due_ms = aco_clock_ms() + delay_ms;
		return true;
	}

	php_aco_throw_error(&error);
	if (!catch_failure(run, slot)) {
		return false;
	}
	end_slot(run, slot);
	return true;
}

/* How long nothing is to be started. */
static int wait_ms(const external_matcher *matcher)
{
	int64_t wait = PHP_ACO_WAIT_SLICE_MS, now = aco_clock_ms();

	for (size_t i = 0; i < matcher->slot_count; i++) {
		const php_aco_matcher_slot *slot = &matcher->slots[i];

		if (slot->taken && !slot->transfer && slot->due_ms - now < wait) {
			wait = slot->due_ms > now ? slot->due_ms - now : 0;
		}
	}
	return (int) wait;
}

/* Moves every slot on as far as it goes now. False with an exception pending. */
static bool step(questioning *run)
{
	external_matcher *matcher = run->matcher;

	for (size_t i = 0; i < matcher->slot_count; i++) {
		php_aco_matcher_slot *slot = &matcher->slots[i];

		while (!slot->taken && zend_hash_has_more_elements_ex(run->questions, &run->position) == SUCCESS) {
			if (!take_question(run, slot)) {
				return false;
			}
		}
		if (slot->taken && slot->transfer && aco_http_is_finished(slot->transfer) && !finish_slot(run, slot)) {
			return false;
		}
		if (slot->taken && !slot->transfer && slot->due_ms <= aco_clock_ms() && !start_slot(run, slot)) {
			return false;
		}
	}
	return true;
}

static void drop_slots(questioning *run)
{
	external_matcher *matcher = run->matcher;

	for (size_t i = 0; i < matcher->slot_count; i++) {
		php_aco_matcher_slot *slot = &matcher->slots[i];

		if (slot->transfer) {
			aco_http_release(matcher->requester.http, slot->transfer);
		}
		if (slot->taken) {
			end_slot(run, slot);
		}
	}
	php_aco_matcher_slots_free(matcher);
}

/* The exception, which is about the token, is the result of all questions that have none. */
static void catch_all(questioning *run)
{
	zend_object *exception = EG(exception);
	php_aco_matcher_slot slot = {0};
	zval copy;

	GC_ADDREF(exception);
	zend_clear_exception();
	ZEND_HASH_FOREACH_KEY(run->questions, slot.index, slot.key) {
		bool known = slot.key ? zend_hash_exists(Z_ARRVAL_P(run->results), slot.key)
			: zend_hash_index_exists(Z_ARRVAL_P(run->results), slot.index);

		if (!known) {
			ZVAL_OBJ_COPY(&copy, exception);
			add_result(run, &slot, &copy);
		}
	} ZEND_HASH_FOREACH_END();
	OBJ_RELEASE(exception);
}

static void ask_all(questioning *run, size_t concurrency)
{
	external_matcher *matcher = run->matcher;
	bool alive = true;

	matcher->slots = calloc(concurrency, sizeof(*matcher->slots));
	if (!matcher->slots) {
		php_aco_throw_memory();
		return;
	}
	matcher->slot_count = concurrency;
	zend_hash_internal_pointer_reset_ex(run->questions, &run->position);

	while (alive && (run->active > 0 || zend_hash_has_more_elements_ex(run->questions, &run->position) == SUCCESS)) {
		alive = step(run) && (run->active == 0 || php_aco_exchange_wait(matcher->requester.http, wait_ms(matcher)));
	}

	drop_slots(run);
	if (!alive && EG(exception) && run->query.error.code != ACO_OK
			&& instanceof_function(EG(exception)->ce, php_aco_exception_ce())) {
		catch_all(run);
	}
}

PHP_METHOD(Aco_Assets_ExternalMatcher, ask)
{
	external_matcher *matcher = PHP_ACO_FETCH(external_matcher, Z_OBJ_P(ZEND_THIS));
	questioning run = {.matcher = matcher, .results = return_value};
	zend_long concurrency = 8;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(run.questions)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(concurrency)
	ZEND_PARSE_PARAMETERS_END();

	if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
		php_aco_throw_argument("$concurrency must be between 1 and %d", MAX_CONCURRENCY);
		RETURN_THROWS();
	}
	if (!php_aco_external_matcher_enter(matcher, &run.query)) {
		RETURN_THROWS();
	}

	array_init_size(return_value, zend_hash_num_elements(run.questions));
	if (php_aco_external_matcher_write_organisation(matcher, &run.query)) {
		ask_all(&run, (size_t) concurrency);
	}
	php_aco_external_matcher_leave(matcher, &run.query);
}
