/* SPDX-License-Identifier: MIT */
#ifndef ACO_CORE_BASE_BLANK_H
#define ACO_CORE_BASE_BLANK_H

#include "src/core/base/buf.h"

#include <stdbool.h>

/* What PHP's trim() takes away. */
ACO_INLINE bool aco_is_blank(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\v' || byte == '\0';
}

#endif
