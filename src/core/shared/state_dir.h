/*
 * The folder that the host's processes share: mode 0700, of this user, files 0600 with one link. What others could
 * have written is not believed. POSIX only; elsewhere a folder cannot be opened.
 */
#ifndef ACO_CORE_SHARED_STATE_DIR_H
#define ACO_CORE_SHARED_STATE_DIR_H

#include "src/core/base/error.h"
#include "src/core/net/notice.h"

#include <stddef.h>

typedef struct aco_state_dir aco_state_dir;

/* Made when it is missing. NULL when it cannot be used, with the reason. */
aco_state_dir *aco_state_dir_open(const char *path, aco_error *error);
/*
 * The folder that all processes of this user find without being told: "aco-<user id>" in the folder `temporary`; where
 * others took that name or could replace it, another one, which `notice` then says ("": it is the usual one).
 */
aco_state_dir *aco_state_dir_open_default(const char *temporary, char notice[ACO_NOTICE_SIZE], aco_error *error);
/* NULL is allowed. */
void aco_state_dir_close(aco_state_dir *dir);
const char *aco_state_dir_path(const aco_state_dir *dir);
/* Writes the path of the folder that would be opened, with what is wrong with it; makes none. NULL is the default one. */
void aco_state_dir_tell(const char *path, const char *temporary, char *text, size_t size);

/*
 * A file of the folder for reading and writing, made when it is missing; what is no file of this user
 * alone is replaced, and `replaced` set. -1 on failure, with the reason.
 */
int aco_state_dir_open_file(aco_state_dir *dir, const char *name, bool *replaced, aco_error *error);
/* Whether `file` is still the one of that name, and of this user alone. */
bool aco_state_dir_has_file(aco_state_dir *dir, const char *name, int file);
/* Whether there is anything of that name. */
bool aco_state_dir_has(aco_state_dir *dir, const char *name);
/* The whole file, up to `size` bytes; -1 when it is missing, not of this user alone, or larger. */
long aco_state_dir_read(aco_state_dir *dir, const char *name, char *bytes, size_t size);
/* Replaces the file at once: readers see the old bytes or the new ones. */
bool aco_state_dir_write(aco_state_dir *dir, const char *name, const char *bytes, size_t length);
/* Gives a file the name of another one, which it replaces. */
bool aco_state_dir_rename(aco_state_dir *dir, const char *from, const char *to);

/* Locks a file for this holder alone until it is closed or unlocked, or the process dies; false when another has it. */
bool aco_file_try_lock(int file);
void aco_file_unlock(int file);

#endif
