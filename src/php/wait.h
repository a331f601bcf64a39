/* SPDX-License-Identifier: MIT */
/* Waiting in slices, so that signals, time limits and ^C work. */
#ifndef ACO_PHP_WAIT_H
#define ACO_PHP_WAIT_H

#include "php.h"

/* Longest time without a look at the interrupts. */
#define PHP_ACO_WAIT_SLICE_MS 100

/* Runs what is due (signal handlers, the time limit); false with an exception pending. */
bool php_aco_handle_interrupt(void);

#endif
