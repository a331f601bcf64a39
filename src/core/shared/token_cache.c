/* SPDX-License-Identifier: MIT */
#include "src/core/shared/token_cache.h"

#include "src/core/base/count.h"
#include "src/core/base/digest.h"
#include "src/core/shared/encrypt.h"
#include "src/core/shared/file_lock.h"

#include <stdio.h>
#include <stdlib.h>
#ifndef _WIN32
# include <unistd.h>
#else
# include <io.h>
# include <process.h>
#endif

#define VERSION "1"
#define LABEL "aco token cache " VERSION
#define NAME_SIZE (sizeof("token-" VERSION "-.lock") + ACO_SHA1_HEX)
/* A token, its expiry, and the overhead of encryption. */
#define MAX_FILE_BYTES (ACO_TOKEN_MAX_BYTES + 128)

struct aco_token_cache {
	aco_state_dir *dir;
	aco_buf secret;
	char name[NAME_SIZE];
	char lock_name[NAME_SIZE];
	/* -1: not entered. */
	int lock;
	/* The process that entered: its forked children share the file but not the right to ask. */
	long owner;
};

static bool make_names(aco_token_cache *cache, const char *token_url, const char *client_id, const char *scope)
{
	const char *parts[] = {token_url, client_id, scope};
	aco_buf key = ACO_BUF_INIT;
	char hash[ACO_SHA1_HEX];

	for (size_t i = 0; i < ACO_COUNT(parts); i++) {
		aco_buf_append(&key, parts[i], strlen(parts[i]) + 1);
	}

	if (key.failed) {
		aco_buf_free(&key);
		return false;
	}

	aco_digest_sha1_hex(key.data, key.length, hash);
	aco_buf_free(&key);
	snprintf(cache->name, sizeof(cache->name), "token-" VERSION "-%.*s", ACO_SHA1_HEX, hash);
	snprintf(cache->lock_name, sizeof(cache->lock_name), "token-" VERSION "-%.*s.lock", ACO_SHA1_HEX, hash);

	return true;
}

aco_token_cache *aco_token_cache_new(aco_state_dir *dir, const char *token_url, const char *client_id,
	const char *client_secret, const char *scope)
{
	aco_token_cache *cache = calloc(1, sizeof(*cache));

	if (!cache) {
		return NULL;
	}

	cache->dir = dir;
	cache->lock = -1;
	aco_buf_append(&cache->secret, client_secret, strlen(client_secret) + 1);
	if (cache->secret.failed || !make_names(cache, token_url, client_id, scope)) {
		aco_token_cache_free(cache);
		return NULL;
	}

	return cache;
}

void aco_token_cache_free(aco_token_cache *cache)
{
	if (cache) {
		aco_token_cache_leave(cache);
		aco_buf_wipe(&cache->secret);
		free(cache);
	}
}

/* "<expiry on the wall clock> <token>" */
static bool parse(aco_token *token, aco_buf *text, int64_t now_ms, int64_t wall_ms)
{
	char *end;
	long long usable_until_ms;

	aco_buf_append_char(text, '\0');
	if (text->failed) {
		return false;
	}
	usable_until_ms = strtoll(text->data, &end, 10);
	return *end == ' ' && usable_until_ms > wall_ms
		&& aco_token_keep(token, end + 1, strlen(end + 1), usable_until_ms - wall_ms, now_ms);
}

aco_token_cache_result aco_token_cache_read(aco_token_cache *cache, aco_token *token, int64_t now_ms, int64_t wall_ms)
{
	char encrypted[MAX_FILE_BYTES];
	long length = aco_state_dir_read(cache->dir, cache->name, encrypted, sizeof(encrypted));
	aco_token_cache_result result = ACO_TOKEN_CACHE_EMPTY;
	aco_buf text = ACO_BUF_INIT;

	if (length < 0) {
		return aco_state_dir_has(cache->dir, cache->name) ? ACO_TOKEN_CACHE_FOREIGN : ACO_TOKEN_CACHE_EMPTY;
	}

	if (!aco_decrypt(&text, cache->secret.data, LABEL, encrypted, (size_t) length)) {
		result = ACO_TOKEN_CACHE_FOREIGN;
	} else if (parse(token, &text, now_ms, wall_ms)) {
		result = ACO_TOKEN_CACHE_READ;
	}

	aco_buf_wipe(&text);
	return result;
}

void aco_token_cache_write(aco_token_cache *cache, const aco_token *token, int64_t now_ms, int64_t wall_ms)
{
	aco_buf text = ACO_BUF_INIT, encrypted = ACO_BUF_INIT;
	char moment[32];

	/* Reserved in full at once: growing would leave a copy of the token behind. */
	if (aco_buf_reserve(&text, sizeof(moment) + token->value.length)) {
		snprintf(moment, sizeof(moment), "%lld ", (long long) (wall_ms + token->usable_until_ms - now_ms));
		aco_buf_append_text(&text, moment);
		aco_buf_append(&text, token->value.data, token->value.length - 1);
		if (aco_encrypt(&encrypted, cache->secret.data, LABEL, text.data, text.length)) {
			aco_state_dir_write(cache->dir, cache->name, encrypted.data, encrypted.length);
		}
	}

	aco_buf_wipe(&text);
	aco_buf_free(&encrypted);
}

bool aco_token_cache_enter(aco_token_cache *cache)
{
	aco_error ignored;
	bool replaced;

	if (cache->lock >= 0 && cache->owner == (long) getpid()) {
		return true;
	}

	/* In a forked child, it belongs to the parent. */
	aco_token_cache_leave(cache);
	cache->lock = aco_state_dir_open_file(cache->dir, cache->lock_name, &replaced, &ignored);

	/* Where locking is impossible, every process asks. */
	if (cache->lock < 0 || aco_file_try_lock(cache->lock)) {
		cache->owner = (long) getpid();
		return true;
	}

	close(cache->lock);
	cache->lock = -1;
	return false;
}

void aco_token_cache_leave(aco_token_cache *cache)
{
	if (cache->lock < 0) {
		return;
	}
	if (cache->owner == (long) getpid()) {
		aco_file_unlock(cache->lock);
	}
	close(cache->lock);
	cache->lock = -1;
}
