/* SPDX-License-Identifier: MIT */
/*
 * The state folder that all processes of a user find without configuration. Its name is predictable, so
 * another user may take it first. Then a folder beside it with a random name is used, recognised by its
 * owner; else one in /tmp, or in the user's home folder.
 */
#ifndef ACO_CORE_SHARED_STATE_DEFAULT_H
#define ACO_CORE_SHARED_STATE_DEFAULT_H

#include "src/core/shared/folder.h"
#include "src/core/net/notice.h"

#ifndef _WIN32

/*
 * Opens the folder; `make` creates a missing one. `path` is the folder, or with -1 the default one, whose fault is
 * in `result`. `notice` says that the folder is not the default, and why; otherwise "".
 */
int aco_state_default_open(const char *temporary, bool make, char path[ACO_FOLDER_PATH_SIZE],
	char notice[ACO_NOTICE_SIZE], aco_folder_result *result);

#endif

#endif
