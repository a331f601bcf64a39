/* SPDX-License-Identifier: MIT */
/*
 * The rounds of SHA-1 on all lanes, included once for each instruction set and width. Expects SUFFIX(name), TARGET,
 * VECTOR, LOAD_BLOCK, REPEAT, ADD, XOR, ROTATE, XOR3, CHOOSE and MAJORITY.
 */

/* Loads eight big-endian words of the blocks of eight lanes: word t of all of them goes to words[t]. */
static inline __attribute__((always_inline, target(TARGET))) void SUFFIX(load_words)(const unsigned char *const *blocks,
	size_t offset, __m256i *words)
{
	const __m256i swap = _mm256_setr_epi8(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12,
		3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
	__m256i row[8], pair[8], quad[8];

	UNROLL
	for (size_t i = 0; i < 8; i++) {
		row[i] = _mm256_shuffle_epi8(_mm256_loadu_si256((const __m256i *) (blocks[i] + offset)), swap);
	}
	UNROLL
	for (size_t i = 0; i < 8; i += 2) {
		pair[i] = _mm256_unpacklo_epi32(row[i], row[i + 1]);
		pair[i + 1] = _mm256_unpackhi_epi32(row[i], row[i + 1]);
	}
	UNROLL
	for (size_t i = 0; i < 8; i += 4) {
		quad[i] = _mm256_unpacklo_epi64(pair[i], pair[i + 2]);
		quad[i + 1] = _mm256_unpackhi_epi64(pair[i], pair[i + 2]);
		quad[i + 2] = _mm256_unpacklo_epi64(pair[i + 1], pair[i + 3]);
		quad[i + 3] = _mm256_unpackhi_epi64(pair[i + 1], pair[i + 3]);
	}
	UNROLL
	for (size_t i = 0; i < 4; i++) {
		words[i] = _mm256_permute2x128_si256(quad[i], quad[i + 4], 0x20);
		words[i + 4] = _mm256_permute2x128_si256(quad[i], quad[i + 4], 0x31);
	}
}

/* FIPS 180-4, 6.1.2, on all lanes. */
static __attribute__((target(TARGET))) void SUFFIX(hash_blocks)(lanes *all, const unsigned char *const *blocks)
{
	VECTOR *state[STATE_WORDS];
	VECTOR w[16], a, b, c, d, e;

	LOAD_BLOCK(blocks, w);
	for (size_t i = 0; i < STATE_WORDS; i++) {
		state[i] = (VECTOR *) all->state[i];
	}
	a = *state[0];
	b = *state[1];
	c = *state[2];
	d = *state[3];
	e = *state[4];
	TWENTY_ROUNDS(CHOOSE, 0x5a827999u, 0);
	TWENTY_ROUNDS(XOR3, 0x6ed9eba1u, 20);
	TWENTY_ROUNDS(MAJORITY, 0x8f1bbcdcu, 40);
	TWENTY_ROUNDS(XOR3, 0xca62c1d6u, 60);
	*state[0] = ADD(*state[0], a);
	*state[1] = ADD(*state[1], b);
	*state[2] = ADD(*state[2], c);
	*state[3] = ADD(*state[3], d);
	*state[4] = ADD(*state[4], e);
}

#undef SUFFIX
#undef TARGET
#undef ROTATE
#undef XOR3
#undef CHOOSE
#undef MAJORITY
