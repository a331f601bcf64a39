/* SPDX-License-Identifier: MIT */
#include "src/core/shared/state_default.h"

#include "src/core/base/count.h"

#ifndef _WIN32

# include "src/core/shared/file_lock.h"

# include <dirent.h>
# include <errno.h>
# include <fcntl.h>
# include <openssl/rand.h>
# include <pwd.h>
# include <stdio.h>
# include <string.h>
# include <unistd.h>

/* "aco-<user id>-<16 hexadecimal digits>" */
# define NAME_SIZE 64
# define RANDOM_BYTES 8
/* Other users may lock the folder for temporary files as well and never release it. */
# define LOCK_ATTEMPTS 20
# define LOCK_WAIT_US 5000

static bool is_missing(const aco_folder_result *result)
{
	return result->fault == ACO_FOLDER_UNUSABLE && result->error == ENOENT;
}

/* Whether another user keeps this one from the folder, as opposed to a shortage of files or memory. */
static bool is_taken(const aco_folder_result *result)
{
	static const int reasons[] = {ENOENT, ENOTDIR, ELOOP, EMLINK, EACCES, EPERM, EROFS};

	if (result->fault != ACO_FOLDER_UNUSABLE) {
		return true;
	}
	for (size_t i = 0; i < ACO_COUNT(reasons); i++) {
		if (result->error == reasons[i]) {
			return true;
		}
	}
	return false;
}

/* Keeps two processes from creating one each. */
static void lock_if_possible(int parent)
{
	for (unsigned i = 0; i < LOCK_ATTEMPTS && !aco_file_try_lock(parent); i++) {
		usleep(LOCK_WAIT_US);
	}
}

/*
 * The first by name of this user's folders beside the default one, so that all
 * processes choose the same. -1 if there is none.
 */
static int open_sibling(int parent, const char *usual, char name[NAME_SIZE])
{
	int again = openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), folder = -1;
	DIR *names = again >= 0 ? fdopendir(again) : NULL;
	size_t length = strlen(usual);
	aco_folder_result result;

	if (!names) {
		if (again >= 0) {
			close(again);
		}

		return -1;
	}

	for (struct dirent *entry; (entry = readdir(names));) {
		int found;

		if (strncmp(entry->d_name, usual, length) != 0 || entry->d_name[length] != '-'
				|| strlen(entry->d_name) >= NAME_SIZE
			|| (folder >= 0 && strcmp(entry->d_name, name) > 0)) {
			continue;
		}

		found = aco_folder_open_at(parent, entry->d_name, false, &result);
		if (found >= 0) {
			if (folder >= 0) {
				close(folder);
			}

			folder = found;
			snprintf(name, NAME_SIZE, "%.*s", NAME_SIZE - 1, entry->d_name);
		}
	}

	closedir(names);
	return folder;
}

/* Uses a name that nobody can predict. */
static int make_sibling(int parent, const char *usual, char name[NAME_SIZE], aco_folder_result *result)
{
	unsigned char bytes[RANDOM_BYTES];
	int length = snprintf(name, NAME_SIZE, "%s-", usual);

	if (RAND_bytes(bytes, sizeof(bytes)) != 1) {
		result->fault = ACO_FOLDER_UNUSABLE;
		result->error = EAGAIN;
		return -1;
	}

	for (size_t i = 0; i < sizeof(bytes); i++) {
		length += snprintf(name + length, NAME_SIZE - (size_t) length, "%02x", bytes[i]);
	}

	return aco_folder_open_at(parent, name, true, result);
}

/*
 * An existing folder beside the default takes precedence over creating the default: otherwise another user who took
 * the name could split this user's processes by releasing it.
 */
static int open_in(const char *parent_path, bool make, char path[ACO_FOLDER_PATH_SIZE], aco_folder_result *usual_result)
{
	char usual[NAME_SIZE], name[NAME_SIZE];
	aco_folder_result result;
	int folder, parent;

	snprintf(usual, sizeof(usual), "aco-%lu", (unsigned long) geteuid());
	snprintf(path, ACO_FOLDER_PATH_SIZE, "%.4000s/%s", parent_path, usual);
	folder = aco_folder_open(path, false, usual_result);
	if (folder >= 0 || !is_taken(usual_result)) {
		return folder;
	}

	parent = aco_folder_open_parent(parent_path, &result);
	if (parent < 0) {
		return -1;
	}

	lock_if_possible(parent);
	memcpy(name, usual, sizeof(name));
	folder = open_sibling(parent, usual, name);
	if (folder < 0 && make) {
		folder = aco_folder_open_at(parent, usual, true, &result);
	}
	if (folder < 0 && make && is_taken(&result)) {
		folder = make_sibling(parent, usual, name, &result);
	}

	close(parent);

	if (folder >= 0) {
		snprintf(path, ACO_FOLDER_PATH_SIZE, "%.4000s/%s", parent_path, name);
	} else if (make && is_missing(usual_result)) {
		usual_result->error = result.error;
	}

	return folder;
}

/* ".cache" in the home folder. The system is asked for that, as the environment may lack it. */
static bool find_cache(char path[ACO_FOLDER_PATH_SIZE], bool make)
{
	struct passwd entry, *found = NULL;
	char texts[4096];
	aco_folder_result result;
	int folder;

	if (getpwuid_r(geteuid(), &entry, texts, sizeof(texts), &found) != 0 || !found || found->pw_dir[0] != '/') {
		return false;
	}

	snprintf(path, ACO_FOLDER_PATH_SIZE, "%.4000s/.cache", found->pw_dir);
	folder = aco_folder_open(path, make, &result);
	if (folder >= 0) {
		close(folder);
	}

	return true;
}

static void tell(char notice[ACO_NOTICE_SIZE], const char *usual, const aco_folder_result *result, const char *path)
{
	char why[300];

	aco_folder_describe(result, why, sizeof(why));
	snprintf(notice, ACO_NOTICE_SIZE, "the usual state folder %.100s %.150s; %.150s is used instead: "
		"remove the former, or set aco.state_dir", usual, why, path);
}

int aco_state_default_open(const char *temporary, bool make, char path[ACO_FOLDER_PATH_SIZE],
	char notice[ACO_NOTICE_SIZE], aco_folder_result *result)
{
	char usual[ACO_FOLDER_PATH_SIZE];
	int folder = open_in(temporary, make, path, result);
	aco_folder_result other;

	notice[0] = '\0';

	if (folder >= 0 && (result->fault == ACO_FOLDER_OK || is_missing(result))) {
		return folder;
	}

	memcpy(usual, path, sizeof(usual));

	if (folder < 0 && is_taken(result)) {
		if (is_missing(result) && !make) {
			return -1;
		}

		char cache[ACO_FOLDER_PATH_SIZE];

		folder = open_in("/tmp", make, path, &other);
		if (folder < 0 && is_taken(&other) && find_cache(cache, make)) {
			folder = open_in(cache, make, path, &other);
		}
	}

	if (folder >= 0) {
		snprintf(usual, sizeof(usual), "%.4000s/aco-%lu", temporary, (unsigned long) geteuid());
		tell(notice, usual, result, path);
	} else {
		memcpy(path, usual, sizeof(usual));
	}

	return folder;
}

#endif
