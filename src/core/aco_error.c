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
