/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a source, unpacked where they are gzip. Blocks go in as they are read; what they hold comes out at once.
 * A file may consist of several gzip members, one after the other, and end with zeros.
 */
#ifndef ACO_CORE_SOURCE_UNPACK_H
#define ACO_CORE_SOURCE_UNPACK_H

#include "src/core/base/buf.h"

/* The longest block of packed data, so that what one unpacks to stays bounded. */
#define ACO_UNPACK_BLOCK 16384

typedef enum aco_unpack_result {
	ACO_UNPACK_OK,
	ACO_UNPACK_NO_MEMORY,
	ACO_UNPACK_DAMAGED,
	ACO_UNPACK_INCOMPLETE,
	/* Other data follows the gzip data. */
	ACO_UNPACK_FOLLOWED
} aco_unpack_result;

typedef struct aco_unpack aco_unpack;

/* NULL when out of memory. */
aco_unpack *aco_unpack_new(void);
void aco_unpack_free(aco_unpack *unpack);

/* Whether the source is known to be no gzip: then its bytes need not pass through aco_unpack_add(). */
bool aco_unpack_is_plain(const aco_unpack *unpack);
/* Appends to `out` what the block holds: of a damaged member only what came before it in the block. */
aco_unpack_result aco_unpack_add(aco_unpack *unpack, const char *block, size_t length, aco_buf *out);
/* Says whether the source may end here, and appends what was held back. */
aco_unpack_result aco_unpack_end(aco_unpack *unpack, aco_buf *out);

#endif
