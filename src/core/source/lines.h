/* SPDX-License-Identifier: MIT */
/* JSON lines: one text a line. */
#ifndef ACO_CORE_SOURCE_LINES_H
#define ACO_CORE_SOURCE_LINES_H

#include "src/core/source/splitter.h"

aco_split_result aco_split_line(aco_splitter *splitter, aco_split_text *text);

#endif
