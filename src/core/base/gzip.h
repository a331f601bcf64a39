/* gzip of whole buffers, by ISA-L where the build has it, else by libdeflate or zlib: the first is the fastest. */
#ifndef ACO_CORE_BASE_GZIP_H
#define ACO_CORE_BASE_GZIP_H

#include "src/core/base/buf.h"

typedef struct aco_gzip aco_gzip;

/* NULL when memory is short. */
aco_gzip *aco_gzip_new(void);
void aco_gzip_free(aco_gzip *gzip);
/* Appends the gzip of `bytes` to `out`; false when memory is short. */
bool aco_gzip_compress(aco_gzip *gzip, const char *bytes, size_t length, aco_buf *out);
/* Appends the `expanded` bytes that were compressed; false when memory is short. Nothing is kept for it: it is rarely needed. */
bool aco_gzip_expand(const char *bytes, size_t length, size_t expanded, aco_buf *out);

/* Name and version, as compiled and as loaded ("" where the library does not tell). */
const char *aco_gzip_library(void);
const char *aco_gzip_compiled_version(void);
const char *aco_gzip_linked_version(void);

#endif
