/* SPDX-License-Identifier: MIT */
/* Chance, for delays that clients must not have in common, and for names that no other has. */
#ifndef ACO_CORE_BASE_RANDOM_H
#define ACO_CORE_BASE_RANDOM_H

#include <stdint.h>

/* In [0, 1). */
double aco_random_fraction(void);
/* Of 53 bits, which a JSON number holds exactly. */
int64_t aco_random_id(void);

#endif
