/* SPDX-License-Identifier: MIT */
#include "src/core/shared/file_lock.h"

#ifdef _WIN32

bool aco_file_try_lock(int file) { return false; }
void aco_file_unlock(int file) {}

#else

# include <errno.h>
# include <sys/file.h>

bool aco_file_try_lock(int file)
{
	int result;

	do {
		result = flock(file, LOCK_EX | LOCK_NB);
	} while (result != 0 && errno == EINTR);
	return result == 0;
}

void aco_file_unlock(int file)
{
	flock(file, LOCK_UN);
}

#endif
