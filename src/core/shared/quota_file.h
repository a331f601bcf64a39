/* SPDX-License-Identifier: MIT */
/*
 * The quota state of a tenant in a file, so that all processes of the host spend from the same buckets. The kernel
 * takes the lock back from a holder that dies; a holder that is stopped loses it after a while. The state is read and
 * written at once, so that it is valid whenever a holder ends (see quota.h), and nothing is mapped that could shrink.
 */
#ifndef ACO_CORE_SHARED_QUOTA_FILE_H
#define ACO_CORE_SHARED_QUOTA_FILE_H

#include "src/core/shared/quota.h"
#include "src/core/shared/state_dir.h"

typedef struct aco_quota_file aco_quota_file;

/*
 * Borrows `dir`. One file for each `key`, such as the tenant's address. NULL
 * with the reason when it cannot be created.
 */
aco_quota_file *aco_quota_file_open(aco_state_dir *dir, const char *key, aco_error *error);
/* NULL is allowed. */
void aco_quota_file_close(aco_quota_file *file);

/*
 * The state, locked until aco_quota_file_unlock(); NULL while another process holds it, usually for microseconds.
 * `fresh` is set, with the reason in `why`, when the previous content was unusable. `why` alone says that the
 * state was taken over from a stuck process.
 */
aco_quota_state *aco_quota_file_lock(aco_quota_file *file, bool *fresh, char *why, size_t why_size);
/*
 * Writes the state if it has changed. False when the change is lost and the state must be requested again: the
 * processes use another file by now, or writing failed, which the next lock reports.
 */
bool aco_quota_file_unlock(aco_quota_file *file);

#endif
