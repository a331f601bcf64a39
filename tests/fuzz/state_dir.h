/* A state folder of this process alone, below TMPDIR. */
#ifndef STATE_DIR_H
#define STATE_DIR_H

#include "fuzz.h"

#include "src/core/shared/state_dir.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static char state_dir_path[256];

static inline void state_dir_remove(void)
{
	rmdir(state_dir_path);
}

static inline aco_state_dir *state_dir(void)
{
	static aco_state_dir *dir;
	const char *parent = getenv("TMPDIR");
	aco_error error;

	if (!dir) {
		snprintf(state_dir_path, sizeof(state_dir_path), "%s/aco-fuzz-%ld", parent ? parent : "/tmp", (long) getpid());
		dir = aco_state_dir_open(state_dir_path, &error);
		REQUIRE(dir);
		atexit(state_dir_remove);
	}
	return dir;
}

static inline int state_dir_open(const char *name, int flags)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", state_dir_path, name);
	return open(path, flags, 0600);
}

static inline void state_dir_put(const char *name, const void *bytes, size_t length)
{
	int file = state_dir_open(name, O_WRONLY | O_CREAT | O_TRUNC);

	REQUIRE(file >= 0 && write(file, bytes, length) == (ssize_t) length);
	close(file);
}

static inline void state_dir_delete(const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", state_dir_path, name);
	unlink(path);
}

#endif
