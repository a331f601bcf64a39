#include "aco_error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void aco_error_set(aco_error *error, aco_error_code code, bool retryable, const char *format, ...)
{
	va_list arguments;

	memset(error, 0, sizeof(*error));
	error->code = code;
	error->retryable = retryable;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof(error->message), format, arguments);
	va_end(arguments);
}

/* Shorter ones protect nothing, and would blank ordinary words. */
#define SECRET_FROM 6

void aco_redact(char *text, const char *secret)
{
	size_t length = secret ? strlen(secret) : 0;
	char *found;

	while (length >= SECRET_FROM && (found = strstr(text, secret))) {
		memmove(found + 3, found + length, strlen(found + length) + 1);
		memcpy(found, "***", 3);
	}
}

void aco_error_redact(aco_error *error, const char *secret)
{
	aco_redact(error->message, secret);
}
