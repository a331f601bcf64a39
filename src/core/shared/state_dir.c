/* SPDX-License-Identifier: MIT */
#include "src/core/shared/state_dir.h"

#include <stdio.h>

#ifdef _WIN32

aco_state_dir *aco_state_dir_open(const char *path, aco_error *error)
{
	aco_error_set(error, ACO_E_ARGUMENT, false, "processes cannot share a state folder on Windows");
	return NULL;
}

aco_state_dir *aco_state_dir_open_default(const char *temporary, char notice[ACO_NOTICE_SIZE], aco_error *error)
{
	notice[0] = '\0';
	return aco_state_dir_open("", error);
}

void aco_state_dir_tell(const char *path, const char *temporary, char *text, size_t size)
{
	snprintf(text, size, "none: processes cannot share a state folder on Windows");
}

void aco_state_dir_close(aco_state_dir *dir) {}
const char *aco_state_dir_path(const aco_state_dir *dir) { return ""; }
int aco_state_dir_open_file(aco_state_dir *dir, const char *name, bool *replaced, aco_error *error) { return -1; }
bool aco_state_dir_has_file(aco_state_dir *dir, const char *name, int file) { return false; }
bool aco_state_dir_has(aco_state_dir *dir, const char *name) { return false; }
long aco_state_dir_read(aco_state_dir *dir, const char *name, char *bytes, size_t size) { return -1; }
bool aco_state_dir_write(aco_state_dir *dir, const char *name, const char *bytes, size_t length) { return false; }
bool aco_state_dir_rename(aco_state_dir *dir, const char *from, const char *to) { return false; }

#else

# include "src/core/shared/file_lock.h"
# include "src/core/shared/state_default.h"

# include <errno.h>
# include <fcntl.h>
# include <stdlib.h>
# include <string.h>
# include <sys/stat.h>
# include <unistd.h>
# ifdef __linux__
#  include <sys/syscall.h>
# endif

# define NAME_SIZE 128

struct aco_state_dir {
	int folder;
	/* The effective user of this process when the folder was opened. */
	uid_t owner;
	/* Absolute, because the current folder may change. */
	char path[ACO_FOLDER_PATH_SIZE];
	/* NULL: the path was configured. */
	char *temporary;
};

static void set_error(aco_error *error, const char *path, const aco_folder_result *result)
{
	char text[400];

	aco_folder_describe(result, text, sizeof(text));
	aco_error_set(error, ACO_E_ARGUMENT, false, "the state folder %.200s %.220s; %s", path, text,
		aco_folder_cure(result));
}

static bool open_folder(aco_state_dir *dir, char notice[ACO_NOTICE_SIZE], aco_error *error)
{
	aco_folder_result result;

	notice[0] = '\0';

	if (dir->temporary) {
		dir->folder = aco_state_default_open(dir->temporary, true, dir->path, notice, &result);
	} else {
		dir->folder = aco_folder_open(dir->path, true, &result);
	}

	if (dir->folder < 0) {
		set_error(error, dir->path, &result);
		return false;
	}

	dir->owner = geteuid();
	return true;
}

/* With a trailing slash the system would follow a link. */
static void cut_slashes(char *path)
{
	size_t length = strlen(path);

	while (length > 1 && path[length - 1] == '/') {
		path[--length] = '\0';
	}
}

/* False with the reason in errno. */
static bool set_path(aco_state_dir *dir, const char *path)
{
	char current[ACO_FOLDER_PATH_SIZE] = "";
	int length;

	if (path[0] && path[0] != '/' && !getcwd(current, sizeof(current))) {
		return false;
	}
	length = snprintf(dir->path, sizeof(dir->path), "%s%s%s", current, current[0] ? "/" : "", path);
	cut_slashes(dir->path);
	errno = ENAMETOOLONG;
	return length >= 0 && (size_t) length < sizeof(dir->path);
}

static aco_state_dir *open_dir(const char *path, const char *temporary, char notice[ACO_NOTICE_SIZE], aco_error *error)
{
	aco_state_dir *dir = calloc(1, sizeof(*dir));

	if (!dir || (temporary && !(dir->temporary = strdup(temporary)))) {
		free(dir);
		aco_error_no_memory(error);
		return NULL;
	}

	dir->folder = -1;
	if (!set_path(dir, path)) {
		set_error(error, path, &(aco_folder_result) {.fault = ACO_FOLDER_UNUSABLE, .error = errno});
	} else if (open_folder(dir, notice, error)) {
		return dir;
	}

	aco_state_dir_close(dir);
	return NULL;
}

aco_state_dir *aco_state_dir_open(const char *path, aco_error *error)
{
	char notice[ACO_NOTICE_SIZE];

	return open_dir(path, NULL, notice, error);
}

aco_state_dir *aco_state_dir_open_default(const char *temporary, char notice[ACO_NOTICE_SIZE], aco_error *error)
{
	return open_dir("", temporary, notice, error);
}

void aco_state_dir_tell(const char *path, const char *temporary, char *text, size_t size)
{
	char found[ACO_FOLDER_PATH_SIZE], notice[ACO_NOTICE_SIZE] = "", why[400];
	aco_folder_result result;
	int folder = path ? aco_folder_open(path, false, &result)
		: aco_state_default_open(temporary, false, found, notice, &result);

	if (folder >= 0) {
		snprintf(text, size, "%s%s%s", path ? path : found, notice[0] ? ": " : "", notice);
		close(folder);
	} else if (result.fault == ACO_FOLDER_UNUSABLE && result.error == ENOENT) {
		snprintf(text, size, "%s", path ? path : found);
	} else {
		aco_folder_describe(&result, why, sizeof(why));
		snprintf(text, size, "%s %s; %s", path ? path : found, why, aco_folder_cure(&result));
	}
}

void aco_state_dir_close(aco_state_dir *dir)
{
	if (dir) {
		if (dir->folder >= 0) {
			close(dir->folder);
		}
		free(dir->temporary);
		free(dir);
	}
}

const char *aco_state_dir_path(const aco_state_dir *dir)
{
	return dir->path;
}

/* A file without links was replaced a moment ago. */
static bool is_own(const aco_state_dir *dir, const struct stat *status)
{
	return S_ISREG(status->st_mode) && status->st_nlink <= 1 && status->st_uid == dir->owner
		&& (status->st_mode & 077) == 0;
}

/* A pipe must not block, and a link must not lead elsewhere. */
static int open_safely(const aco_state_dir *dir, const char *name, int flags)
{
	return openat(dir->folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
}

/* Temporary folders are swept while long-lived processes have them open. */
static bool is_gone(const aco_state_dir *dir)
{
	struct stat status;

	return dir->folder < 0 || (fstat(dir->folder, &status) == 0 && status.st_nlink == 0);
}

static bool reopen_folder(aco_state_dir *dir, aco_error *error)
{
	char notice[ACO_NOTICE_SIZE];

	if (dir->folder >= 0) {
		close(dir->folder);
		dir->folder = -1;
	}
	return open_folder(dir, notice, error);
}

/* Files made as another user would be unusable later, for this process and for those that share the folder. */
static bool is_of_this_user(const aco_state_dir *dir, aco_error *error)
{
	if (geteuid() == dir->owner) {
		return true;
	}
	aco_error_set(error, ACO_E_ARGUMENT, false,
		"the state folder %.300s was opened before this process changed its user; make a new client", dir->path);
	return false;
}

/* Whether the file was not opened because it is not a file of this user, rather than for a shortage. */
static bool is_foreign(int reason)
{
	return reason == ELOOP || reason == EMLINK || reason == ENXIO || reason == EACCES || reason == EPERM
		|| reason == EISDIR;
}

/*
 * -1 when the file does not belong to this user alone, which `foreign`
 * reports, or cannot be opened for another reason.
 */
static int open_own(const aco_state_dir *dir, const char *name, bool *foreign)
{
	int file = open_safely(dir, name, O_RDWR | O_CREAT);
	struct stat status;

	*foreign = file >= 0 || is_foreign(errno);
	if (file >= 0 && !(fstat(file, &status) == 0 && is_own(dir, &status))) {
		close(file);
		return -1;
	}
	return file;
}

int aco_state_dir_open_file(aco_state_dir *dir, const char *name, bool *replaced, aco_error *error)
{
	bool foreign = true;
	int reason = 0;

	*replaced = false;
	if (!is_of_this_user(dir, error) || (is_gone(dir) && !reopen_folder(dir, error))) {
		return -1;
	}

	for (int attempt = 0; attempt < 2 && foreign; attempt++) {
		int file = open_own(dir, name, &foreign);

		if (file >= 0) {
			return file;
		}

		reason = errno;

		if (foreign && unlinkat(dir->folder, name, 0) == 0) {
			*replaced = true;
		} else if (foreign && errno != ENOENT) {
			reason = errno;
			break;
		}
	}

	aco_error_set(error, ACO_E_ARGUMENT, false, "%.300s/%s cannot be used: %s%s", dir->path, name, strerror(reason),
		foreign ? "; remove it" : "");
	return -1;
}

bool aco_state_dir_has_file(aco_state_dir *dir, const char *name, int file)
{
	struct stat open_status, named_status;

	return fstat(file, &open_status) == 0 && is_own(dir, &open_status)
		&& fstatat(dir->folder, name, &named_status, AT_SYMLINK_NOFOLLOW) == 0
		&& open_status.st_dev == named_status.st_dev && open_status.st_ino == named_status.st_ino;
}

bool aco_state_dir_has(aco_state_dir *dir, const char *name)
{
	struct stat status;

	return fstatat(dir->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

static long read_all(int file, char *bytes, size_t size)
{
	size_t length = 0;
	char beyond;

	for (;;) {
		ssize_t got = length < size ? read(file, bytes + length, size - length) : read(file, &beyond, 1);

		if (got < 0 && errno == EINTR) {
			continue;
		}
		if (got <= 0) {
			return got < 0 ? -1 : (long) length;
		}
		if (length == size) {
			return -1;
		}

		length += (size_t) got;
	}
}

long aco_state_dir_read(aco_state_dir *dir, const char *name, char *bytes, size_t size)
{
	int file = open_safely(dir, name, O_RDONLY);
	struct stat status;
	long length = -1;

	if (file >= 0) {
		if (fstat(file, &status) == 0 && is_own(dir, &status)) {
			length = read_all(file, bytes, size);
		}
		close(file);
	}
	return length;
}

static bool write_all(int file, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(file, bytes, length);

		if (written < 0 && errno == EINTR) {
			continue;
		}
		if (written <= 0) {
			return false;
		}

		bytes += written;
		length -= (size_t) written;
	}

	return true;
}

/* In the first thread this is the process id. */
static long thread_number(void)
{
# ifdef __linux__
	return (long) syscall(SYS_gettid);
# else
	return (long) getpid();
# endif
}

/* Locked, to keep off a thread with the same number in another container; a file left by a dead thread is reused. */
static int open_temporary(aco_state_dir *dir, const char *temporary)
{
	aco_error error;
	bool replaced;
	int file = aco_state_dir_open_file(dir, temporary, &replaced, &error);

	if (file >= 0 && !(aco_file_try_lock(file) && aco_state_dir_has_file(dir, temporary, file)
		&& ftruncate(file, 0) == 0)) {
		close(file);
		return -1;
	}
	return file;
}

bool aco_state_dir_write(aco_state_dir *dir, const char *name, const char *bytes, size_t length)
{
	char temporary[NAME_SIZE];
	bool written = false;
	int file;

	snprintf(temporary, sizeof(temporary), "%s.%ld", name, thread_number());
	file = open_temporary(dir, temporary);
	if (file >= 0) {
		written = write_all(file, bytes, length) && aco_state_dir_rename(dir, temporary, name);
		if (!written) {
			unlinkat(dir->folder, temporary, 0);
		}

		written = close(file) == 0 && written;
	}

	return written;
}

bool aco_state_dir_rename(aco_state_dir *dir, const char *from, const char *to)
{
	return renameat(dir->folder, from, dir->folder, to) == 0;
}

#endif
