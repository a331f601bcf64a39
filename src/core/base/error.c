/* SPDX-License-Identifier: MIT */
#include "src/core/base/error.h"

#include "src/core/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void aco_error_set(aco_error *error, aco_error_code code, bool retryable, const char *format, ...)
{
	size_t length;
	va_list arguments;

	memset(error, 0, sizeof(*error));
	error->code = code;
	error->retryable = retryable;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof(error->message), format, arguments);
	va_end(arguments);

	/* Paths are quoted as the caller gave them; truncation may split a character. */
	length = strlen(error->message);
	aco_utf8_clean(error->message, &length);
	error->message[length] = '\0';
}

void aco_error_no_memory(aco_error *error)
{
	aco_error_set(error, ACO_E_MEMORY, true, "not enough memory");
}
