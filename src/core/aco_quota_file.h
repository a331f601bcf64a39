/*
 * The quota state of a tenant in a memory-mapped file, so that all processes of the host spend from
 * the same buckets. The kernel takes the lock back from a holder that dies, and what the holder left
 * half done is still a valid state (see aco_quota.h).
 */
#ifndef ACO_QUOTA_FILE_H
#define ACO_QUOTA_FILE_H

#include "aco_quota.h"
#include "aco_state_dir.h"

typedef struct aco_quota_file aco_quota_file;

/* Borrows `dir`. One file for each `key`, such as the tenant's address. NULL with the reason when it cannot be made. */
aco_quota_file *aco_quota_file_open(aco_state_dir *dir, const char *key, aco_error *error);
/* NULL is allowed. */
void aco_quota_file_close(aco_quota_file *file);

/*
 * The state, locked until aco_quota_file_unlock(); NULL while another process has it, which is a
 * matter of microseconds. `fresh` is set, with the reason in `why`, when what was there could not be used.
 */
aco_quota_state *aco_quota_file_lock(aco_quota_file *file, bool *fresh, char *why, size_t why_size);
void aco_quota_file_unlock(aco_quota_file *file);

#endif
