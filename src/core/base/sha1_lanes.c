/* SPDX-License-Identifier: MIT */
#include "src/core/base/sha1_lanes.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))

/* clang-format off */
#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define LANES_MAX 16
#define LANES_MIN 8
#define BLOCK 64
#define STATE_WORDS 5
/* clang-format on */

/* Unrolled to keep the rows in registers; Clang does this by itself. */
/* clang-format off */
#ifdef __clang__
# define UNROLL
#else
# define UNROLL _Pragma("GCC unroll 16")
#endif
/* clang-format on */

/* What one lane reads after the whole blocks of its text: one or two of padding. */
typedef struct lane {
	unsigned char padding[2 * BLOCK];
	/* 0: already being read. */
	size_t padding_blocks;
	/* NULL: the lane is idle. */
	char *hex;
} lane;

typedef struct lanes {
	uint32_t state[STATE_WORDS][LANES_MAX] __attribute__((aligned(64)));
	/* Each lane's next block, and how many consecutive blocks follow from there. */
	const unsigned char *next[LANES_MAX];
	size_t left[LANES_MAX];
	lane lane[LANES_MAX];
	const aco_digest_job *jobs;
	size_t waiting;
} lanes;

bool aco_sha1_lanes_available(void)
{
	return __builtin_cpu_supports("avx2");
}

static void read_padding(lanes *all, size_t number)
{
	all->next[number] = all->lane[number].padding;
	all->left[number] = all->lane[number].padding_blocks;
	all->lane[number].padding_blocks = 0;
}

static void load_job(lanes *all, size_t number, const aco_digest_job *job)
{
	static const uint32_t initial[STATE_WORDS] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
	lane *one = &all->lane[number];
	size_t rest = job->length % BLOCK;
	uint64_t bits = __builtin_bswap64((uint64_t) job->length * 8);

	UNROLL
	for (size_t i = 0; i < STATE_WORDS; i++) {
		all->state[i][number] = initial[i];
	}

	/* The rest, a one bit, zeroes, and the length in bits at the end. */
	one->padding_blocks = rest + 9 > BLOCK ? 2 : 1;
	memset(one->padding, 0, BLOCK);
	if (one->padding_blocks == 2) {
		memset(one->padding + BLOCK, 0, BLOCK);
	}

	if (rest > 0) {
		memcpy(one->padding, (const unsigned char *) job->bytes + job->length - rest, rest);
	}

	one->padding[rest] = 0x80;
	memcpy(one->padding + one->padding_blocks * BLOCK - sizeof(bits), &bits, sizeof(bits));
	one->hex = job->hex;
	all->next[number] = job->bytes;
	all->left[number] = job->length / BLOCK;
	if (all->left[number] == 0) {
		read_padding(all, number);
	}
}

/* Starts the next waiting job; false if there is none. */
static bool start_job(lanes *all, size_t number)
{
	static const unsigned char idle[BLOCK];

	if (all->waiting == 0) {
		all->lane[number].padding_blocks = 0;
		all->lane[number].hex = NULL;
		all->next[number] = idle;
		all->left[number] = 1;

		return false;
	}

	load_job(all, number, all->jobs);
	all->jobs++;
	all->waiting--;

	return true;
}

static void write_digest(lanes *all, size_t number, void (*write)(const unsigned char *raw, char *hex))
{
	unsigned char raw[STATE_WORDS * 4];

	for (size_t i = 0; i < STATE_WORDS; i++) {
		uint32_t word = all->state[i][number];
		raw[4 * i] = (unsigned char) (word >> 24);
		raw[4 * i + 1] = (unsigned char) (word >> 16);
		raw[4 * i + 2] = (unsigned char) (word >> 8);
		raw[4 * i + 3] = (unsigned char) word;
	}
	write(raw, all->lane[number].hex);
}

/* clang-format off */
#define WORD(t) ((t) < 16 ? w[(t) & 15] : (w[(t) & 15] = ROTATE( \
	XOR(w[(t) & 15], XOR3(w[((t) + 13) & 15], w[((t) + 8) & 15], w[((t) + 2) & 15])), 1)))
/* Only `a` depends on the previous round, so it is added last: GCC would add it first and serialise the rounds. */
#define ROUND(a, b, c, d, e, mix, constant, t) do { \
		e = ADD(ADD(e, ADD(constant, WORD(t))), mix(b, c, d)); \
		__asm__("" : "+v"(e)); \
		e = ADD(e, ROTATE(a, 5)); \
		b = ROTATE(b, 30); \
	} while (0)
#define FIVE_ROUNDS(mix, constant, t) do { \
		ROUND(a, b, c, d, e, mix, constant, (t)); \
		ROUND(e, a, b, c, d, mix, constant, (t) + 1); \
		ROUND(d, e, a, b, c, mix, constant, (t) + 2); \
		ROUND(c, d, e, a, b, mix, constant, (t) + 3); \
		ROUND(b, c, d, e, a, mix, constant, (t) + 4); \
	} while (0)
#define TWENTY_ROUNDS(mix, number, t) do { \
		const VECTOR constant = REPEAT((int) (number)); \
		FIVE_ROUNDS(mix, constant, (t)); \
		FIVE_ROUNDS(mix, constant, (t) + 5); \
		FIVE_ROUNDS(mix, constant, (t) + 10); \
		FIVE_ROUNDS(mix, constant, (t) + 15); \
	} while (0)

#define VECTOR __m256i
#define ADD(a, b) _mm256_add_epi32((a), (b))
#define XOR(a, b) _mm256_xor_si256((a), (b))
#define REPEAT(word) _mm256_set1_epi32(word)
#define LOAD_BLOCK(blocks, words) do { \
		SUFFIX(load_words) ((blocks), 0, (words)); \
		SUFFIX(load_words) ((blocks), BLOCK / 2, (words) + 8); \
	} while (0)

#define SUFFIX(name) name##_avx2
#define TARGET "avx2"
#define ROTATE(value, bits) _mm256_or_si256(_mm256_slli_epi32((value), (bits)), _mm256_srli_epi32((value), 32 - (bits)))
#define XOR3(b, c, d) _mm256_xor_si256((b), _mm256_xor_si256((c), (d)))
#define CHOOSE(b, c, d) _mm256_xor_si256((d), _mm256_and_si256((b), _mm256_xor_si256((c), (d))))
#define MAJORITY(b, c, d) \
	_mm256_xor_si256(_mm256_and_si256((b), (c)), _mm256_and_si256((d), _mm256_xor_si256((b), (c))))
#include "src/core/base/sha1_rounds.h"

/*
 * AVX-512 rotates in one instruction, and computes any function of three words
 * in another; the number is its truth table.
 */
#define SUFFIX(name) name##_avx512
#define TARGET "avx2,avx512f,avx512vl"
#define ROTATE(value, bits) _mm256_rol_epi32((value), (bits))
#define XOR3(b, c, d) _mm256_ternarylogic_epi32((b), (c), (d), 0x96)
#define CHOOSE(b, c, d) _mm256_ternarylogic_epi32((b), (c), (d), 0xca)
#define MAJORITY(b, c, d) _mm256_ternarylogic_epi32((b), (c), (d), 0xe8)
#include "src/core/base/sha1_rounds.h"

#undef VECTOR
#undef ADD
#undef XOR
#undef REPEAT
#undef LOAD_BLOCK

/* Twice as many lanes. */
#define VECTOR __m512i
#define ADD(a, b) _mm512_add_epi32((a), (b))
#define XOR(a, b) _mm512_xor_si512((a), (b))
#define REPEAT(word) _mm512_set1_epi32(word)
#define LOAD_BLOCK(blocks, words) do { \
		__m256i low[16], high[16]; \
		SUFFIX(load_words) ((blocks), 0, low); \
		SUFFIX(load_words) ((blocks), BLOCK / 2, low + 8); \
		SUFFIX(load_words) ((blocks) + 8, 0, high); \
		SUFFIX(load_words) ((blocks) + 8, BLOCK / 2, high + 8); \
		UNROLL \
		for (size_t i = 0; i < 16; i++) { \
			(words)[i] = _mm512_inserti64x4(_mm512_castsi256_si512(low[i]), high[i], 1); \
		} \
	} while (0)

#define SUFFIX(name) name##_avx512_wide
#define TARGET "avx2,avx512f,avx512vl"
#define ROTATE(value, bits) _mm512_rol_epi32((value), (bits))
#define XOR3(b, c, d) _mm512_ternarylogic_epi32((b), (c), (d), 0x96)
#define CHOOSE(b, c, d) _mm512_ternarylogic_epi32((b), (c), (d), 0xca)
#define MAJORITY(b, c, d) _mm512_ternarylogic_epi32((b), (c), (d), 0xe8)
#include "src/core/base/sha1_rounds.h"
/* clang-format on */

typedef void hash_blocks_function(lanes *all, const unsigned char *const *blocks);

/* Moves the running texts to the first lanes; there are at most LANES_MIN. */
static void narrow(lanes *all)
{
	size_t to = 0;

	for (size_t from = LANES_MIN; from < LANES_MAX; from++) {
		if (!all->lane[from].hex) {
			continue;
		}

		while (all->lane[to].hex) {
			to++;
		}

		for (size_t i = 0; i < STATE_WORDS; i++) {
			all->state[i][to] = all->state[i][from];
		}
		all->lane[to] = all->lane[from];
		all->left[to] = all->left[from];
		all->next[to] = all->next[from];
		if (all->lane[to].padding_blocks == 0) {
			all->next[to] = all->lane[to].padding + (all->next[from] - all->lane[from].padding);
		}
	}
}

void aco_sha1_lanes_hex(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex))
{
	hash_blocks_function *hash_blocks = hash_blocks_avx2;
	size_t width = LANES_MIN, running = 0;
	lanes all;

	if (__builtin_cpu_supports("avx512vl")) {
		width = count > LANES_MIN ? LANES_MAX : LANES_MIN;
		hash_blocks = width == LANES_MAX ? hash_blocks_avx512_wide : hash_blocks_avx512;
	}

	memset(all.state, 0, sizeof(all.state));
	all.jobs = jobs;
	all.waiting = count;

	for (size_t i = 0; i < width; i++) {
		running += start_job(&all, i);
	}

	while (running > 0) {
		if (width == LANES_MAX && running <= LANES_MIN) {
			narrow(&all);
			width = LANES_MIN;
			hash_blocks = hash_blocks_avx512;
		}

		hash_blocks(&all, all.next);

		for (size_t i = 0; i < width; i++) {
			all.next[i] += BLOCK;
			if (--all.left[i] > 0) {
				continue;
			}

			if (all.lane[i].padding_blocks > 0) {
				read_padding(&all, i);
				continue;
			}

			if (all.lane[i].hex) {
				write_digest(&all, i, write);
				running--;
			}

			running += start_job(&all, i);
		}
	}
}

#else

bool aco_sha1_lanes_available(void)
{
	return false;
}

typedef void hash_blocks_function(lanes *all, const unsigned char *const *blocks);

void aco_sha1_lanes_hex(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex))
{
	(void) jobs;
	(void) count;
	(void) write;
}

#endif
