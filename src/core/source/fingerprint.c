/* SPDX-License-Identifier: MIT */
#include "src/core/source/fingerprint.h"

#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void aco_fingerprint_context_set(aco_fingerprint_context *context, const void *text, size_t length)
{
	const aco_digest_job job = {text, length, (char *) context->bytes};

	aco_digest_sha1_many(&job, 1);
}

void aco_fingerprint_write(const aco_fingerprint_context *context, const char *digest, char *target)
{
	unsigned char bytes[ACO_FINGERPRINT_BYTES];
	unsigned i;

	memcpy(bytes, context->bytes, ACO_FINGERPRINT_CONTEXT_BYTES);
	for (i = ACO_FINGERPRINT_CONTEXT_BYTES; i < ACO_FINGERPRINT_BYTES; i++) {
		bytes[i] = (unsigned char) digest[i] ^ context->bytes[i];
	}

	for (i = 0; i + 3 <= ACO_FINGERPRINT_BYTES; i += 3) {
		*target++ = digits[bytes[i] >> 2];
		*target++ = digits[(bytes[i] & 3) << 4 | bytes[i + 1] >> 4];
		*target++ = digits[(bytes[i + 1] & 15) << 2 | bytes[i + 2] >> 6];
		*target++ = digits[bytes[i + 2] & 63];
	}

	/* The byte that is left over. */
	*target++ = digits[bytes[i] >> 2];
	*target = digits[(bytes[i] & 3) << 4];
}
