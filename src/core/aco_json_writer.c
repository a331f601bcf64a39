#include "aco_json_writer.h"

#include "aco_number.h"
#include "aco_utf8.h"
#include "aco_words.h"

#if defined(__SSE2__)
# include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
# include <arm_neon.h>
#endif

/* Input is escaped in pieces, so that room for the worst case (\u00XX for each byte) stays small. */
#define PIECE 4096
#define BLOCK 16
#define WORST_CASE 6

/*
 * Copies a block and returns how many of its bytes go through unchanged before the first that does
 * not: a quote, a backslash, a control byte or the lead of a non-ASCII sequence.
 */
#if defined(__SSE2__)
static inline size_t copy_plain_block(char *target, const char *text)
{
	__m128i block = _mm_loadu_si128((const __m128i *) text);
	/* Signed: bytes from 0x80 are below 0x20, too. */
	__m128i special = _mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8(0x20)),
		_mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'))));
	unsigned mask = (unsigned) _mm_movemask_epi8(special);

	_mm_storeu_si128((__m128i *) target, block);
	return mask ? (size_t) __builtin_ctz(mask) : BLOCK;
}
#elif defined(__aarch64__) && defined(__ARM_NEON)
static inline size_t copy_plain_block(char *target, const char *text)
{
	uint8x16_t block = vld1q_u8((const uint8_t *) text);
	uint8x16_t special = vorrq_u8(
		vorrq_u8(vcltq_u8(block, vdupq_n_u8(0x20)), vcgeq_u8(block, vdupq_n_u8(0x80))),
		vorrq_u8(vceqq_u8(block, vdupq_n_u8('"')), vceqq_u8(block, vdupq_n_u8('\\'))));
	/* Four bits a byte, as NEON has no movemask. */
	uint64_t mask = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(special), 4)), 0);

	vst1q_u8((uint8_t *) target, block);
	return mask ? (size_t) __builtin_ctzll(mask) >> 2 : BLOCK;
}
#else
static inline size_t copy_plain_block(char *target, const char *text)
{
	for (size_t i = 0; i < BLOCK; i++) {
		unsigned char byte = (unsigned char) text[i];
		if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') {
			return i;
		}
		target[i] = text[i];
	}
	return BLOCK;
}
#endif

static inline char *escape_ascii(char *out, unsigned char byte)
{
	static const char hex[] = "0123456789abcdef";
	char letter;

	switch (byte) {
		case '"': letter = '"'; break;
		case '\\': letter = '\\'; break;
		case '\b': letter = 'b'; break;
		case '\f': letter = 'f'; break;
		case '\n': letter = 'n'; break;
		case '\r': letter = 'r'; break;
		case '\t': letter = 't'; break;
		default:
			memcpy(out, "\\u00", 4);
			out[4] = hex[byte >> 4];
			out[5] = hex[byte & 15];
			return out + 6;
	}
	out[0] = '\\';
	out[1] = letter;
	return out + 2;
}

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/* Whether one of the eight bytes has to be escaped or looked at as UTF-8. Borrows only reach bytes after a hit. */
static inline bool has_special(uint64_t word)
{
	uint64_t quote = word ^ EACH_BYTE('"'), backslash = word ^ EACH_BYTE('\\');

	return (((word - EACH_BYTE(0x20)) | (quote - EACH_BYTE(1)) | (backslash - EACH_BYTE(1)) | word) & EACH_BYTE(0x80)) != 0;
}

/*
 * Most strings of an item are short: codes, labels, SKUs. Copies up to 16 plain bytes by two words
 * that overlap; false when there is anything to escape.
 */
static inline bool copy_short(char *out, const char *text, size_t length)
{
	if (length >= 8) {
		uint64_t first = aco_load_8(text), last = aco_load_8(text + length - 8);
		if (has_special(first) || has_special(last)) {
			return false;
		}
		memcpy(out, &first, 8);
		memcpy(out + length - 8, &last, 8);
		return true;
	}
	if (length >= 4) {
		uint64_t first = aco_load_4(text), last = aco_load_4(text + length - 4);
		if (has_special(first | last << 32)) {
			return false;
		}
		memcpy(out, text, 4);
		memcpy(out + length - 4, text + length - 4, 4);
		return true;
	}
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char) text[i];
		if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') {
			return false;
		}
		out[i] = text[i];
	}
	return true;
}

/* Escapes `text` up to `end`, or a sequence or block beyond it; returns where it stopped reading. */
static size_t escape_piece(aco_json *json, const char *text, size_t at, size_t end, size_t length)
{
	char *out = json->buf.data + json->buf.length;

	while (at < end) {
		unsigned char byte;

		if (length - at >= BLOCK) {
			size_t plain = copy_plain_block(out, text + at);
			out += plain;
			at += plain;
			if (plain == BLOCK) {
				continue;
			}
		} else if (copy_short(out, text + at, length - at)) {
			out += length - at;
			at = length;
			break;
		}
		byte = (unsigned char) text[at];
		if (byte >= 0x80) {
			do {
				size_t bad, sequence = aco_utf8_sequence((const unsigned char *) text + at, length - at, &bad);
				if (ACO_LIKELY(sequence != 0)) {
					if (ACO_LIKELY(length - at >= 4)) {
						/* There is room for four bytes; what is too much is overwritten. */
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
			} while (at < end && (unsigned char) text[at] >= 0x80);
		} else if (byte < 0x20 || byte == '"' || byte == '\\') {
			out = escape_ascii(out, byte);
			at++;
		} else {
			*out++ = (char) byte;
			at++;
		}
	}
	json->buf.length = (size_t) (out - json->buf.data);
	return at;
}

void aco_json_string(aco_json *json, const char *text, size_t length)
{
	aco_buf *buf = &json->buf;
	size_t at = 0;

	if (!aco_buf_reserve(buf, length + BLOCK + 4)) {
		return;
	}
	aco_json_separate(json);
	buf->data[buf->length++] = '"';
	if (length <= BLOCK && copy_short(buf->data + buf->length, text, length)) {
		buf->length += length;
	} else {
		while (at < length) {
			size_t end = length - at > PIECE ? at + PIECE : length;

			/* A sequence may reach past the end of its piece, and blocks are copied whole. */
			if (!aco_buf_reserve(buf, WORST_CASE * (end - at) + 2 * BLOCK)) {
				return;
			}
			at = escape_piece(json, text, at, end, length);
		}
	}
	aco_buf_append_char(buf, '"');
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
