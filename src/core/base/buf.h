/* SPDX-License-Identifier: MIT */
/*
 * A growable byte buffer. It is allocated with malloc, so that it survives a PHP bailout until its
 * owner is freed. A failed allocation is remembered: the owner checks `failed` once, at the end, and
 * must not use the content when it is set.
 */
#ifndef ACO_CORE_BASE_BUF_H
#define ACO_CORE_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#if defined(__GNUC__) || defined(__clang__)
# define ACO_LIKELY(condition) __builtin_expect(!!(condition), 1)
# define ACO_UNLIKELY(condition) __builtin_expect(!!(condition), 0)
/* For functions that the hot path calls with constants. */
# define ACO_INLINE static inline __attribute__((always_inline))
# define ACO_NOINLINE __attribute__((noinline))
#else
# define ACO_LIKELY(condition) (condition)
# define ACO_UNLIKELY(condition) (condition)
# define ACO_INLINE static inline
# define ACO_NOINLINE
#endif

typedef struct aco_buf {
	char *data;
	size_t length;
	size_t capacity;
	bool failed;
} aco_buf;

#define ACO_BUF_INIT {NULL, 0, 0, false}

/* Makes room for `extra` more bytes; false when out of memory. */
bool aco_buf_grow(aco_buf *buf, size_t extra);
void aco_buf_free(aco_buf *buf);
/* Like aco_buf_free(), for secrets: overwrites the bytes first. */
void aco_buf_wipe(aco_buf *buf);

/* Empties a scratch buffer; gives the memory back when it exceeds `keep` bytes. */
ACO_INLINE void aco_buf_recycle(aco_buf *buf, size_t keep)
{
	if (ACO_UNLIKELY(buf->failed || buf->capacity > keep)) {
		aco_buf_free(buf);
	}
	buf->length = 0;
}

ACO_INLINE bool aco_buf_reserve(aco_buf *buf, size_t extra)
{
	return ACO_LIKELY(buf->capacity - buf->length >= extra) || aco_buf_grow(buf, extra);
}

ACO_INLINE void aco_buf_append(aco_buf *buf, const char *bytes, size_t length)
{
	if (length != 0 && aco_buf_reserve(buf, length)) {
		memcpy(buf->data + buf->length, bytes, length);
		buf->length += length;
	}
}

ACO_INLINE void aco_buf_append_char(aco_buf *buf, char byte)
{
	if (aco_buf_reserve(buf, 1)) {
		buf->data[buf->length++] = byte;
	}
}

/* A C string, without its end. */
ACO_INLINE void aco_buf_append_text(aco_buf *buf, const char *text)
{
	aco_buf_append(buf, text, strlen(text));
}

#define aco_buf_append_literal(buf, literal) aco_buf_append((buf), (literal), sizeof(literal) - 1)

#endif
