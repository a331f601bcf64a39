/* SPDX-License-Identifier: MIT */
#include "src/core/net/header.h"

#ifndef _WIN32
# include <strings.h>
#else
# define strncasecmp _strnicmp
#endif

void aco_header_append(aco_buf *line, const char *name, const char *value)
{
	if (aco_buf_reserve(line, strlen(name) + strlen(value) + strlen(": ") + 1)) {
		aco_buf_append_text(line, name);
		aco_buf_append_literal(line, ": ");
		aco_buf_append(line, value, strlen(value) + 1);
	}
}

bool aco_header_take(const char **line, size_t *length, const char *name)
{
	size_t name_length = strlen(name);

	if (*length <= name_length || (*line)[name_length] != ':' || strncasecmp(*line, name, name_length) != 0) {
		return false;
	}

	*line += name_length + 1;
	*length -= name_length + 1;
	while (*length > 0 && (**line == ' ' || **line == '\t')) {
		(*line)++;
		(*length)--;
	}

	while (*length > 0 && (unsigned char) (*line)[*length - 1] <= ' ') {
		(*length)--;
	}

	return true;
}
