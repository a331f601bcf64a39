/* SPDX-License-Identifier: MIT */
/* The members of one JSON array. */
#ifndef ACO_CORE_SOURCE_MEMBERS_H
#define ACO_CORE_SOURCE_MEMBERS_H

#include "src/core/source/splitter.h"

aco_split_result aco_split_member(aco_splitter *splitter, aco_split_text *text);

#endif
