/* SPDX-License-Identifier: MIT */
#include "src/core/source/split_text.h"

#include "src/core/base/blank.h"

void aco_split_drop(aco_splitter *splitter, size_t at)
{
	size_t length = splitter->input.length - splitter->offset;

	if (length > ACO_SPLIT_MAX_BYTES) {
		splitter->dropped += length;
		splitter->offset = splitter->input.length;
	}
	splitter->searched = at;
}

aco_split_result aco_split_finish(aco_splitter *splitter, size_t end, aco_split_text *text)
{
	const char *start = splitter->input.data + splitter->offset, *last = splitter->input.data + end;
	bool is_too_long = splitter->dropped + (end - splitter->offset) > ACO_SPLIT_MAX_BYTES;

	text->source_length = end - splitter->offset;
	splitter->offset = end;
	splitter->is_inside = false;
	splitter->dropped = 0;
	if (is_too_long) {
		return ACO_SPLIT_TOO_LONG;
	}

	while (start < last && aco_is_blank(*start)) {
		start++;
	}
	while (last > start && aco_is_blank(last[-1])) {
		last--;
	}

	text->bytes = start;
	text->length = (size_t) (last - start);
	return ACO_SPLIT_TEXT;
}
