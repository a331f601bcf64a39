/* Splits any bytes, in blocks of one size and at once: the same texts, whatever the blocks; and unpacks them. */
#include "fuzz.h"

#include "src/core/source/half_pairs.h"
#include "src/core/source/splitter.h"
#include "src/core/source/unpack.h"

/* The texts, each with its number, and the result at the end. */
static void split(const char *bytes, size_t length, size_t block, aco_buf *texts)
{
	aco_splitter splitter = {0};
	aco_split_result result;
	aco_split_text text;
	size_t at = 0;

	while ((result = aco_splitter_next(&splitter, &text)) == ACO_SPLIT_TEXT || result == ACO_SPLIT_MORE) {
		if (result == ACO_SPLIT_TEXT) {
			aco_buf_append(texts, (const char *) &splitter.number, sizeof(splitter.number));
			aco_buf_append(texts, text.bytes, text.length);
			continue;
		}

		size_t next = length - at < block ? length - at : block;

		aco_buf_append(&splitter.input, bytes + at, next);
		at += next;
		splitter.is_complete = next == 0;
	}

	aco_buf_append_char(texts, (char) ('0' + result));
	aco_splitter_free(&splitter);
}

static aco_unpack_result unpack(const char *bytes, size_t length, size_t block, aco_buf *out)
{
	aco_unpack *state = aco_unpack_new();
	aco_unpack_result result = ACO_UNPACK_OK;

	for (size_t at = 0; at < length && result == ACO_UNPACK_OK; at += block) {
		result = aco_unpack_add(state, bytes + at, length - at < block ? length - at : block, out);
	}
	if (result == ACO_UNPACK_OK) {
		result = aco_unpack_end(state, out);
	}
	aco_unpack_free(state);
	return result;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	aco_buf once = ACO_BUF_INIT, pieces = ACO_BUF_INIT;
	size_t block = size > 0 ? data[0] % 16 + 1 : 1;
	const char *bytes = (const char *) data + (size > 0);
	size_t length = size > 0 ? size - 1 : 0;
	aco_unpack_result result;

	split(bytes, length, length + 1, &once);
	split(bytes, length, block, &pieces);
	REQUIRE(once.length == pieces.length && memcmp(once.data, pieces.data, once.length) == 0);

	once.length = pieces.length = 0;
	result = unpack(bytes, length, length + 1, &once);
	/* The more blocks, the more of a damaged member comes out. */
	REQUIRE(result == unpack(bytes, length, block, &pieces));
	REQUIRE(result == ACO_UNPACK_DAMAGED ? once.length <= pieces.length : once.length == pieces.length);

	once.length = 0;
	aco_buf_append(&once, bytes, length);
	aco_replace_half_pairs(once.data, once.length);
	aco_buf_free(&once);
	aco_buf_free(&pieces);
	return 0;
}
