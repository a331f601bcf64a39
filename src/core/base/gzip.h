/* SPDX-License-Identifier: MIT */
/* gzip of whole buffers. Uses ISA-L, the fastest, where the build has it, otherwise libdeflate or zlib. */
#ifndef ACO_CORE_BASE_GZIP_H
#define ACO_CORE_BASE_GZIP_H

#include "src/core/base/buf.h"

typedef struct aco_gzip aco_gzip;

/* NULL when out of memory. */
aco_gzip *aco_gzip_new(void);
void aco_gzip_free(aco_gzip *gzip);
/* Appends the gzip of `bytes` to `out`; false when out of memory. */
bool aco_gzip_compress(aco_gzip *gzip, const char *bytes, size_t length, aco_buf *out);
/*
 * Appends the `expanded` bytes that were compressed; false when out of memory. No state is
 * kept between calls: this is rarely needed.
 */
bool aco_gzip_expand(const char *bytes, size_t length, size_t expanded, aco_buf *out);

/* Name and version, as compiled and as loaded ("" where the library does not report it). */
const char *aco_gzip_library(void);
const char *aco_gzip_compiled_version(void);
const char *aco_gzip_linked_version(void);

#endif
