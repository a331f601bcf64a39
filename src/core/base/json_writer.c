/* SPDX-License-Identifier: MIT */
#include "src/core/base/json_writer.h"

#include "src/core/base/number.h"
#include "src/core/base/utf8.h"
#include "src/core/base/words.h"

#if defined(__SSE2__)
# include <emmintrin.h>
# define HAVE_BLOCKS
#elif defined(__aarch64__) && defined(__ARM_NEON) && defined(__AARCH64EL__)
# include <arm_neon.h>
# define HAVE_BLOCKS
#endif

/* Input is escaped in pieces, so that room for the worst case (\u00XX for each byte) stays small. */
#define PIECE 4096
#define BLOCK 16
#define WORST_CASE 6

static inline char *escape_ascii(char *out, unsigned char byte)
{
	static const char hex[] = "0123456789abcdef";
	static const char letters[] = {
		['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};

	out[0] = '\\';

	if (ACO_LIKELY(letters[byte])) {
		out[1] = letters[byte];
		return out + 2;
	}

	memcpy(out + 1, "u00", 3);
	out[4] = hex[byte >> 4];
	out[5] = hex[byte & 15];

	return out + 6;
}

#ifdef HAVE_BLOCKS
# if defined(__SSE2__)
typedef __m128i block;
#  define BITS_A_BYTE 1

static inline block load_block(const char *text)
{
	return _mm_loadu_si128((const __m128i *) text);
}

static inline block join_words(uint64_t low, uint64_t high)
{
	return _mm_set_epi64x((long long) high, (long long) low);
}

static inline void store_block(char *target, block bytes)
{
	_mm_storeu_si128((__m128i *) target, bytes);
}

static inline uint64_t special_bits(block bytes)
{
	/* The comparison is signed, so bytes from 0x80 up count as below 0x20 as well. */
	__m128i special = _mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)),
		_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));

	return (unsigned) _mm_movemask_epi8(special);
}
# else
typedef uint8x16_t block;
/* NEON has no movemask. */
#  define BITS_A_BYTE 4

static inline block load_block(const char *text)
{
	return vld1q_u8((const uint8_t *) text);
}

static inline block join_words(uint64_t low, uint64_t high)
{
	return vreinterpretq_u8_u64(vcombine_u64(vcreate_u64(low), vcreate_u64(high)));
}

static inline void store_block(char *target, block bytes)
{
	vst1q_u8((uint8_t *) target, bytes);
}

static inline uint64_t special_bits(block bytes)
{
	uint8x16_t special = vorrq_u8(
		vorrq_u8(vcltq_u8(bytes, vdupq_n_u8(0x20)), vcgeq_u8(bytes, vdupq_n_u8(0x80))),
		vorrq_u8(vceqq_u8(bytes, vdupq_n_u8('"')), vceqq_u8(bytes, vdupq_n_u8('\\'))));

	return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(special), 4)), 0);
}
# endif

/* Less than a block, padded with zeroes. Uses overlapping loads, because the bytes after the text must not be read. */
static inline block load_rest(const char *text, size_t length)
{
	if (length > 8) {
		return join_words(aco_load_8(text), aco_load_8(text + length - 8) >> (8 * (BLOCK - length)));
	}
	if (length >= 4) {
		return join_words(aco_load_4(text) | (uint64_t) aco_load_4(text + length - 4) << (8 * (length - 4)), 0);
	}
	return join_words((uint64_t) (unsigned char) text[0]
		| (uint64_t) (unsigned char) text[length / 2] << (8 * (length / 2))
		| (uint64_t) (unsigned char) text[length - 1] << (8 * (length - 1)), 0);
}

/*
 * Copies up to a block of text and returns how many of its bytes go through unchanged before the
 * first that does not: a quote, a backslash, a control byte or the lead of a non-ASCII sequence.
 * Writes a whole block.
 */
static inline size_t copy_plain(char *target, const char *text, size_t length)
{
	/* The zero padding counts as control bytes, so copying stops at the end of the text. */
	block bytes = length >= BLOCK ? load_block(text) : load_rest(text, length);
	uint64_t special = special_bits(bytes);

	store_block(target, bytes);
	return special ? (size_t) __builtin_ctzll(special) / BITS_A_BYTE : BLOCK;
}

/*
 * Escapes the ASCII specials of a block that is already copied, up to the first lead byte of a non-ASCII
 * sequence; returns how far it got. After each escape the remainder is copied again by a load that
 * reaches into the next block of the text.
 */
static inline size_t escape_block(char **target, const char *text, uint64_t special)
{
	char *out = *target;
	size_t copied = 0;

	do {
		size_t position = (size_t) __builtin_ctzll(special) / BITS_A_BYTE;
		unsigned char byte = (unsigned char) text[position];

		out += position - copied;
		copied = position;

		if (byte >= 0x80) {
			*target = out;
			return position;
		}

		out = escape_ascii(out, byte);
		copied++;
		store_block(out, load_block(text + copied));
		special &= ~(((UINT64_C(1) << BITS_A_BYTE) - 1) << (position * BITS_A_BYTE));
	} while (special);
	*target = out + (BLOCK - copied);
	return BLOCK;
}

/* Copies up to two blocks and always writes at least one; false when something needs escaping. */
static inline bool copy_short(char *target, const char *text, size_t length)
{
	if (length >= BLOCK) {
		block first = load_block(text), last = load_block(text + length - BLOCK);

		store_block(target, first);
		store_block(target + length - BLOCK, last);
		return (special_bits(first) | special_bits(last)) == 0;
	}
	return length == 0 || copy_plain(target, text, length) == length;
}
#else
static inline size_t copy_plain(char *target, const char *text, size_t length)
{
	size_t plain = 0, end = length < BLOCK ? length : BLOCK;

	for (; plain < end; plain++) {
		unsigned char byte = (unsigned char) text[plain];
		if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') {
			break;
		}
		target[plain] = text[plain];
	}
	return plain;
}

static inline bool copy_short(char *target, const char *text, size_t length)
{
	return copy_plain(target, text, length) == length;
}
#endif

/* Copies up to a block of text, or up to the first byte that needs attention, which is escaped when it is ASCII. */
static inline size_t escape_first(char **target, const char *text, size_t length)
{
	size_t copied = copy_plain(*target, text, length);

	*target += copied;
	if (copied < length && copied < BLOCK && (unsigned char) text[copied] < 0x80) {
		*target = escape_ascii(*target, (unsigned char) text[copied++]);
	}
	return copied;
}

/* Escapes `text` up to `end`, or past it to finish a sequence or block; returns where it stopped reading. */
static size_t escape_piece(aco_json *json, const char *text, size_t at, size_t end, size_t length)
{
	char *out = json->buf.data + json->buf.length;

	while (at < end) {
#ifdef HAVE_BLOCKS
		if (length - at >= 2 * BLOCK) {
			block bytes = load_block(text + at);
			uint64_t special = special_bits(bytes);

			store_block(out, bytes);

			if (!special) {
				out += BLOCK;
				at += BLOCK;
				continue;
			}

			at += escape_block(&out, text + at, special);
		} else
#endif
			at += escape_first(&out, text + at, length - at);

		while (at < end && (unsigned char) text[at] >= 0x80) {
			size_t bad, sequence = aco_utf8_sequence((const unsigned char *) text + at, length - at, &bad);

			if (ACO_LIKELY(sequence != 0)) {
				if (ACO_LIKELY(length - at >= 4)) {
					/* There is room for four bytes; the surplus is overwritten. */
					memcpy(out, text + at, 4);
				} else {
					memcpy(out, text + at, sequence);
				}

				out += sequence;
				at += sequence;
			} else {
				memcpy(out, "\xef\xbf\xbd", 3);
				out += 3;
				at += bad;
				json->replaced++;
			}
		}
	}

	json->buf.length = (size_t) (out - json->buf.data);
	return at;
}

static bool escape(aco_json *json, const char *text, size_t length)
{
	size_t at = 0, replaced = json->replaced;

	while (at < length) {
		size_t end = length - at > PIECE ? at + PIECE : length;

		/* A sequence or a block may reach past the end of its piece, and blocks are written whole. */
		if (!aco_buf_reserve(&json->buf, WORST_CASE * (end - at + BLOCK) + 2 * BLOCK)) {
			break;
		}

		at = escape_piece(json, text, at, end, length);
	}

	aco_buf_append_char(&json->buf, '"');
	return json->replaced == replaced;
}

bool aco_json_close_string(aco_json *json, const char *text, size_t length)
{
	aco_buf *buf = &json->buf;

	/* Most strings of an item are short: codes, labels, SKUs. */
	if (length <= 2 * BLOCK && aco_buf_reserve(buf, 2 * BLOCK + 1)
			&& copy_short(buf->data + buf->length, text, length)) {
		buf->length += length;
		buf->data[buf->length++] = '"';
		return true;
	}
	return escape(json, text, length);
}

void aco_json_int(aco_json *json, int64_t value)
{
	char text[ACO_NUMBER_SIZE];

	aco_json_raw(json, text, aco_format_int(text, value));
}

void aco_json_double(aco_json *json, double value)
{
	char text[ACO_NUMBER_SIZE];

	aco_json_raw(json, text, aco_format_double(text, value));
}
