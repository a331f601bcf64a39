/* A folder of its own for each test, and forked processes, for the tests of what processes share. */
#ifndef CHECK_PROCESS_H
#define CHECK_PROCESS_H

/* nftw(); so this file comes first. */
#include "check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* No test takes that long: a call that blocks ends the program. */
#define CHECK_SECONDS 60
#define CHECK_PATH_SIZE 256

static char check_folder[CHECK_PATH_SIZE / 2];

static inline int check_make_folder(void **state)
{
	alarm(CHECK_SECONDS);
	snprintf(check_folder, sizeof(check_folder), "/tmp/aco-check-XXXXXX");
	return mkdtemp(check_folder) ? 0 : -1;
}

static inline int check_remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
	return remove(path);
}

static inline int check_remove_folder(void **state)
{
	alarm(0);
	return nftw(check_folder, check_remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

#define check_test_in_folder(function) cmocka_unit_test_setup_teardown(function, check_make_folder, check_remove_folder)

/* The path of a name in the folder; good until the fourth call after it. */
static inline const char *check_path(const char *name)
{
	static char paths[4][CHECK_PATH_SIZE];
	static size_t next;
	char *path = paths[next++ % COUNT(paths)];

	snprintf(path, CHECK_PATH_SIZE, "%s/%s", check_folder, name);
	return path;
}

/* How many visible entries a folder of that name has. */
static inline size_t check_count_entries(const char *name)
{
	DIR *folder = opendir(check_path(name));
	size_t count = 0;

	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		count += entry->d_name[0] != '.';
	}
	closedir(folder);
	return count;
}

static inline void check_put(const char *path, const char *bytes, size_t length, mode_t mode)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);

	assert_true(file >= 0);
	assert_int_equal(write(file, bytes, length), length);
	assert_int_equal(fchmod(file, mode), 0);
	close(file);
}

/* The file holds these bytes and no others. */
static inline void check_file(const char *path, const char *bytes, size_t length)
{
	char found[4096];
	int file = open(path, O_RDONLY);
	ssize_t got;

	assert_true(file >= 0);
	got = read(file, found, sizeof(found));
	close(file);
	assert_true(got >= 0);
	check_bytes(found, (size_t) got, bytes, length);
}

static inline mode_t check_mode(const char *path)
{
	struct stat status;

	assert_int_equal(lstat(path, &status), 0);
	return status.st_mode;
}

/* Runs `work` in a forked process. Nothing in there may fail a test: it tells how it went. */
static inline pid_t check_fork(bool (*work)(void *context), void *context)
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		alarm(CHECK_SECONDS);
		_exit(work(context) ? 0 : 1);
	}
	return child;
}

static inline bool check_went_well(pid_t child)
{
	int status;

	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static inline void check_kill(pid_t child)
{
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, NULL, 0), child);
}

/* A process that does its work and stays until it is killed, its files open. */
static inline pid_t check_fork_and_stay(bool (*work)(void *context), void *context)
{
	int ready[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(ready), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		alarm(CHECK_SECONDS);
		byte = work(context) ? 'y' : 'n';
		while (write(ready[1], &byte, 1) != 1 || true) {
			pause();
		}
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	assert_int_equal(byte, 'y');
	return child;
}

#endif
