/* SPDX-License-Identifier: MIT */
/* Chance, for delays that clients must not have in common. */
#ifndef ACO_CORE_BASE_RANDOM_H
#define ACO_CORE_BASE_RANDOM_H

/* In [0, 1). */
double aco_random_fraction(void);

#endif
