#include "check.h"

#include "src/core/base/digest.h"

#include <openssl/evp.h>

static const char *hex_of(const void *bytes, size_t length)
{
	static char text[ACO_SHA1_HEX + 1];
	char *exact = malloc(ACO_SHA1_HEX);

	assert_non_null(exact);
	aco_digest_sha1_hex(bytes, length, exact);
	memcpy(text, exact, ACO_SHA1_HEX);
	text[ACO_SHA1_HEX] = '\0';
	free(exact);
	return text;
}

/* OpenSSL's other interface. */
static void reference_hex(const void *bytes, size_t length, char *hex)
{
	unsigned char raw[EVP_MAX_MD_SIZE];
	unsigned int size = 0;

	assert_int_equal(EVP_Digest(bytes, length, raw, &size, EVP_sha1(), NULL), 1);
	assert_int_equal(size, 20);
	for (unsigned int i = 0; i < size; i++) {
		snprintf(hex + 2 * i, 3, "%02x", raw[i]);
	}
}

static void vectors_of_the_standard(void **state)
{
	char *million = malloc(1000000);

	assert_non_null(million);
	memset(million, 'a', 1000000);
	assert_string_equal(hex_of("", 0), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
	assert_string_equal(hex_of(TEXT("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
	assert_string_equal(hex_of(TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
		"84983e441c3bd26ebaae4aa1f95129e5e54670f1");
	assert_string_equal(hex_of(million, 1000000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
	free(million);
}

static void identities_of_feed_items(void **state)
{
	assert_string_equal(hex_of(TEXT("TEE-01\0" "default")), "04ef31a1fb0bd1832e0d02c60a304e73d2460e95");
	assert_string_equal(hex_of(TEXT("TEE-01\0" "0\0" "base")), "c4ed7a7de8ae396de42c0cd05ac3de4c333a6bba");
	assert_string_equal(hex_of(TEXT("LUNA-TEE-S-RED\0" "default")), "50882b8bf59ec602b3a13acd06981a2b21e73b2d");
	/* Customer group 1. */
	assert_string_equal(hex_of(TEXT("1")), "356a192b7913b04c54574d18c28d46e6395428ab");
}

static void all_lengths_around_the_blocks(void **state)
{
	char text[400], expected[2 * EVP_MAX_MD_SIZE + 1];

	for (size_t i = 0; i < sizeof(text); i++) {
		text[i] = (char) (i * 7);
	}
	for (size_t length = 0; length <= sizeof(text); length++) {
		char *copy = check_copy(text, length);

		reference_hex(copy, length, expected);
		assert_string_equal(hex_of(copy, length), expected);
		free(copy);
	}
}

/* Texts of mixed lengths, each on its own memory, and results next to bytes that must stay. */
static void check_many(size_t count, size_t longest, uint64_t *seed)
{
	aco_digest_job *jobs = calloc(count ? count : 1, sizeof(*jobs));
	char *results = malloc(count * (ACO_SHA1_HEX + 1) + 1), expected[2 * EVP_MAX_MD_SIZE + 1];

	assert_non_null(jobs);
	assert_non_null(results);
	memset(results, '#', count * (ACO_SHA1_HEX + 1) + 1);
	for (size_t i = 0; i < count; i++) {
		size_t length = check_random(seed) % (longest + 1);
		unsigned char *bytes = malloc(length ? length : 1);

		assert_non_null(bytes);
		for (size_t at = 0; at < length; at++) {
			bytes[at] = (unsigned char) (check_random(seed) >> 56);
		}
		jobs[i] = (aco_digest_job) {bytes, length, results + i * (ACO_SHA1_HEX + 1)};
	}
	aco_digest_sha1_hex_many(jobs, count);
	for (size_t i = 0; i < count; i++) {
		reference_hex(jobs[i].bytes, jobs[i].length, expected);
		check_bytes(jobs[i].hex, ACO_SHA1_HEX, expected, ACO_SHA1_HEX);
		assert_int_equal(jobs[i].hex[ACO_SHA1_HEX], '#');
		free((void *) jobs[i].bytes);
	}
	free(jobs);
	free(results);
}

static void many_texts_are_hashed_like_single_ones(void **state)
{
	uint64_t seed = 9;

	for (size_t count = 0; count <= 40; count++) {
		check_many(count, 0, &seed);
		check_many(count, 63, &seed);
		check_many(count, 200, &seed);
		check_many(count, 5000, &seed);
	}
	check_many(500, 3000, &seed);
}

static void one_long_text_among_short_ones(void **state)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	char results[26][ACO_SHA1_HEX], expected[2 * EVP_MAX_MD_SIZE + 1];
	aco_digest_job jobs[26];
	char *text = malloc(100000);

	assert_non_null(text);
	memset(text, 'z', 100000);
	for (size_t place = 0; place < 26; place += 5) {
		for (size_t i = 0; i < 26; i++) {
			jobs[i] = i == place ? (aco_digest_job) {text, 100000, results[i]}
								 : (aco_digest_job) {letters, i, results[i]};
		}
		aco_digest_sha1_hex_many(jobs, 26);
		for (size_t i = 0; i < 26; i++) {
			reference_hex(jobs[i].bytes, jobs[i].length, expected);
			check_bytes(results[i], ACO_SHA1_HEX, expected, ACO_SHA1_HEX);
		}
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vectors_of_the_standard),
		cmocka_unit_test(identities_of_feed_items),
		cmocka_unit_test(all_lengths_around_the_blocks),
		cmocka_unit_test(many_texts_are_hashed_like_single_ones),
		cmocka_unit_test(one_long_text_among_short_ones),
	};

	return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
