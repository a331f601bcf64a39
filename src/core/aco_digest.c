/* The low-level functions skip OpenSSL's provider layer, which costs as much as hashing a short text. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "aco_digest.h"

#include "aco_sha1_lanes.h"

#include <openssl/sha.h>

/* With fewer texts most lanes would run empty. */
#define LANES_FROM 4

static void write_hex(const unsigned char *raw, char *hex)
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < SHA_DIGEST_LENGTH; i++) {
		hex[2 * i] = digits[raw[i] >> 4];
		hex[2 * i + 1] = digits[raw[i] & 15];
	}
}

void aco_digest_sha1_hex(const void *bytes, size_t length, char *hex)
{
	unsigned char raw[SHA_DIGEST_LENGTH];
	SHA_CTX context;

	SHA1_Init(&context);
	SHA1_Update(&context, bytes, length);
	SHA1_Final(raw, &context);
	write_hex(raw, hex);
}

void aco_digest_sha1_hex_many(const aco_digest_job *jobs, size_t count)
{
	if (count >= LANES_FROM && aco_sha1_lanes_available()) {
		aco_sha1_lanes_hex(jobs, count, write_hex);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		aco_digest_sha1_hex(jobs[i].bytes, jobs[i].length, jobs[i].hex);
	}
}
