/* SPDX-License-Identifier: MIT */
/*
 * JSON Web Tokens signed with an RSA key (RS256, RFC 7515). The key is parsed once,
 * and wiped when its last holder frees it.
 */
#ifndef ACO_CORE_SERVICES_JWT_H
#define ACO_CORE_SERVICES_JWT_H

#include "src/core/base/buf.h"
#include "src/core/base/error.h"

typedef struct aco_jwt_key aco_jwt_key;

/* From a private key in PEM, PKCS#8 without a password. NULL with a reason that begins with `setting`. */
aco_jwt_key *aco_jwt_key_new(const char *pem, size_t length, const char *setting, aco_error *error);
/* NULL is allowed. */
void aco_jwt_key_free(aco_jwt_key *key);

/* Appends the token for these claims, a JSON object; false when signing fails. */
bool aco_jwt_sign(const aco_jwt_key *key, const char *claims, size_t length, aco_buf *token);
/* The same with a caller-supplied header. */
bool aco_jwt_sign_with_header(const aco_jwt_key *key, const char *header, size_t header_length, const char *claims,
	size_t length, aco_buf *token);

#endif
