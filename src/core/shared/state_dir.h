/* SPDX-License-Identifier: MIT */
/*
 * The folder that the host's processes share: mode 0700, owned by this user, files 0600 with one link. Anything that
 * others could have written is rejected. POSIX only; elsewhere a folder cannot be opened.
 */
#ifndef ACO_CORE_SHARED_STATE_DIR_H
#define ACO_CORE_SHARED_STATE_DIR_H

#include "src/core/base/error.h"
#include "src/core/net/notice.h"

#include <stddef.h>

typedef struct aco_state_dir aco_state_dir;

/* Creates a missing folder. NULL with the reason when it is unusable. */
aco_state_dir *aco_state_dir_open(const char *path, aco_error *error);
/*
 * The folder that all processes of this user find without configuration: "aco-<user id>" in the folder `temporary`;
 * if others took that name or could replace it, another one, which `notice` reports ("": the default is used).
 */
aco_state_dir *aco_state_dir_open_default(const char *temporary, char notice[ACO_NOTICE_SIZE], aco_error *error);
/* NULL is allowed. */
void aco_state_dir_close(aco_state_dir *dir);
const char *aco_state_dir_path(const aco_state_dir *dir);
/* Describes the folder that would be opened and what is wrong with it, without creating it. NULL is the default one. */
void aco_state_dir_tell(const char *path, const char *temporary, char *text, size_t size);

/*
 * Opens a file of the folder for reading and writing, and creates a missing one; a file that does not belong to this
 * user alone is replaced, and `replaced` set. -1 with the reason on failure.
 */
int aco_state_dir_open_file(aco_state_dir *dir, const char *name, bool *replaced, aco_error *error);
/* Whether `file` still has that name and belongs to this user alone. */
bool aco_state_dir_has_file(aco_state_dir *dir, const char *name, int file);
/* Whether anything has that name. */
bool aco_state_dir_has(aco_state_dir *dir, const char *name);
/* Reads the whole file, up to `size` bytes; -1 when it is missing, not of this user alone, or larger. */
long aco_state_dir_read(aco_state_dir *dir, const char *name, char *bytes, size_t size);
/* Replaces the file atomically: readers see the old bytes or the new ones. */
bool aco_state_dir_write(aco_state_dir *dir, const char *name, const char *bytes, size_t length);
/* Renames a file over another one. */
bool aco_state_dir_rename(aco_state_dir *dir, const char *from, const char *to);

#endif
