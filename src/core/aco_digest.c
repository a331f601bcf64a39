/* The low-level functions skip OpenSSL's provider layer, which costs as much as hashing a short text. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "aco_digest.h"

#include <openssl/sha.h>

void aco_digest_sha1_hex(const void *bytes, size_t length, char *hex)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char raw[SHA_DIGEST_LENGTH];
	SHA_CTX context;

	SHA1_Init(&context);
	SHA1_Update(&context, bytes, length);
	SHA1_Final(raw, &context);
	for (int i = 0; i < SHA_DIGEST_LENGTH; i++) {
		hex[2 * i] = digits[raw[i] >> 4];
		hex[2 * i + 1] = digits[raw[i] & 15];
	}
}
