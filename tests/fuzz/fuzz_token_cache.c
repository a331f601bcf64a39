/*
 * The input is what lies in the token cache. By its first byte: those bytes alone, those bytes encrypted with the
 * right secret, or a cached token of which bytes are changed.
 */
#include "state_dir.h"

/* For the names and the label, which nobody else knows. */
#include "src/core/shared/token_cache.c"
#include "src/core/shared/token_seal.c"

#define NOW_MS INT64_C(1000000)
#define WALL_MS INT64_C(1767225600000)
#define SECRET "secret"

static void put_encrypted(const aco_token_cache *cache, const char *text, size_t length)
{
	aco_buf encrypted = ACO_BUF_INIT;

	REQUIRE(aco_encrypt(&encrypted, SECRET, LABEL, text, length));
	state_dir_put(cache->name, encrypted.data, encrypted.length);
	aco_buf_free(&encrypted);
}

/* A token as it is written, with bytes changed or cut off; false when nothing changed. */
static bool put_tampered(const aco_token_cache *cache, fuzz_input *input)
{
	static const char text[] = "1767225700000 token";
	aco_buf encrypted = ACO_BUF_INIT;
	size_t length;
	char *copy;
	bool changed;

	REQUIRE(aco_encrypt(&encrypted, SECRET, LABEL, text, sizeof(text) - 1));
	copy = malloc(encrypted.length);
	REQUIRE(copy);
	memcpy(copy, encrypted.data, encrypted.length);
	length = encrypted.length - fuzz_byte(input) % encrypted.length;
	while (input->left > 1) {
		copy[fuzz_byte(input) % encrypted.length] ^= (char) fuzz_byte(input);
	}
	changed = length != encrypted.length || memcmp(copy, encrypted.data, length) != 0;
	state_dir_put(cache->name, copy, length);
	free(copy);
	aco_buf_free(&encrypted);
	return changed;
}

static void check(const aco_token_cache *cache, const aco_token *token, aco_token_cache_result result)
{
	if (result == ACO_TOKEN_CACHE_READ) {
		REQUIRE(aco_token_usable(token, NOW_MS));
		REQUIRE(strlen(token->value.data) + 1 == token->value.length);
		REQUIRE(token->value.data[strcspn(token->value.data, " \r\n")] == '\0');
	} else {
		REQUIRE(!aco_token_usable(token, NOW_MS));
	}
	REQUIRE(result != ACO_TOKEN_CACHE_FOREIGN || aco_state_dir_has(cache->dir, cache->name));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	aco_token_cache *cache = aco_token_cache_new(
		state_dir(), "https://ims.example.com/ims/token/v3", "client", SECRET, "scope");
	aco_token token = {.value = ACO_BUF_INIT};
	uint8_t kind = fuzz_byte(&input) % 3;
	aco_token_cache_result result;
	char *bytes = NULL;
	size_t length = input.left;

	REQUIRE(cache);
	if (kind == 2) {
		bool changed = put_tampered(cache, &input);

		result = aco_token_cache_read(cache, &token, NOW_MS, WALL_MS);
		REQUIRE(result == (changed ? ACO_TOKEN_CACHE_FOREIGN : ACO_TOKEN_CACHE_READ));
	} else {
		bytes = fuzz_bytes(&input, &length);
		if (kind == 1) {
			put_encrypted(cache, bytes, length);
		} else {
			state_dir_put(cache->name, bytes, length);
		}
		result = aco_token_cache_read(cache, &token, NOW_MS, WALL_MS);
	}
	check(cache, &token, result);
	state_dir_delete(cache->name);
	aco_token_drop(&token);
	aco_token_cache_free(cache);
	free(bytes);
	return 0;
}
