/* SPDX-License-Identifier: MIT */
/*
 * SHA-1 of eight texts side by side, one in each 32-bit lane of AVX2's registers, or of sixteen in those of AVX-512. A
 * single text would gain nothing: each of its rounds depends on the one before.
 */
#ifndef ACO_CORE_BASE_SHA1_LANES_H
#define ACO_CORE_BASE_SHA1_LANES_H

#include "src/core/base/digest.h"

#include <stdbool.h>

bool aco_sha1_lanes_available(void);
/* `write` turns a raw digest of 20 bytes into a job's hex. */
void aco_sha1_lanes_hex(const aco_digest_job *jobs, size_t count, void (*write)(const unsigned char *raw, char *hex));

#endif
