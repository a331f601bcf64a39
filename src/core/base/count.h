/* SPDX-License-Identifier: MIT */
#ifndef ACO_CORE_BASE_COUNT_H
#define ACO_CORE_BASE_COUNT_H

/* The number of elements of an array, not of a pointer. */
#define ACO_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
