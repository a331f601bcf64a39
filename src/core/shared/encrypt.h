/*
 * Small texts encrypted with a key derived from a secret: AES-256-GCM, the key by HKDF-SHA256 with a
 * salt of its own for each text. What was tampered with does not open.
 */
#ifndef ACO_CORE_SHARED_SEAL_H
#define ACO_CORE_SHARED_SEAL_H

#include "src/core/base/buf.h"

/* Appends the sealed text to `out`; `label` is bound to it and must be the same to open it. */
bool aco_encrypt(aco_buf *out, const char *secret, const char *label, const char *text, size_t length);
/* Appends the text, which aco_buf_wipe() is for; false when it does not open. */
bool aco_decrypt(aco_buf *out, const char *secret, const char *label, const char *sealed, size_t length);

#endif
