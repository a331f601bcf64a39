#include "aco_sha1_lanes.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define LANES 8
#define BLOCK 64
#define STATE_WORDS 5

/* One lane's text: whole blocks from the caller's memory, then one or two of padding. */
typedef struct lane {
	const unsigned char *text;
	size_t text_blocks;
	const unsigned char *padding;
	size_t padding_blocks;
	unsigned char padded[2 * BLOCK];
	/* NULL: the lane is idle. */
	char *hex;
} lane;

typedef struct lanes {
	uint32_t state[STATE_WORDS][LANES] __attribute__((aligned(32)));
	lane lane[LANES];
} lanes;

bool aco_sha1_lanes_available(void)
{
	return __builtin_cpu_supports("avx2");
}

static void load_job(lanes *all, size_t number, const aco_digest_job *job)
{
	static const uint32_t initial[STATE_WORDS] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
	lane *one = &all->lane[number];
	size_t rest = job->length % BLOCK;
	uint64_t bits = (uint64_t) job->length * 8;

	for (size_t i = 0; i < STATE_WORDS; i++) {
		all->state[i][number] = initial[i];
	}
	one->text = job->bytes;
	one->text_blocks = job->length / BLOCK;
	/* The rest, a one bit, zeroes, and the length in bits at the end. */
	one->padding = one->padded;
	one->padding_blocks = rest + 9 > BLOCK ? 2 : 1;
	memset(one->padded + rest, 0, one->padding_blocks * BLOCK - rest);
	if (rest > 0) {
		memcpy(one->padded, one->text + one->text_blocks * BLOCK, rest);
	}
	one->padded[rest] = 0x80;
	for (size_t i = 0; i < 8; i++) {
		one->padded[one->padding_blocks * BLOCK - 1 - i] = (unsigned char) (bits >> (8 * i));
	}
	one->hex = job->hex;
}

static const unsigned char *next_block(lane *one)
{
	static const unsigned char idle[BLOCK];
	const unsigned char *block;

	if (one->text_blocks > 0) {
		block = one->text;
		one->text += BLOCK;
		one->text_blocks--;
		return block;
	}
	if (one->padding_blocks > 0) {
		block = one->padding;
		one->padding += BLOCK;
		one->padding_blocks--;
		return block;
	}
	return idle;
}

static bool is_finished(const lane *one)
{
	return one->hex && one->text_blocks == 0 && one->padding_blocks == 0;
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
	all->lane[number].hex = NULL;
}

/* So that the rows stay in registers; Clang does it by itself. */
#ifdef __clang__
# define UNROLL
#else
# define UNROLL _Pragma("GCC unroll 8")
#endif

#define WORD(t) ((t) < 16 ? w[(t) & 15] : (w[(t) & 15] = ROTATE( \
	_mm256_xor_si256(w[(t) & 15], XOR3(w[((t) + 13) & 15], w[((t) + 8) & 15], w[((t) + 2) & 15])), 1)))
#define ROUND(a, b, c, d, e, mix, constant, t) do { \
		e = _mm256_add_epi32(_mm256_add_epi32(e, _mm256_add_epi32(ROTATE(a, 5), mix(b, c, d))), _mm256_add_epi32(constant, WORD(t))); \
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
		const __m256i constant = _mm256_set1_epi32((int) (number)); \
		FIVE_ROUNDS(mix, constant, (t)); \
		FIVE_ROUNDS(mix, constant, (t) + 5); \
		FIVE_ROUNDS(mix, constant, (t) + 10); \
		FIVE_ROUNDS(mix, constant, (t) + 15); \
	} while (0)

#define SUFFIX(name) name##_avx2
#define TARGET "avx2"
#define ROTATE(value, bits) _mm256_or_si256(_mm256_slli_epi32((value), (bits)), _mm256_srli_epi32((value), 32 - (bits)))
#define XOR3(b, c, d) _mm256_xor_si256((b), _mm256_xor_si256((c), (d)))
#define CHOOSE(b, c, d) _mm256_xor_si256((d), _mm256_and_si256((b), _mm256_xor_si256((c), (d))))
#define MAJORITY(b, c, d) _mm256_xor_si256(_mm256_and_si256((b), (c)), _mm256_and_si256((d), _mm256_xor_si256((b), (c))))
#include "aco_sha1_rounds.h"

/* AVX-512 rotates in one instruction, and has any function of three words in another: its truth table is the number. */
#define SUFFIX(name) name##_avx512
#define TARGET "avx2,avx512f,avx512vl"
#define ROTATE(value, bits) _mm256_rol_epi32((value), (bits))
#define XOR3(b, c, d) _mm256_ternarylogic_epi32((b), (c), (d), 0x96)
#define CHOOSE(b, c, d) _mm256_ternarylogic_epi32((b), (c), (d), 0xca)
#define MAJORITY(b, c, d) _mm256_ternarylogic_epi32((b), (c), (d), 0xe8)
#include "aco_sha1_rounds.h"

void aco_sha1_lanes_hex(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex))
{
	void (*hash_blocks)(lanes *all, const unsigned char *const *blocks) =
		__builtin_cpu_supports("avx512vl") ? hash_blocks_avx512 : hash_blocks_avx2;
	const unsigned char *blocks[LANES];
	size_t taken = 0, running = 0;
	lanes all;

	memset(&all, 0, sizeof(all));
	for (; running < LANES && taken < count; running++) {
		load_job(&all, running, &jobs[taken++]);
	}
	while (running > 0) {
		for (size_t i = 0; i < LANES; i++) {
			blocks[i] = next_block(&all.lane[i]);
		}
		hash_blocks(&all, blocks);
		for (size_t i = 0; i < LANES; i++) {
			if (!is_finished(&all.lane[i])) {
				continue;
			}
			write_digest(&all, i, write);
			if (taken < count) {
				load_job(&all, i, &jobs[taken++]);
			} else {
				running--;
			}
		}
	}
}

#else

bool aco_sha1_lanes_available(void)
{
	return false;
}

void aco_sha1_lanes_hex(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex))
{
	(void) jobs;
	(void) count;
	(void) write;
}

#endif
