/* SPDX-License-Identifier: MIT */
/* The low-level functions skip OpenSSL's provider layer, which costs as much as hashing a short text. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "src/core/base/digest.h"

#include "src/core/base/sha1_lanes.h"
#include "src/core/base/words.h"

#include <openssl/sha.h>
#include <stdint.h>

#if defined(__SSE2__)
# include <emmintrin.h>
#endif

/* With fewer texts, most lanes would be idle. */
#define LANES_FROM 4

#if defined(__SSE2__)
static __m128i hex_digits(__m128i values)
{
	__m128i letters = _mm_and_si128(_mm_cmpgt_epi8(values, _mm_set1_epi8(9)), _mm_set1_epi8('a' - '0' - 10));

	return _mm_add_epi8(_mm_add_epi8(values, _mm_set1_epi8('0')), letters);
}

static void write_hex_of_block(const unsigned char *raw, char *hex)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *) raw);
	__m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(15));
	__m128i low = _mm_and_si128(bytes, _mm_set1_epi8(15));

	_mm_storeu_si128((__m128i *) hex, hex_digits(_mm_unpacklo_epi8(high, low)));
	_mm_storeu_si128((__m128i *) (hex + 16), hex_digits(_mm_unpackhi_epi8(high, low)));
}

static void write_hex(const unsigned char *raw, char *hex)
{
	/* The second block overlaps the first. */
	size_t second = SHA_DIGEST_LENGTH - sizeof(__m128i);

	write_hex_of_block(raw, hex);
	write_hex_of_block(raw + second, hex + 2 * second);
}
#else
/* The hex digits of four bytes in memory order, on any byte order. */
static uint64_t hex_digits(const unsigned char *raw)
{
	/* Spreads the bytes: one for each pair of digits, in the order of the digits. */
	uint64_t pairs = aco_load_4((const char *) raw);
	uint64_t digits;
	uint64_t letters;

	pairs = (pairs | pairs << 16) & UINT64_C(0x0000ffff0000ffff);
	pairs = (pairs | pairs << 8) & UINT64_C(0x00ff00ff00ff00ff);
# if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	digits = (pairs & UINT64_C(0x00f000f000f000f0)) << 4 | (pairs & UINT64_C(0x000f000f000f000f));
# else
	digits = (pairs & UINT64_C(0x00f000f000f000f0)) >> 4 | (pairs & UINT64_C(0x000f000f000f000f)) << 8;
# endif
	letters = (digits + UINT64_C(0x0606060606060606)) >> 4 & UINT64_C(0x0101010101010101);

	return digits + UINT64_C(0x3030303030303030) + letters * ('a' - '0' - 10);
}

static void write_hex(const unsigned char *raw, char *hex)
{
	for (size_t i = 0; i < SHA_DIGEST_LENGTH; i += 4) {
		uint64_t digits = hex_digits(raw + i);

		memcpy(hex + 2 * i, &digits, sizeof(digits));
	}
}
#endif

static void write_raw(const unsigned char *raw, char *target)
{
	memcpy(target, raw, SHA_DIGEST_LENGTH);
}

static void digest_one(const aco_digest_job *job, void (*write)(const unsigned char *raw, char *hex))
{
	unsigned char raw[SHA_DIGEST_LENGTH];
	SHA_CTX context;

	SHA1_Init(&context);
	SHA1_Update(&context, job->bytes, job->length);
	SHA1_Final(raw, &context);
	write(raw, job->hex);
}

static void digest_many(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex))
{
	if (count >= LANES_FROM && aco_sha1_lanes_available()) {
		aco_sha1_lanes_hex(jobs, count, write);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		digest_one(&jobs[i], write);
	}
}

void aco_digest_sha1_hex(const void *bytes, size_t length, char *hex)
{
	digest_one(&(aco_digest_job) {bytes, length, hex}, write_hex);
}

void aco_digest_sha1_hex_many(const aco_digest_job *jobs, size_t count)
{
	digest_many(jobs, count, write_hex);
}

void aco_digest_sha1_many(const aco_digest_job *jobs, size_t count)
{
	digest_many(jobs, count, write_raw);
}
