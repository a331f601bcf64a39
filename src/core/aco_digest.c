#include "aco_digest.h"

#include <openssl/evp.h>
#include <stdlib.h>

struct aco_digest {
	EVP_MD_CTX *context;
	const EVP_MD *sha1;
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
	EVP_MD *fetched;
#endif
};

aco_digest *aco_digest_new(void)
{
	aco_digest *digest = calloc(1, sizeof(*digest));

	if (!digest) {
		return NULL;
	}
	digest->context = EVP_MD_CTX_new();
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
	/* EVP_sha1() would look the provider's implementation up again for every digest. */
	digest->sha1 = digest->fetched = EVP_MD_fetch(NULL, "SHA1", NULL);
#else
	digest->sha1 = EVP_sha1();
#endif
	if (!digest->context || !digest->sha1) {
		aco_digest_free(digest);
		return NULL;
	}
	return digest;
}

void aco_digest_free(aco_digest *digest)
{
	if (digest) {
		EVP_MD_CTX_free(digest->context);
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
		EVP_MD_free(digest->fetched);
#endif
		free(digest);
	}
}

bool aco_digest_sha1_hex(aco_digest *digest, const void *bytes, size_t length, char *hex)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char raw[EVP_MAX_MD_SIZE];

	if (!EVP_DigestInit_ex(digest->context, digest->sha1, NULL)
			|| !EVP_DigestUpdate(digest->context, bytes, length)
			|| !EVP_DigestFinal_ex(digest->context, raw, NULL)) {
		return false;
	}
	for (int i = 0; i < ACO_SHA1_HEX / 2; i++) {
		hex[2 * i] = digits[raw[i] >> 4];
		hex[2 * i + 1] = digits[raw[i] & 15];
	}
	return true;
}
