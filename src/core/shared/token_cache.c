/* SPDX-License-Identifier: MIT */
#include "src/core/shared/token_cache.h"

#include "src/core/base/digest.h"
#include "src/core/shared/file_lock.h"
#include "src/core/shared/token_seal.h"

#include <stdio.h>
#include <stdlib.h>
#ifndef _WIN32
# include <unistd.h>
#else
# include <io.h>
# include <process.h>
#endif

#define VERSION "1"
#define NAME_SIZE (sizeof("token-" VERSION "-.lock") + ACO_SHA1_HEX)

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
	aco_buf key = ACO_BUF_INIT;
	char hash[ACO_SHA1_HEX];

	aco_token_seal_name(&key, token_url, client_id, scope);

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

aco_token_cache_result aco_token_cache_read(aco_token_cache *cache, aco_token *token, int64_t now_ms, int64_t wall_ms)
{
	char encrypted[ACO_TOKEN_SEAL_MAX_BYTES];
	long length = aco_state_dir_read(cache->dir, cache->name, encrypted, sizeof(encrypted));

	if (length < 0) {
		return aco_state_dir_has(cache->dir, cache->name) ? ACO_TOKEN_CACHE_FOREIGN : ACO_TOKEN_CACHE_EMPTY;
	}

	switch (aco_token_unseal(token, cache->secret.data, encrypted, (size_t) length, now_ms, wall_ms)) {
		case ACO_TOKEN_SEAL_OPENED:
			return ACO_TOKEN_CACHE_READ;
		case ACO_TOKEN_SEAL_FOREIGN:
			return ACO_TOKEN_CACHE_FOREIGN;
		default:
			return ACO_TOKEN_CACHE_EMPTY;
	}
}

void aco_token_cache_write(aco_token_cache *cache, const aco_token *token, int64_t now_ms, int64_t wall_ms)
{
	aco_buf encrypted = ACO_BUF_INIT;

	if (aco_token_seal(&encrypted, cache->secret.data, token, now_ms, wall_ms)) {
		aco_state_dir_write(cache->dir, cache->name, encrypted.data, encrypted.length);
	}
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
