/* SPDX-License-Identifier: MIT */
/*
 * Opens a folder of this user by its path, if no other user could replace it: each folder and link along the path
 * must belong to this user or the system, and must not be renamable by others. POSIX only.
 */
#ifndef ACO_CORE_SHARED_FOLDER_H
#define ACO_CORE_SHARED_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#ifndef _WIN32

/* Size of the longest path, with its NUL. */
# define ACO_FOLDER_PATH_SIZE 4096

typedef enum aco_folder_fault {
	ACO_FOLDER_OK = 0,
	/* It cannot be opened, for the reason in `error`. */
	ACO_FOLDER_UNUSABLE,
	/* It belongs to the user in `owner`. */
	ACO_FOLDER_FOREIGN,
	/* Others may enter it, according to its `mode`. */
	ACO_FOLDER_OPEN,
	/* Something along the path, `place`, belongs to the user in `owner`. */
	ACO_FOLDER_PARENT_FOREIGN,
	/* Others may rename entries of the folder `place`, according to its `mode`. */
	ACO_FOLDER_PARENT_OPEN
} aco_folder_fault;

typedef struct aco_folder_result {
	aco_folder_fault fault;
	int error;
	uid_t owner;
	mode_t mode;
	char place[ACO_FOLDER_PATH_SIZE];
} aco_folder_result;

/* The folder itself, with mode 0700 and never a link; `make` creates a missing last level. -1 with the reason. */
int aco_folder_open(const char *path, bool make, aco_folder_result *result);
/*
 * Opens a folder in which this user may keep a private one, such as that for temporary files,
 * to read its entries. -1 with the reason.
 */
int aco_folder_open_parent(const char *path, aco_folder_result *result);

/* The same for a name in an open folder. */
int aco_folder_open_at(int parent, const char *name, bool make, aco_folder_result *result);

/* Completes a sentence about the folder: what is wrong with it and what to do. */
void aco_folder_describe(const aco_folder_result *result, char *text, size_t size);
const char *aco_folder_cure(const aco_folder_result *result);

#endif

#endif
