/* SPDX-License-Identifier: MIT */
#include "src/core/source/fingerprint.h"

#include <stdint.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void aco_fingerprint_context_set(aco_fingerprint_context *context, const void *text, size_t length)
{
	const aco_digest_job job = {text, length, (char *) context->bytes};

	aco_digest_sha1_many(&job, 1);
}

void aco_fingerprint_write(const aco_fingerprint_context *context, const char *digest, char *target)
{
	uint32_t bits = 0;
	unsigned held = 0;

	for (size_t i = 0; i < ACO_FINGERPRINT_BYTES; i++) {
		const unsigned char own = i < ACO_FINGERPRINT_CONTEXT_BYTES ? 0 : (unsigned char) digest[i];

		bits = bits << 8 | (unsigned char) (own ^ context->bytes[i]);

		for (held += 8; held >= 6; held -= 6) {
			*target++ = digits[bits >> (held - 6) & 63];
		}
	}

	*target = digits[bits << (6 - held) & 63];
}
