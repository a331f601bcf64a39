/* SPDX-License-Identifier: MIT */
#include "src/core/source/splitter.h"

#include "src/core/source/lines.h"
#include "src/core/source/members.h"

/* Blanks that may come before the bracket of an array. */
#define MAX_START 16384

/* Memory that stays while the texts are short. */
#define KEPT (1 << 20)

#define BOM "\xEF\xBB\xBF"
#define BOM_LENGTH (sizeof(BOM) - 1)

void aco_splitter_free(aco_splitter *splitter)
{
	aco_buf_free(&splitter->input);
}

/* Takes the passed bytes away, so that the next ones are appended to few. */
static void compact(aco_splitter *splitter)
{
	aco_buf *input = &splitter->input;
	size_t rest = input->length - splitter->offset;

	if (splitter->offset == 0) {
		return;
	}

	if (rest > 0) {
		memmove(input->data, input->data + splitter->offset, rest);
	} else if (input->capacity > KEPT) {
		aco_buf_recycle(input, KEPT);
	}

	input->length = rest;
	splitter->searched -= splitter->offset;
	splitter->offset = 0;
}

/* False when more bytes are needed to know. */
static bool find_kind(aco_splitter *splitter)
{
	const aco_buf *input = &splitter->input;
	size_t start = 0, at;

	if (input->length < BOM_LENGTH && !splitter->is_complete) {
		return false;
	}
	if (input->length >= BOM_LENGTH && memcmp(input->data, BOM, BOM_LENGTH) == 0) {
		start = BOM_LENGTH;
	}

	for (at = start; at < input->length && memchr(" \t\r\n", input->data[at], 4); at++) {
	}

	if (at == input->length && at < MAX_START && !splitter->is_complete) {
		return false;
	}

	if (at < input->length && input->data[at] == '[') {
		splitter->kind = ACO_SPLIT_ARRAY;
		splitter->offset = at + 1;
	} else {
		splitter->kind = ACO_SPLIT_LINES;
		splitter->offset = start;
	}

	splitter->searched = splitter->offset;
	return true;
}

aco_split_result aco_splitter_next(aco_splitter *splitter, aco_split_text *text)
{
	aco_split_result result = ACO_SPLIT_MORE;

	if (splitter->input.failed) {
		return ACO_SPLIT_NO_MEMORY;
	}

	if (splitter->kind != ACO_SPLIT_UNKNOWN || find_kind(splitter)) {
		result = splitter->kind == ACO_SPLIT_ARRAY ? aco_split_member(splitter, text) : aco_split_line(splitter, text);
	}
	if (result == ACO_SPLIT_MORE) {
		compact(splitter);
	}

	return result;
}
