/* SPDX-License-Identifier: MIT */
/* The text that the splitter is in: what the splitters of lines and of arrays share. */
#ifndef ACO_CORE_SOURCE_SPLIT_TEXT_H
#define ACO_CORE_SOURCE_SPLIT_TEXT_H

#include "src/core/source/splitter.h"

/* The text does not end in the input, which is forgotten when that makes it too long; the search goes on at `at`. */
void aco_split_drop(aco_splitter *splitter, size_t at);
/* The text that begins at the offset and ends at `end`. */
aco_split_result aco_split_finish(aco_splitter *splitter, size_t end, aco_split_text *text);

#endif
