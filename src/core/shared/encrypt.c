/* SPDX-License-Identifier: MIT */
#include "src/core/shared/encrypt.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

enum {
	SALT_SIZE = 16,
	NONCE_SIZE = 12,
	TAG_SIZE = 16,
	KEY_SIZE = 32,
	HEAD_SIZE = SALT_SIZE + NONCE_SIZE + TAG_SIZE
};

static bool derive_key(unsigned char key[KEY_SIZE], const char *secret, const char *label, const unsigned char *salt)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, NULL);
	size_t size = KEY_SIZE;
	bool derived = context && EVP_PKEY_derive_init(context) > 0
		&& EVP_PKEY_CTX_set_hkdf_md(context, EVP_sha256()) > 0
		&& EVP_PKEY_CTX_set1_hkdf_salt(context, salt, SALT_SIZE) > 0
		&& EVP_PKEY_CTX_set1_hkdf_key(context, (const unsigned char *) secret, (int) strlen(secret)) > 0
		&& EVP_PKEY_CTX_add1_hkdf_info(context, (const unsigned char *) label, (int) strlen(label)) > 0
		&& EVP_PKEY_derive(context, key, &size) > 0 && size == KEY_SIZE;

	EVP_PKEY_CTX_free(context);
	return derived;
}

/* Encrypts or decrypts; writes or verifies the tag. */
static bool run_cipher(bool encrypt, const unsigned char *key, const unsigned char *nonce, unsigned char *tag,
	const unsigned char *in, size_t length, unsigned char *out)
{
	EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
	int written = 0;
	bool done = context && EVP_CipherInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce, encrypt) > 0
		&& EVP_CipherUpdate(context, out, &written, in, (int) length) > 0 && (size_t) written == length
		&& (encrypt || EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, TAG_SIZE, tag) > 0)
		&& EVP_CipherFinal_ex(context, out + written, &written) > 0
		&& (!encrypt || EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, TAG_SIZE, tag) > 0);

	EVP_CIPHER_CTX_free(context);
	return done;
}

bool aco_encrypt(aco_buf *out, const char *secret, const char *label, const char *text, size_t length)
{
	unsigned char key[KEY_SIZE];
	unsigned char *head;
	bool encrypted;

	if (length > INT_MAX || !aco_buf_reserve(out, HEAD_SIZE + length)) {
		return false;
	}

	head = (unsigned char *) out->data + out->length;
	encrypted = RAND_bytes(head, SALT_SIZE + NONCE_SIZE) > 0 && derive_key(key, secret, label, head)
		&& run_cipher(true, key, head + SALT_SIZE, head + SALT_SIZE + NONCE_SIZE,
			(const unsigned char *) text, length, head + HEAD_SIZE);
	OPENSSL_cleanse(key, sizeof(key));

	if (encrypted) {
		out->length += HEAD_SIZE + length;
	}

	return encrypted;
}

bool aco_decrypt(aco_buf *out, const char *secret, const char *label, const char *encrypted, size_t length)
{
	const unsigned char *head = (const unsigned char *) encrypted;
	unsigned char key[KEY_SIZE], tag[TAG_SIZE];
	bool decrypted;

	if (length < HEAD_SIZE || length > INT_MAX || !aco_buf_reserve(out, length - HEAD_SIZE + 1)) {
		return false;
	}

	memcpy(tag, head + SALT_SIZE + NONCE_SIZE, TAG_SIZE);
	decrypted = derive_key(key, secret, label, head)
		&& run_cipher(false, key, head + SALT_SIZE, tag, head + HEAD_SIZE, length - HEAD_SIZE,
			(unsigned char *) out->data + out->length);
	OPENSSL_cleanse(key, sizeof(key));

	if (decrypted) {
		out->length += length - HEAD_SIZE;
	} else {
		OPENSSL_cleanse(out->data + out->length, length - HEAD_SIZE);
	}

	return decrypted;
}
