/* SPDX-License-Identifier: MIT */
/* Waits in slices, so that signals, time limits and Ctrl+C work. */
#ifndef ACO_PHP_WAIT_H
#define ACO_PHP_WAIT_H

#include "php.h"

/* The longest time between two checks for interrupts. */
#define PHP_ACO_WAIT_SLICE_MS 100

/* Runs pending signal handlers, and ends the script at the time limit. False with an exception pending. */
bool php_aco_handle_interrupt(void);

#endif
