/* SPDX-License-Identifier: MIT */
#include "src/core/source/unpack.h"

#include <stdlib.h>
#include <zlib.h>

/* A window of 15 bits; 16 selects the gzip header. */
#define WINDOW_BITS (15 + 16)
#define MAGIC_LENGTH 2
#define OUTPUT_STEP 65536

typedef enum unpack_state {
	/* The first bytes decide; they are also those between two members. */
	AT_START,
	PLAIN,
	IN_MEMBER,
	BETWEEN,
	IN_PADDING
} unpack_state;

struct aco_unpack {
	z_stream stream;
	unpack_state state;
	/* A block may hold only the first byte of the magic number. */
	char held;
	bool is_held;
};

aco_unpack *aco_unpack_new(void)
{
	aco_unpack *unpack = calloc(1, sizeof(*unpack));

	if (unpack && inflateInit2(&unpack->stream, WINDOW_BITS) != Z_OK) {
		free(unpack);
		unpack = NULL;
	}
	return unpack;
}

void aco_unpack_free(aco_unpack *unpack)
{
	if (unpack) {
		inflateEnd(&unpack->stream);
		free(unpack);
	}
}

bool aco_unpack_is_plain(const aco_unpack *unpack)
{
	return unpack->state == PLAIN;
}

/* Inflates to the end of the member or of the input, whichever comes first. */
static aco_unpack_result inflate_member(aco_unpack *unpack, aco_buf *out)
{
	z_stream *stream = &unpack->stream;
	size_t start = out->length;
	int result = Z_OK;

	do {
		if (!aco_buf_reserve(out, OUTPUT_STEP)) {
			return ACO_UNPACK_NO_MEMORY;
		}

		stream->next_out = (Bytef *) out->data + out->length;
		stream->avail_out = OUTPUT_STEP;
		result = inflate(stream, Z_NO_FLUSH);
		out->length += OUTPUT_STEP - stream->avail_out;
	} while (result == Z_OK && (stream->avail_in > 0 || stream->avail_out == 0));

	if (result == Z_STREAM_END) {
		unpack->state = BETWEEN;
		return inflateReset(stream) == Z_OK ? ACO_UNPACK_OK : ACO_UNPACK_NO_MEMORY;
	}
	/* Nothing was left to do with this input. */
	if (result == Z_OK || result == Z_BUF_ERROR) {
		return ACO_UNPACK_OK;
	}

	out->length = start;
	return result == Z_MEM_ERROR ? ACO_UNPACK_NO_MEMORY : ACO_UNPACK_DAMAGED;
}

static bool is_zeros(const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] != '\0') {
			return false;
		}
	}
	return true;
}

/* Decides what begins with the held byte and the block; false when that takes another byte. */
static bool decide(aco_unpack *unpack, const char *block, size_t length)
{
	static const char magic[MAGIC_LENGTH] = {'\x1f', '\x8b'};
	char first[MAGIC_LENGTH];
	size_t known = 0;

	if (unpack->is_held) {
		first[known++] = unpack->held;
	}
	for (size_t i = 0; known < MAGIC_LENGTH && i < length; i++) {
		first[known++] = block[i];
	}

	if (known < MAGIC_LENGTH) {
		unpack->is_held = known > 0;
		unpack->held = known > 0 ? first[0] : '\0';
		return false;
	}

	if (memcmp(first, magic, MAGIC_LENGTH) == 0) {
		unpack->state = IN_MEMBER;
	} else {
		unpack->state = unpack->state == AT_START ? PLAIN : IN_PADDING;
	}

	return true;
}

static aco_unpack_result add_bytes(aco_unpack *unpack, const char **at, const char *end, aco_buf *out)
{
	size_t length = (size_t) (end - *at);
	aco_unpack_result result = ACO_UNPACK_OK;

	switch (unpack->state) {
		case IN_MEMBER:
			unpack->stream.next_in = (Bytef *) *at;
			unpack->stream.avail_in = (uInt) length;
			result = inflate_member(unpack, out);
			*at = end - unpack->stream.avail_in;
			return result;
		case PLAIN:
			aco_buf_append(out, *at, length);
			*at = end;
			return out->failed ? ACO_UNPACK_NO_MEMORY : ACO_UNPACK_OK;
		default:
			result = is_zeros(*at, length) ? ACO_UNPACK_OK : ACO_UNPACK_FOLLOWED;
			*at = end;
			return result;
	}
}

aco_unpack_result aco_unpack_add(aco_unpack *unpack, const char *block, size_t length, aco_buf *out)
{
	const char *at = block, *end = block + length;
	aco_unpack_result result = ACO_UNPACK_OK;

	while (result == ACO_UNPACK_OK && at < end) {
		if (unpack->state == AT_START || unpack->state == BETWEEN) {
			if (!decide(unpack, at, (size_t) (end - at))) {
				return ACO_UNPACK_OK;
			}

			if (unpack->is_held) {
				const char *held = &unpack->held;

				unpack->is_held = false;
				result = add_bytes(unpack, &held, held + 1, out);
				continue;
			}
		}

		result = add_bytes(unpack, &at, end, out);
	}

	return result;
}

aco_unpack_result aco_unpack_end(aco_unpack *unpack, aco_buf *out)
{
	if (unpack->state == IN_MEMBER) {
		return ACO_UNPACK_INCOMPLETE;
	}
	if (!unpack->is_held) {
		return ACO_UNPACK_OK;
	}

	unpack->is_held = false;
	if (unpack->state == AT_START) {
		aco_buf_append_char(out, unpack->held);
		return out->failed ? ACO_UNPACK_NO_MEMORY : ACO_UNPACK_OK;
	}

	return unpack->held == '\0' ? ACO_UNPACK_OK : ACO_UNPACK_FOLLOWED;
}
