/* SPDX-License-Identifier: MIT */
#include "src/core/source/lines.h"

#include "src/core/base/blank.h"
#include "src/core/source/split_text.h"

/* Skips blank lines at once, as a small gzip file may hold billions of them; false at the end of the input. */
static bool pass_blanks(aco_splitter *splitter)
{
	const char *bytes = splitter->input.data;
	size_t length = splitter->input.length, at = splitter->offset;

	for (; at < length; at++) {
		char byte = bytes[at];

		if (byte == '\n') {
			splitter->passed_lines++;
		} else if (!aco_is_blank(byte)) {
			break;
		}
	}

	splitter->offset = splitter->searched = at;
	return at < length;
}

aco_split_result aco_split_line(aco_splitter *splitter, aco_split_text *text)
{
	const aco_buf *input = &splitter->input;
	aco_split_result result;
	const char *end;

	if (!splitter->is_inside) {
		if (!pass_blanks(splitter)) {
			return splitter->is_complete ? ACO_SPLIT_END : ACO_SPLIT_MORE;
		}

		splitter->is_inside = true;
	}

	end = splitter->searched < input->length
		? memchr(input->data + splitter->searched, '\n', input->length - splitter->searched)
		: NULL;
	if (!end && !splitter->is_complete) {
		aco_split_drop(splitter, input->length);
		return ACO_SPLIT_MORE;
	}

	splitter->number = ++splitter->passed_lines;
	result = aco_split_finish(splitter, end ? (size_t) (end - input->data) : input->length, text);
	splitter->offset += end ? 1 : 0;
	return result;
}
