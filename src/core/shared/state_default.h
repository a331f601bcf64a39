/*
 * The state folder that all processes of a user find without being told. Its name is known, so that another user may
 * take it first; then one of a random name beside it is used, which its owner tells, or one in the user's home folder.
 */
#ifndef ACO_CORE_SHARED_STATE_DEFAULT_H
#define ACO_CORE_SHARED_STATE_DEFAULT_H

#include "src/core/shared/folder.h"
#include "src/core/net/notice.h"

#ifndef _WIN32

/*
 * Opens it; makes it, when it is missing and `make` says so. `path` is that of the folder, or of the usual one with -1,
 * whose fault is in `result`. `notice` says that it is not the usual one, and why; else "".
 */
int aco_state_default_open(const char *temporary, bool make, char path[ACO_FOLDER_PATH_SIZE],
	char notice[ACO_NOTICE_SIZE], aco_folder_result *result);

#endif

#endif
