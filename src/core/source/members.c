/* SPDX-License-Identifier: MIT */
#include "src/core/source/members.h"

#include "src/core/source/split_text.h"

enum {
	OPENS = 1,
	CLOSES,
	SEPARATES,
	QUOTES
};

static const unsigned char kinds[256] = {
	['{'] = OPENS, ['['] = OPENS, ['}'] = CLOSES, [']'] = CLOSES, [','] = SEPARATES, ['"'] = QUOTES,
};

/* Passes blanks, and says which byte follows; -1 when that is not read yet. */
static int peek(aco_splitter *splitter)
{
	const aco_buf *input = &splitter->input;

	while (splitter->offset < input->length) {
		char byte = input->data[splitter->offset];

		if (byte != '\n' && byte != ' ' && byte != '\r' && byte != '\t') {
			break;
		}

		splitter->offset++;
	}

	splitter->searched = splitter->offset;
	return splitter->offset < input->length ? (unsigned char) input->data[splitter->offset] : -1;
}

/* The offset behind the string, which may be one beyond the input when that ends with a backslash. */
static size_t pass_string(aco_splitter *splitter, size_t at)
{
	const aco_buf *input = &splitter->input;

	while (at < input->length) {
		if (input->data[at] == '"') {
			splitter->in_string = false;
			return at + 1;
		}

		at += input->data[at] == '\\' ? 2 : 1;
	}

	return at;
}

/* The end of the member; SIZE_MAX when that is not read yet. */
static size_t find_end(aco_splitter *splitter)
{
	const aco_buf *input = &splitter->input;
	size_t at = splitter->searched;

	while (true) {
		unsigned char kind = 0;

		if (splitter->in_string) {
			at = pass_string(splitter, at);
		}
		while (at < input->length && !(kind = kinds[(unsigned char) input->data[at]])) {
			at++;
		}

		if (at >= input->length) {
			splitter->searched = at;
			return SIZE_MAX;
		}
		if (splitter->depth == 0 && (kind == SEPARATES || input->data[at] == ']')) {
			return at;
		}

		splitter->depth += kind == OPENS ? 1 : kind == CLOSES ? -1 : 0;
		splitter->in_string = kind == QUOTES;
		at++;
	}
}

/* Behind the array, only blanks may follow. */
static aco_split_result end_array(aco_splitter *splitter)
{
	if (peek(splitter) >= 0) {
		return ACO_SPLIT_FOLLOWED;
	}
	return splitter->is_complete ? ACO_SPLIT_END : ACO_SPLIT_MORE;
}

static aco_split_result want_more(const aco_splitter *splitter)
{
	return splitter->is_complete ? ACO_SPLIT_INCOMPLETE : ACO_SPLIT_MORE;
}

/* To the next member: TEXT when there is one. */
static aco_split_result enter_member(aco_splitter *splitter)
{
	int byte = peek(splitter);

	if (byte < 0) {
		return want_more(splitter);
	}

	if (byte == ']') {
		splitter->is_closed = true;
		splitter->offset++;
		return end_array(splitter);
	}

	if (splitter->number > 0) {
		if (byte != ',') {
			return ACO_SPLIT_DAMAGED;
		}

		splitter->offset++;
	}

	splitter->number++;
	splitter->is_inside = true;
	splitter->searched = splitter->offset;
	splitter->depth = 0;
	splitter->in_string = false;
	return ACO_SPLIT_TEXT;
}

aco_split_result aco_split_member(aco_splitter *splitter, aco_split_text *text)
{
	size_t end;

	if (splitter->is_closed) {
		return end_array(splitter);
	}

	if (!splitter->is_inside) {
		aco_split_result entered = enter_member(splitter);

		if (entered != ACO_SPLIT_TEXT) {
			return entered;
		}
	}

	/* The blanks before it are no part of it, however many. */
	if (splitter->searched == splitter->offset && splitter->dropped == 0 && peek(splitter) < 0) {
		return want_more(splitter);
	}

	if ((end = find_end(splitter)) == SIZE_MAX) {
		aco_split_drop(splitter, splitter->searched);
		return want_more(splitter);
	}

	return aco_split_finish(splitter, end, text);
}
