/* SPDX-License-Identifier: MIT */
/* Locks between processes. POSIX only; elsewhere a file cannot be locked. */
#ifndef ACO_CORE_SHARED_FILE_LOCK_H
#define ACO_CORE_SHARED_FILE_LOCK_H

#include <stdbool.h>

/* Locks a file exclusively until it is closed or unlocked, or the process dies; false when another holder has it. */
bool aco_file_try_lock(int file);
void aco_file_unlock(int file);

#endif
