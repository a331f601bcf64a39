/* SHA-1 by OpenSSL, with the algorithm looked up once. */
#ifndef ACO_DIGEST_H
#define ACO_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

#define ACO_SHA1_HEX 40

typedef struct aco_digest aco_digest;

/* NULL when memory is short or the provider has no SHA-1. */
aco_digest *aco_digest_new(void);
void aco_digest_free(aco_digest *digest);
/* Writes 40 lower-case hex digits and no NUL. */
bool aco_digest_sha1_hex(aco_digest *digest, const void *bytes, size_t length, char *hex);

#endif
