/* SHA-1, as Commerce names and compares feed items. */
#ifndef ACO_DIGEST_H
#define ACO_DIGEST_H

#include <stddef.h>

#define ACO_SHA1_HEX 40

/* Writes 40 lower-case hex digits and no NUL. */
void aco_digest_sha1_hex(const void *bytes, size_t length, char *hex);

#endif
