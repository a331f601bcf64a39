/* SPDX-License-Identifier: MIT */
#include "src/core/base/buf.h"

#include <openssl/crypto.h>
#include <stdint.h>
#include <stdlib.h>

bool aco_buf_grow(aco_buf *buf, size_t extra)
{
	size_t capacity = buf->capacity ? buf->capacity : 256;
	char *data;

	if (buf->failed || extra > SIZE_MAX / 2 - buf->length) {
		buf->failed = true;
		return false;
	}

	while (capacity - buf->length < extra) {
		capacity += capacity / 2 + 64;
	}

	data = realloc(buf->data, capacity);
	if (!data) {
		buf->failed = true;
		return false;
	}

	buf->data = data;
	buf->capacity = capacity;
	return true;
}

void aco_buf_free(aco_buf *buf)
{
	free(buf->data);
	*buf = (aco_buf) ACO_BUF_INIT;
}

void aco_buf_wipe(aco_buf *buf)
{
	if (buf->data) {
		OPENSSL_cleanse(buf->data, buf->capacity);
	}
	aco_buf_free(buf);
}
