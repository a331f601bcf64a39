/*
 * Opens a folder of this user by its path, when no other user could put another one in its place: each folder and
 * link on the way belongs to this user or to the system, and cannot be renamed by others. POSIX only.
 */
#ifndef ACO_CORE_SHARED_FOLDER_H
#define ACO_CORE_SHARED_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#ifndef _WIN32

/* Bytes of the longest path, with its NUL. */
# define ACO_FOLDER_PATH_SIZE 4096

typedef enum aco_folder_fault {
	ACO_FOLDER_OK = 0,
	/* It cannot be opened, for the reason in `error`. */
	ACO_FOLDER_UNUSABLE,
	/* The user in `owner` has it. */
	ACO_FOLDER_FOREIGN,
	/* Others may enter it, by its `mode`. */
	ACO_FOLDER_OPEN,
	/* Something on the way, `place`, belongs to the user in `owner`. */
	ACO_FOLDER_PARENT_FOREIGN,
	/* Others may rename what lies in the folder `place`, by its `mode`. */
	ACO_FOLDER_PARENT_OPEN
} aco_folder_fault;

typedef struct aco_folder_result {
	aco_folder_fault fault;
	int error;
	uid_t owner;
	mode_t mode;
	char place[ACO_FOLDER_PATH_SIZE];
} aco_folder_result;

/* The folder itself, of mode 0700 and never a link; made, with one level only, when `make` says so. -1 with the reason. */
int aco_folder_open(const char *path, bool make, aco_folder_result *result);
/* A folder in which this user may keep one of its own, such as that for temporary files, to read its names. -1 with the reason. */
int aco_folder_open_parent(const char *path, aco_folder_result *result);

/* The same of a name in an open folder. */
int aco_folder_open_at(int parent, const char *name, bool make, aco_folder_result *result);

/* What is wrong with a folder, as the rest of a sentence about it, and what to do. */
void aco_folder_describe(const aco_folder_result *result, char *text, size_t size);
const char *aco_folder_cure(const aco_folder_result *result);

#endif

#endif
