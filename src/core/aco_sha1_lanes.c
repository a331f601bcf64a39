#include "aco_sha1_lanes.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define EIGHT 8
#define SIXTEEN 16
#define MAX_LANES SIXTEEN
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
	uint32_t state[STATE_WORDS][MAX_LANES] __attribute__((aligned(64)));
	lane lane[MAX_LANES];
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
	memset(one->padded, 0, sizeof(one->padded));
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
# define UNROLL _Pragma("GCC unroll 16")
#endif

/* Eight big-endian words of each lane's block: word t of all lanes to words[t]. */
static inline __attribute__((always_inline, target("avx2"))) void load_eight_words(const unsigned char *const *blocks, size_t offset, __m256i *words)
{
	const __m256i swap = _mm256_setr_epi8(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12,
		3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
	__m256i row[EIGHT], pair[EIGHT], quad[EIGHT];

	UNROLL
	for (size_t i = 0; i < EIGHT; i++) {
		row[i] = _mm256_shuffle_epi8(_mm256_loadu_si256((const __m256i *) (blocks[i] + offset)), swap);
	}
	UNROLL
	for (size_t i = 0; i < EIGHT; i += 2) {
		pair[i] = _mm256_unpacklo_epi32(row[i], row[i + 1]);
		pair[i + 1] = _mm256_unpackhi_epi32(row[i], row[i + 1]);
	}
	UNROLL
	for (size_t i = 0; i < EIGHT; i += 4) {
		quad[i] = _mm256_unpacklo_epi64(pair[i], pair[i + 2]);
		quad[i + 1] = _mm256_unpackhi_epi64(pair[i], pair[i + 2]);
		quad[i + 2] = _mm256_unpacklo_epi64(pair[i + 1], pair[i + 3]);
		quad[i + 3] = _mm256_unpackhi_epi64(pair[i + 1], pair[i + 3]);
	}
	UNROLL
	for (size_t i = 0; i < EIGHT / 2; i++) {
		words[i] = _mm256_permute2x128_si256(quad[i], quad[i + 4], 0x20);
		words[i + 4] = _mm256_permute2x128_si256(quad[i], quad[i + 4], 0x31);
	}
}


/* Sixteen big-endian words of each lane's block: word t of all lanes to words[t]. */
static inline __attribute__((always_inline, target("avx512f,avx512bw"))) void load_sixteen_words(const unsigned char *const *blocks, __m512i *words)
{
	const __m512i swap = _mm512_broadcast_i32x4(_mm_setr_epi8(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
	__m512i row[SIXTEEN], pair[SIXTEEN], quad[SIXTEEN];

	UNROLL
	for (size_t i = 0; i < SIXTEEN; i++) {
		row[i] = _mm512_shuffle_epi8(_mm512_loadu_si512(blocks[i]), swap);
	}
	UNROLL
	for (size_t i = 0; i < SIXTEEN; i += 2) {
		pair[i] = _mm512_unpacklo_epi32(row[i], row[i + 1]);
		pair[i + 1] = _mm512_unpackhi_epi32(row[i], row[i + 1]);
	}
	UNROLL
	for (size_t i = 0; i < SIXTEEN; i += 4) {
		quad[i] = _mm512_unpacklo_epi64(pair[i], pair[i + 2]);
		quad[i + 1] = _mm512_unpackhi_epi64(pair[i], pair[i + 2]);
		quad[i + 2] = _mm512_unpacklo_epi64(pair[i + 1], pair[i + 3]);
		quad[i + 3] = _mm512_unpackhi_epi64(pair[i + 1], pair[i + 3]);
	}
	/* Quads of rows are together now; their quarters go to where their words belong. */
	UNROLL
	for (size_t i = 0; i < 4; i++) {
		__m512i even_low = _mm512_shuffle_i32x4(quad[i], quad[i + 4], 0x88);
		__m512i odd_low = _mm512_shuffle_i32x4(quad[i], quad[i + 4], 0xdd);
		__m512i even_high = _mm512_shuffle_i32x4(quad[i + 8], quad[i + 12], 0x88);
		__m512i odd_high = _mm512_shuffle_i32x4(quad[i + 8], quad[i + 12], 0xdd);
		words[i] = _mm512_shuffle_i32x4(even_low, even_high, 0x88);
		words[i + 4] = _mm512_shuffle_i32x4(odd_low, odd_high, 0x88);
		words[i + 8] = _mm512_shuffle_i32x4(even_low, even_high, 0xdd);
		words[i + 12] = _mm512_shuffle_i32x4(odd_low, odd_high, 0xdd);
	}
}

#define WORD(t) ((t) < 16 ? w[(t) & 15] : (w[(t) & 15] = ROTATE( \
	XOR(w[(t) & 15], XOR3(w[((t) + 13) & 15], w[((t) + 8) & 15], w[((t) + 2) & 15])), 1)))
#define ROUND(a, b, c, d, e, mix, constant, t) do { \
		e = ADD(ADD(e, ADD(ROTATE(a, 5), mix(b, c, d))), ADD(constant, WORD(t))); \
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
		const VECTOR constant = SET((int) (number)); \
		FIVE_ROUNDS(mix, constant, (t)); \
		FIVE_ROUNDS(mix, constant, (t) + 5); \
		FIVE_ROUNDS(mix, constant, (t) + 10); \
		FIVE_ROUNDS(mix, constant, (t) + 15); \
	} while (0)

#define NAME hash_blocks_avx2
#define TARGET "avx2"
#define VECTOR __m256i
#define LOAD_WORDS(blocks, w) do { \
		load_eight_words((blocks), 0, (w)); \
		load_eight_words((blocks), BLOCK / 2, (w) + 8); \
	} while (0)
#define ADD(left, right) _mm256_add_epi32((left), (right))
#define SET(number) _mm256_set1_epi32(number)
#define ROTATE(value, bits) _mm256_or_si256(_mm256_slli_epi32((value), (bits)), _mm256_srli_epi32((value), 32 - (bits)))
#define XOR(left, right) _mm256_xor_si256((left), (right))
#define XOR3(b, c, d) XOR((b), XOR((c), (d)))
#define CHOOSE(b, c, d) XOR((d), _mm256_and_si256((b), XOR((c), (d))))
#define MAJORITY(b, c, d) XOR(_mm256_and_si256((b), (c)), _mm256_and_si256((d), XOR((b), (c))))
#include "aco_sha1_rounds.h"

/* AVX-512 rotates in one instruction, and has any function of three words in another: its truth table is the number. */
#define NAME hash_blocks_avx512
#define TARGET "avx512f,avx512bw"
#define VECTOR __m512i
#define LOAD_WORDS(blocks, w) load_sixteen_words((blocks), (w))
#define ADD(left, right) _mm512_add_epi32((left), (right))
#define SET(number) _mm512_set1_epi32(number)
#define ROTATE(value, bits) _mm512_rol_epi32((value), (bits))
#define XOR(left, right) _mm512_xor_si512((left), (right))
#define XOR3(b, c, d) _mm512_ternarylogic_epi32((b), (c), (d), 0x96)
#define CHOOSE(b, c, d) _mm512_ternarylogic_epi32((b), (c), (d), 0xca)
#define MAJORITY(b, c, d) _mm512_ternarylogic_epi32((b), (c), (d), 0xe8)
#include "aco_sha1_rounds.h"

typedef struct instruction_set {
	size_t lanes;
	void (*hash_blocks)(lanes *all, const unsigned char *const *blocks);
} instruction_set;

static const instruction_set *widest(void)
{
	static const instruction_set avx2 = {EIGHT, hash_blocks_avx2};
	static const instruction_set avx512 = {SIXTEEN, hash_blocks_avx512};

	return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") ? &avx512 : &avx2;
}

void aco_sha1_lanes_hex(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex))
{
	const instruction_set *set = widest();
	const unsigned char *blocks[MAX_LANES];
	size_t taken = 0, running = 0;
	lanes all;

	memset(&all, 0, sizeof(all));
	for (; running < set->lanes && taken < count; running++) {
		load_job(&all, running, &jobs[taken++]);
	}
	while (running > 0) {
		for (size_t i = 0; i < set->lanes; i++) {
			blocks[i] = next_block(&all.lane[i]);
		}
		set->hash_blocks(&all, blocks);
		for (size_t i = 0; i < set->lanes; i++) {
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
