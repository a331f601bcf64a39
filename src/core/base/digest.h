/* SPDX-License-Identifier: MIT */
/* SHA-1, as Commerce names and compares feed items. */
#ifndef ACO_CORE_BASE_DIGEST_H
#define ACO_CORE_BASE_DIGEST_H

#include <stddef.h>

#define ACO_SHA1_HEX 40
#define ACO_SHA1_RAW 20

typedef struct aco_digest_job {
	const void *bytes;
	size_t length;
	/* Receives 40 lower-case hex digits, or the 20 bytes themselves, and no NUL. */
	char *hex;
} aco_digest_job;

void aco_digest_sha1_hex(const void *bytes, size_t length, char *hex);
/* The same for many texts at once: several times faster where the processor has wide registers. */
void aco_digest_sha1_hex_many(const aco_digest_job *jobs, size_t count);
/* The bytes of the digests instead of their digits. */
void aco_digest_sha1_many(const aco_digest_job *jobs, size_t count);

#endif
