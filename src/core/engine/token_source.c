/* SPDX-License-Identifier: MIT */
#include "src/core/engine/token_source.h"

#include "src/core/base/clock.h"
#include "src/core/shared/token_cache.h"
#include "src/core/shared/token_store.h"

#include <stdlib.h>

struct aco_token_source {
	char *token_url;
	char *client_id;
	aco_buf client_secret;
	char *scope;
	aco_secrets *secrets;
	int64_t patience_ms;
	/* NULL: not shared. */
	aco_token_cache *cache;
	/* NULL: hosts share nothing. */
	aco_token_store *store;
	aco_token token;
	/* The token that the API refused, so that it is not read from the cache again. */
	aco_buf refused;
	aco_http_transfer *transfer;
	aco_buf form;
	/* Since when another process has been asking; 0: none is. */
	int64_t waiting_since_ms;
	int64_t requests;
	const char *notice;
	/* The notice was given, and its cause still exists. */
	bool told;
};

aco_token_source *aco_token_source_new(const aco_token_source_settings *settings)
{
	aco_token_source *source = calloc(1, sizeof(*source));

	if (!source) {
		return NULL;
	}

	source->patience_ms = settings->patience_ms;
	source->secrets = aco_secrets_retain(settings->secrets);
	source->token_url = strdup(settings->token_url);
	source->client_id = strdup(settings->client_id);
	source->scope = strdup(settings->scope);
	aco_buf_append(&source->client_secret, settings->client_secret, strlen(settings->client_secret) + 1);

	if (settings->state_dir) {
		source->cache = aco_token_cache_new(
			settings->state_dir, settings->token_url, settings->client_id, settings->client_secret, settings->scope);
	}

	if (settings->has_store) {
		source->store = aco_token_store_new(
			settings->token_url, settings->client_id, settings->client_secret, settings->scope);
	}

	if (!source->token_url || !source->client_id || !source->scope || source->client_secret.failed
		|| (settings->state_dir && !source->cache) || (settings->has_store && !source->store)
		|| !aco_secrets_add(source->secrets, settings->client_secret)) {
		aco_token_source_free(source);
		return NULL;
	}

	return source;
}

void aco_token_source_free(aco_token_source *source)
{
	if (!source) {
		return;
	}

	aco_token_cache_free(source->cache);
	aco_token_store_free(source->store);
	aco_token_drop(&source->token);
	aco_buf_wipe(&source->refused);
	aco_buf_wipe(&source->form);
	aco_buf_wipe(&source->client_secret);
	free(source->token_url);
	free(source->client_id);
	free(source->scope);
	aco_secrets_release(source->secrets);
	free(source);
}

static bool was_refused(const aco_token_source *source, const aco_token *token)
{
	return source->refused.data && strcmp(source->refused.data, token->value.data) == 0;
}

/* True when the shared token is usable. */
static bool read_cache(aco_token_source *source, int64_t now_ms)
{
	aco_token cached = {.generation = source->token.generation};

	switch (aco_token_cache_read(source->cache, &cached, now_ms, aco_clock_wall_ms())) {
		case ACO_TOKEN_CACHE_READ:
			source->told = false;
			if (was_refused(source, &cached)) {
				aco_token_drop(&cached);
				return false;
			}

			if (!aco_secrets_add_token(source->secrets, cached.value.data)) {
				aco_token_drop(&cached);
				return false;
			}

			aco_token_drop(&source->token);
			source->token = cached;
			return true;
		case ACO_TOKEN_CACHE_FOREIGN:
			if (!source->told) {
				source->notice = "the token in the state folder does not open with this client secret; it will be replaced";
				source->told = true;
			}

			return false;
		default:
			return false;
	}
}

static aco_token_state request(aco_token_source *source, aco_http *http)
{
	aco_http_request request = {
		.url = source->token_url,
		.content_type = "application/x-www-form-urlencoded",
		.secrets = source->secrets,
	};

	aco_buf_wipe(&source->form);
	if (aco_token_request_form(&source->form, source->client_id, source->client_secret.data, source->scope)) {
		request.body = source->form.data;
		request.body_length = source->form.length - 1;
		source->transfer = aco_http_start(http, &request, NULL);
	}

	if (!source->transfer) {
		if (source->store) {
			aco_token_store_asked(source->store, NULL, aco_clock_ms());
		}
		if (source->cache) {
			aco_token_cache_leave(source->cache);
		}

		return ACO_TOKEN_FAILED;
	}

	source->requests++;
	return ACO_TOKEN_PENDING;
}

/* Whether this process may send the token request. */
static bool may_ask(aco_token_source *source, int64_t now_ms)
{
	if (aco_token_cache_enter(source->cache)) {
		return true;
	}
	if (source->waiting_since_ms == 0) {
		source->waiting_since_ms = now_ms;
	}
	if (now_ms - source->waiting_since_ms <= source->patience_ms) {
		return false;
	}

	source->notice = "another process asks for a token and does not finish; look for a stopped one. This one asks as well";
	return true;
}

/* The token that the host's processes share, or the right to ask for one. */
static aco_token_state acquire_from_cache(aco_token_source *source, aco_http *http, int64_t now_ms)
{
	if (read_cache(source, now_ms)) {
		source->waiting_since_ms = 0;
		return ACO_TOKEN_READY;
	}

	if (!may_ask(source, now_ms)) {
		return ACO_TOKEN_HELD_BY_OTHER_PROCESS;
	}

	/* The process that asked before may have received one before this process got the right to ask. */
	if (read_cache(source, now_ms)) {
		source->waiting_since_ms = 0;
		aco_token_cache_leave(source->cache);
		return ACO_TOKEN_READY;
	}

	source->waiting_since_ms = 0;
	return request(source, http);
}

/* The token that hosts share; false when their store is gone. */
static bool acquire_from_store(aco_token_source *source, aco_http *http, int64_t now_ms, aco_token_state *state)
{
	aco_token shared = {.generation = source->token.generation};

	switch (aco_token_store_acquire(source->store, &shared, source->refused.data, now_ms)) {
		case ACO_TOKEN_STORE_READY:
			*state = ACO_TOKEN_FAILED;
			if (aco_secrets_add_token(source->secrets, shared.value.data)) {
				aco_token_drop(&source->token);
				source->token = shared;
				*state = ACO_TOKEN_READY;
			} else {
				aco_token_drop(&shared);
			}
			break;
		case ACO_TOKEN_STORE_MAY_ASK:
			*state = request(source, http);
			break;
		case ACO_TOKEN_STORE_WAITING:
			*state = ACO_TOKEN_HELD_BY_OTHER_PROCESS;
			break;
		default:
			return false;
	}

	if (aco_token_store_take_foreign(source->store)) {
		source->notice = "the token in the shared store does not open with this client secret; it will be replaced";
	}

	return true;
}

aco_token_state aco_token_source_acquire(aco_token_source *source, aco_http *http)
{
	int64_t now_ms = aco_clock_ms();
	aco_token_state state;

	if (!source || aco_token_usable(&source->token, now_ms)) {
		return ACO_TOKEN_READY;
	}
	if (source->transfer) {
		return ACO_TOKEN_PENDING;
	}

	if (source->store && acquire_from_store(source, http, now_ms, &state)) {
		return state;
	}
	return source->cache ? acquire_from_cache(source, http, now_ms) : request(source, http);
}

bool aco_token_source_next(aco_token_source *source, aco_swap *swap)
{
	return source && source->store && aco_token_store_next(source->store, swap);
}

void aco_token_source_swapped(aco_token_source *source, const aco_swap *swap, const aco_swap_result *result)
{
	aco_token_store_swapped(source->store, swap, result);
}

void aco_token_source_swap_failed(aco_token_source *source)
{
	if (source && source->store) {
		aco_token_store_failed(source->store, aco_clock_ms());
	}
}

const aco_token *aco_token_source_token(const aco_token_source *source)
{
	return source ? &source->token : NULL;
}

aco_http_transfer *aco_token_source_transfer(const aco_token_source *source)
{
	return source ? source->transfer : NULL;
}

bool aco_token_source_finish(aco_token_source *source, aco_http *http, aco_error *error)
{
	int64_t now_ms = aco_clock_ms();
	bool read = aco_token_read(&source->token, aco_http_response_of(source->transfer), now_ms, error);

	if (read && !aco_secrets_add_token(source->secrets, source->token.value.data)) {
		aco_token_drop(&source->token);
		aco_error_no_memory(error);
		read = false;
	}

	aco_http_release(http, source->transfer);
	source->transfer = NULL;
	aco_buf_wipe(&source->form);
	if (source->store) {
		aco_token_store_asked(source->store, read ? &source->token : NULL, now_ms);
	}
	if (source->cache) {
		if (read) {
			aco_token_cache_write(source->cache, &source->token, now_ms, aco_clock_wall_ms());
		}

		aco_token_cache_leave(source->cache);
	}

	return read;
}

void aco_token_source_refuse(aco_token_source *source, unsigned generation)
{
	/* Another response may already have led to a new token. */
	if (source && generation == source->token.generation && source->token.value.data) {
		aco_buf_wipe(&source->refused);
		source->refused = source->token.value;
		source->token.value = (aco_buf) ACO_BUF_INIT;
	}
}

int64_t aco_token_source_requests(const aco_token_source *source)
{
	return source ? source->requests : 0;
}

const char *aco_token_source_take_notice(aco_token_source *source)
{
	const char *notice = source ? source->notice : NULL;

	if (notice) {
		source->notice = NULL;
	}
	return notice;
}
