#include "aco_state_dir.h"

#ifdef _WIN32

aco_state_dir *aco_state_dir_open(const char *path, aco_error *error)
{
	aco_error_set(error, ACO_E_ARGUMENT, false, "processes cannot share a state folder on Windows");
	return NULL;
}

void aco_state_dir_close(aco_state_dir *dir) {}
const char *aco_state_dir_path(const aco_state_dir *dir) { return ""; }
int aco_state_dir_open_file(aco_state_dir *dir, const char *name, bool *replaced, aco_error *error) { return -1; }
bool aco_state_dir_has_file(aco_state_dir *dir, const char *name, int file) { return false; }
bool aco_state_dir_has(aco_state_dir *dir, const char *name) { return false; }
long aco_state_dir_read(aco_state_dir *dir, const char *name, char *bytes, size_t size) { return -1; }
bool aco_state_dir_write(aco_state_dir *dir, const char *name, const char *bytes, size_t length) { return false; }
bool aco_file_try_lock(int file) { return false; }
void aco_file_unlock(int file) {}

#else

# include <errno.h>
# include <fcntl.h>
# include <stdio.h>
# include <stdlib.h>
# include <string.h>
# include <sys/file.h>
# include <sys/stat.h>
# include <unistd.h>
# ifdef __linux__
#  include <sys/syscall.h>
# endif

# define NAME_SIZE 128

struct aco_state_dir {
	int folder;
	uid_t owner;
	gid_t group;
	char *path;
};

static bool check_folder(aco_state_dir *dir, aco_error *error)
{
	struct stat status;

	if (fstat(dir->folder, &status) != 0) {
		aco_error_set(error, ACO_E_ARGUMENT, false, "the state folder %s cannot be read: %s", dir->path, strerror(errno));
		return false;
	}
	dir->owner = status.st_uid;
	dir->group = status.st_gid;
	if (status.st_uid != geteuid() && geteuid() != 0) {
		aco_error_set(error, ACO_E_ARGUMENT, false,
			"the state folder %s belongs to another user; give this one a folder of its own in aco.state_dir", dir->path);
		return false;
	}
	if (status.st_mode & 077) {
		aco_error_set(error, ACO_E_ARGUMENT, false,
			"the state folder %s is open to other users (mode %04o); run chmod 700 on it, or name another one in aco.state_dir", dir->path, (unsigned) status.st_mode & 07777);
		return false;
	}
	return true;
}

static bool open_folder(aco_state_dir *dir, aco_error *error)
{
	if (mkdir(dir->path, 0700) == 0 || errno == EEXIST) {
		dir->folder = open(dir->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	}
	if (dir->folder < 0) {
		aco_error_set(error, ACO_E_ARGUMENT, false,
			"the state folder %s cannot be opened: %s; name another one in aco.state_dir", dir->path, strerror(errno));
		return false;
	}
	return check_folder(dir, error);
}

/* With a slash at its end the system would follow a link. */
static void cut_slashes(char *path)
{
	size_t length = strlen(path);

	while (length > 1 && path[length - 1] == '/') {
		path[--length] = '\0';
	}
}

aco_state_dir *aco_state_dir_open(const char *path, aco_error *error)
{
	aco_state_dir *dir = calloc(1, sizeof(*dir));

	if (!dir || !(dir->path = strdup(path))) {
		free(dir);
		aco_error_set(error, ACO_E_MEMORY, true, "not enough memory");
		return NULL;
	}
	cut_slashes(dir->path);
	dir->folder = -1;
	if (!open_folder(dir, error)) {
		aco_state_dir_close(dir);
		return NULL;
	}
	return dir;
}

void aco_state_dir_close(aco_state_dir *dir)
{
	if (dir) {
		if (dir->folder >= 0) {
			close(dir->folder);
		}
		free(dir->path);
		free(dir);
	}
}

const char *aco_state_dir_path(const aco_state_dir *dir)
{
	return dir->path;
}

static bool is_own(const aco_state_dir *dir, const struct stat *status)
{
	return S_ISREG(status->st_mode) && (status->st_uid == dir->owner || status->st_uid == geteuid()) && (status->st_mode & 077) == 0;
}

/* root's files in a folder of another user are that user's. */
static void give_to_owner(const aco_state_dir *dir, int file)
{
	if (geteuid() != dir->owner && fchown(file, dir->owner, dir->group) != 0) {
		/* Only root gets here; where it may not, the owner makes a file of its own. */
		return;
	}
}

/* Not blocked by a pipe, not led elsewhere by a link. */
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
	if (dir->folder >= 0) {
		close(dir->folder);
		dir->folder = -1;
	}
	return open_folder(dir, error);
}

/* Whether something that is no file of this user is a reason not to open it, rather than a shortage. */
static bool is_foreign(int reason)
{
	return reason == ELOOP || reason == EMLINK || reason == ENXIO || reason == EACCES || reason == EPERM || reason == EISDIR;
}

/* -1 when it is no file of this user alone, which `foreign` tells, or cannot be opened for another reason. */
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
	if (is_gone(dir) && !reopen_folder(dir, error)) {
		return -1;
	}
	for (int attempt = 0; attempt < 2 && foreign; attempt++) {
		int file = open_own(dir, name, &foreign);

		if (file >= 0) {
			give_to_owner(dir, file);
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
	aco_error_set(error, ACO_E_ARGUMENT, false, "%s/%s cannot be used: %s%s", dir->path, name, strerror(reason), foreign ? "; remove it" : "");
	return -1;
}

bool aco_state_dir_has_file(aco_state_dir *dir, const char *name, int file)
{
	struct stat open_status, named_status;

	return fstat(file, &open_status) == 0 && fstatat(dir->folder, name, &named_status, AT_SYMLINK_NOFOLLOW) == 0
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

/* That of the process in its first thread. */
static long thread_number(void)
{
# ifdef __linux__
	return (long) syscall(SYS_gettid);
# else
	return (long) getpid();
# endif
}

bool aco_state_dir_write(aco_state_dir *dir, const char *name, const char *bytes, size_t length)
{
	char temporary[NAME_SIZE];
	bool written = false;
	int file;

	snprintf(temporary, sizeof(temporary), "%s.%ld", name, thread_number());
	/* A thread of this number may have died here. */
	unlinkat(dir->folder, temporary, 0);
	file = open_safely(dir, temporary, O_WRONLY | O_CREAT | O_EXCL);
	if (file >= 0) {
		give_to_owner(dir, file);
		written = write_all(file, bytes, length);
		written = close(file) == 0 && written && renameat(dir->folder, temporary, dir->folder, name) == 0;
		if (!written) {
			unlinkat(dir->folder, temporary, 0);
		}
	}
	return written;
}

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
