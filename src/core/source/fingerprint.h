/* SPDX-License-Identifier: MIT */
/*
 * Short names for texts: equal only for equal texts that were read in the same context, that is, by the same version
 * for the same feed and scopes.
 */
#ifndef ACO_CORE_SOURCE_FINGERPRINT_H
#define ACO_CORE_SOURCE_FINGERPRINT_H

#include "src/core/base/digest.h"

/* base64url of 16 bytes, of which the first three, four characters, stand for the context alone. */
#define ACO_FINGERPRINT_LENGTH 22
#define ACO_FINGERPRINT_BYTES 16
#define ACO_FINGERPRINT_CONTEXT_BYTES 3

typedef struct aco_fingerprint_context {
	unsigned char bytes[ACO_SHA1_RAW];
} aco_fingerprint_context;

/* `text` says all that the context consists of. */
void aco_fingerprint_context_set(aco_fingerprint_context *context, const void *text, size_t length);
/* Makes of the SHA-1 of a text its fingerprint, without a NUL. */
void aco_fingerprint_write(const aco_fingerprint_context *context, const char *digest, char *target);

#endif
