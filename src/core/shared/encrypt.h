/* SPDX-License-Identifier: MIT */
/*
 * Small texts encrypted with a key derived from a secret: AES-256-GCM, with a key by HKDF-SHA256 and a fresh salt
 * for each text. A text that was tampered with cannot be decrypted.
 */
#ifndef ACO_CORE_SHARED_ENCRYPT_H
#define ACO_CORE_SHARED_ENCRYPT_H

#include "src/core/base/buf.h"

/* Appends the encrypted text to `out`; decryption needs the same `label`. */
bool aco_encrypt(aco_buf *out, const char *secret, const char *label, const char *text, size_t length);
/* Appends the plain text, to be freed with aco_buf_wipe(); false when decryption fails. */
bool aco_decrypt(aco_buf *out, const char *secret, const char *label, const char *encrypted, size_t length);

#endif
