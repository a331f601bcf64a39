/* SPDX-License-Identifier: MIT */
/*
 * Registers of 16 bytes, for texts of which most bytes are copied as they are. ACO_BLOCKS is defined where the
 * processor has them.
 */
#ifndef ACO_CORE_BASE_BLOCKS_H
#define ACO_CORE_BASE_BLOCKS_H

#include "src/core/base/words.h"

#define ACO_BLOCK_SIZE 16

#if defined(__SSE2__)
# include <emmintrin.h>
# define ACO_BLOCKS
/* In what aco_block_special() returns. */
# define ACO_BLOCK_BITS_A_BYTE 1

typedef __m128i aco_block;

ACO_INLINE aco_block aco_block_load(const char *text)
{
	return _mm_loadu_si128((const __m128i *) text);
}

ACO_INLINE aco_block aco_block_join(uint64_t low, uint64_t high)
{
	return _mm_set_epi64x((long long) high, (long long) low);
}

ACO_INLINE void aco_block_store(char *target, aco_block bytes)
{
	_mm_storeu_si128((__m128i *) target, bytes);
}

/* Bits for the bytes that JSON does not take as they are, or that belong to a non-ASCII sequence. */
ACO_INLINE uint64_t aco_block_special(aco_block bytes)
{
	/* With bit 1 flipped, the quote follows the control bytes; bytes from 0x80 up are negative, so below it as well. */
	__m128i below = _mm_subs_epi8(_mm_xor_si128(bytes, _mm_set1_epi8(2)), _mm_set1_epi8(0x21));

	return (unsigned) _mm_movemask_epi8(_mm_or_si128(below, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
}
#elif defined(__aarch64__) && defined(__ARM_NEON) && defined(__AARCH64EL__)
# include <arm_neon.h>
# define ACO_BLOCKS
/* NEON has no movemask. */
# define ACO_BLOCK_BITS_A_BYTE 4

typedef uint8x16_t aco_block;

ACO_INLINE aco_block aco_block_load(const char *text)
{
	return vld1q_u8((const uint8_t *) text);
}

ACO_INLINE aco_block aco_block_join(uint64_t low, uint64_t high)
{
	return vreinterpretq_u8_u64(vcombine_u64(vcreate_u64(low), vcreate_u64(high)));
}

ACO_INLINE void aco_block_store(char *target, aco_block bytes)
{
	vst1q_u8((uint8_t *) target, bytes);
}

ACO_INLINE uint64_t aco_block_special(aco_block bytes)
{
	uint8x16_t below = vcltq_s8(vreinterpretq_s8_u8(veorq_u8(bytes, vdupq_n_u8(2))), vdupq_n_s8(0x21));
	uint8x16_t special = vorrq_u8(below, vceqq_u8(bytes, vdupq_n_u8('\\')));

	return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(special), 4)), 0);
}
#endif

#ifdef ACO_BLOCKS
/* The first of the bytes; at least one bit is set. */
ACO_INLINE size_t aco_block_first(uint64_t special)
{
	return (unsigned) __builtin_ctzll(special) / ACO_BLOCK_BITS_A_BYTE;
}

/* Clears the bits of the first byte. */
ACO_INLINE uint64_t aco_block_without_first(uint64_t special)
{
# if ACO_BLOCK_BITS_A_BYTE == 1
	return special & (special - 1);
# else
	return special & ~(UINT64_C(15) << __builtin_ctzll(special));
# endif
}
#endif

#endif
