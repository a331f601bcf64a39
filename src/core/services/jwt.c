/* SPDX-License-Identifier: MIT */
#include "src/core/services/jwt.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdlib.h>

/* Far above the PEM of the largest keys in use. */
#define MAX_PEM_BYTES 32768
/* RFC 7518 requires this minimum; keys above the maximum take seconds to sign each token. */
#define MIN_BITS 2048
#define MAX_BITS 16384

static const char header[] = "{\"typ\":\"JWT\",\"alg\":\"RS256\"}";

struct aco_jwt_key {
	EVP_PKEY *key;
};

/* Replaces OpenSSL's prompt at the terminal. */
static int note_password(char *password, int size, int writing, void *asked)
{
	*(bool *) asked = true;
	return -1;
}

static EVP_PKEY *read_pem(const char *pem, size_t length, bool *encrypted)
{
	BIO *bio = BIO_new_mem_buf(pem, (int) length);
	EVP_PKEY *key;

	if (!bio) {
		return NULL;
	}

	/* Keeps OpenSSL's errors out of the queue that other code reads. */
	ERR_set_mark();
	key = PEM_read_bio_PrivateKey(bio, NULL, note_password, encrypted);
	ERR_pop_to_mark();
	BIO_free(bio);

	return key;
}

static bool holds(const char *pem, size_t length, const char *word)
{
	size_t size = strlen(word);

	for (size_t i = 0; i + size <= length; i++) {
		if (memcmp(pem + i, word, size) == 0) {
			return true;
		}
	}
	return false;
}

static void refuse(aco_error *error, const char *setting, const char *reason)
{
	aco_error_set(error, ACO_E_ARGUMENT, false, "%s %s", setting, reason);
}

static void explain(const char *pem, size_t length, bool encrypted, const char *setting, aco_error *error)
{
	if (encrypted) {
		refuse(error, setting, "is encrypted with a password; give it without one (openssl pkcs8 -topk8 -nocrypt)");
	} else if (holds(pem, length, "PUBLIC KEY-----") || holds(pem, length, "CERTIFICATE-----")) {
		refuse(error, setting, "is a public key or certificate; give the private key that belongs to it");
	} else if (!holds(pem, length, "PRIVATE KEY-----")) {
		refuse(error, setting, "must be a private key in PEM, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----");
	} else {
		refuse(error, setting, "cannot be read as a private key; it may be cut or damaged");
	}
}

static bool check_key(EVP_PKEY *key, const char *setting, aco_error *error)
{
	int bits = EVP_PKEY_bits(key);

	if (EVP_PKEY_base_id(key) != EVP_PKEY_RSA) {
		refuse(error, setting, "must be an RSA key, as RS256 signs with one");
		return false;
	}
	if (bits < MIN_BITS || bits > MAX_BITS) {
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must have from %d to %d bits, it has %d", setting, MIN_BITS, MAX_BITS, bits);
		return false;
	}
	return true;
}

aco_jwt_key *aco_jwt_key_new(const char *pem, size_t length, const char *setting, aco_error *error)
{
	bool encrypted = false;
	aco_jwt_key *made;
	EVP_PKEY *key;

	if (length == 0 || length > MAX_PEM_BYTES) {
		refuse(error, setting, length == 0 ? "must not be empty" : "is too long for a key");
		return NULL;
	}

	key = read_pem(pem, length, &encrypted);
	if (!key) {
		explain(pem, length, encrypted, setting, error);
		return NULL;
	}

	made = check_key(key, setting, error) ? malloc(sizeof(*made)) : NULL;
	if (!made) {
		if (error->code != ACO_E_ARGUMENT) {
			aco_error_no_memory(error);
		}

		EVP_PKEY_free(key);
		return NULL;
	}

	made->key = key;
	return made;
}

void aco_jwt_key_free(aco_jwt_key *key)
{
	if (key) {
		/* Overwrites the private numbers. */
		EVP_PKEY_free(key->key);
		free(key);
	}
}

/* base64url without padding (RFC 7515, 2). */
static void append_base64url(aco_buf *out, const unsigned char *bytes, size_t length)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		uint32_t three = (uint32_t) bytes[i] << 16 | (left > 1 ? (uint32_t) bytes[i + 1] << 8 : 0)
			| (left > 2 ? bytes[i + 2] : 0);

		aco_buf_append_char(out, digits[three >> 18]);
		aco_buf_append_char(out, digits[three >> 12 & 63]);

		if (left > 1) {
			aco_buf_append_char(out, digits[three >> 6 & 63]);
		}
		if (left > 2) {
			aco_buf_append_char(out, digits[three & 63]);
		}
	}
}

static bool append_signature(const aco_jwt_key *key, aco_buf *token, size_t from)
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	size_t size = (size_t) EVP_PKEY_size(key->key);
	unsigned char *signature = malloc(size);
	bool done;

	ERR_set_mark();
	done = context && signature && EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key->key) > 0
		&& EVP_DigestSign(context, signature, &size, (const unsigned char *) token->data + from, token->length - from)
			> 0;
	ERR_pop_to_mark();

	if (done) {
		aco_buf_append_char(token, '.');
		append_base64url(token, signature, size);
	}

	free(signature);
	EVP_MD_CTX_free(context);
	return done && !token->failed;
}

bool aco_jwt_sign_with_header(
	const aco_jwt_key *key, const char *head, size_t head_length, const char *claims, size_t length, aco_buf *token)
{
	size_t from = token->length;

	append_base64url(token, (const unsigned char *) head, head_length);
	aco_buf_append_char(token, '.');
	append_base64url(token, (const unsigned char *) claims, length);
	return !token->failed && append_signature(key, token, from);
}

bool aco_jwt_sign(const aco_jwt_key *key, const char *claims, size_t length, aco_buf *token)
{
	return aco_jwt_sign_with_header(key, header, sizeof(header) - 1, claims, length, token);
}
