/* SPDX-License-Identifier: MIT */
#include "src/core/base/json_writer.h"

#include "src/core/base/number.h"
#include "src/core/base/utf8.h"

/* Input is escaped in pieces, so that room for the worst case (\u00XX for each byte) stays small. */
#define PIECE 4096
#define BLOCK ACO_BLOCK_SIZE
#define WORST_CASE 6

static inline char *escape_ascii(char *out, unsigned char byte)
{
	static const char hex[] = "0123456789abcdef";
	static const char letters[128] = {
		['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};

	if (ACO_LIKELY(letters[byte])) {
		out[0] = '\\';
		out[1] = letters[byte];
		return out + 2;
	}

	memcpy(out, "\\u00", 4);
	out[4] = hex[byte >> 4];
	out[5] = hex[byte & 15];

	return out + 6;
}

#ifdef ACO_BLOCKS
/* Less than a block, padded with zeroes. Uses overlapping loads, because the bytes after the text must not be read. */
static inline aco_block load_rest(const char *text, size_t length)
{
	if (length > 8) {
		return aco_block_join(aco_load_8(text), aco_load_8(text + length - 8) >> (8 * (BLOCK - length)));
	}
	if (length >= 4) {
		return aco_block_join(aco_load_4(text) | (uint64_t) aco_load_4(text + length - 4) << (8 * (length - 4)), 0);
	}
	return aco_block_join((uint64_t) (unsigned char) text[0]
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
	aco_block bytes = length >= BLOCK ? aco_block_load(text) : load_rest(text, length);
	uint64_t special = aco_block_special(bytes);

	aco_block_store(target, bytes);
	return special ? aco_block_first(special) : BLOCK;
}

/*
 * Escapes the ASCII specials of `length` bytes that are already copied, up to the first lead byte of a non-ASCII
 * sequence; returns how far it got. After each escape the remainder is copied again, by a load that reaches up to a
 * block past the bytes.
 */
static inline size_t escape_block(char **target, const char *text, size_t length, uint64_t special)
{
	/* Where the first byte of the text would be, had all bytes so far been as long as what came of them. */
	char *out = *target;

	while (special) {
		size_t position = aco_block_first(special);
		unsigned char byte = (unsigned char) text[position];
		char *end;

		if (ACO_UNLIKELY(byte >= 0x80)) {
			*target = out + position;
			return position;
		}

		end = escape_ascii(out + position, byte);
		aco_block_store(end, aco_block_load(text + position + 1));
		out = end - position - 1;
		special = aco_block_without_first(special);
	}

	*target = out + length;
	return length;
}

/* The same for the last bytes of a text, fewer than two blocks, of which up to a block are copied first. */
static inline size_t escape_last(char **target, const char *text, size_t length)
{
	char copy[2 * BLOCK];
	aco_block bytes = length >= BLOCK ? aco_block_load(text) : load_rest(text, length);
	uint64_t special = aco_block_special(bytes);

	aco_block_store(*target, bytes);

	/* The zero padding is special, too. */
	if (length < BLOCK) {
		special &= (UINT64_C(1) << length * ACO_BLOCK_BITS_A_BYTE) - 1;
	} else {
		length = BLOCK;
	}

	if (!special) {
		*target += length;
		return length;
	}

	aco_block_store(copy, bytes);
	aco_block_store(copy + BLOCK, bytes);
	return escape_block(target, copy, length, special);
}

/* Copies up to two blocks and always writes at least one; false when something needs escaping. */
static inline bool copy_short(char *target, const char *text, size_t length)
{
	if (length >= BLOCK) {
		aco_block first = aco_block_load(text), last = aco_block_load(text + length - BLOCK);

		aco_block_store(target, first);
		aco_block_store(target + length - BLOCK, last);
		return (aco_block_special(first) | aco_block_special(last)) == 0;
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
#endif

/* Escapes `text` up to `end`, or past it to finish a sequence or block; returns where it stopped reading. */
static size_t escape_piece(aco_json *json, const char *text, size_t at, size_t end, size_t length)
{
	char *out = json->buf.data + json->buf.length;
#ifdef ACO_BLOCKS
	/* escape_block() reads up to a block past the one that it escapes. */
	size_t blocks_end = length < 2 * BLOCK ? 0 : length - 2 * BLOCK < end ? length - 2 * BLOCK + 1 : end;
#endif

	while (at < end) {
#ifdef ACO_BLOCKS
		uint64_t special = 0;

		while (at < blocks_end) {
			aco_block bytes = aco_block_load(text + at);

			aco_block_store(out, bytes);
			if ((special = aco_block_special(bytes))) {
				break;
			}
			out += BLOCK;
			at += BLOCK;
		}

		if (special) {
			at += escape_block(&out, text + at, BLOCK, special);
		} else if (at < end) {
			at += escape_last(&out, text + at, length - at);
		}
#else
		at += escape_first(&out, text + at, length - at);
#endif

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

/* Not inlined, so that short texts do not pay for its registers. */
static ACO_NOINLINE bool escape(aco_json *json, const char *text, size_t length)
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
	if (aco_buf_reserve(&json->buf, ACO_NUMBER_SIZE + 1)) {
		aco_json_separate(json);
		json->buf.length += aco_format_int(json->buf.data + json->buf.length, value);
	}
}

void aco_json_double(aco_json *json, double value)
{
	if (aco_buf_reserve(&json->buf, ACO_NUMBER_SIZE + 1)) {
		aco_json_separate(json);
		json->buf.length += aco_format_double(json->buf.data + json->buf.length, value);
	}
}
