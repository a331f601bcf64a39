/* SPDX-License-Identifier: MIT */
#include "src/core/shared/folder.h"

#ifndef _WIN32

# include <errno.h>
# include <fcntl.h>
# include <stdio.h>
# include <string.h>
# include <sys/stat.h>
# include <unistd.h>

/* Folders along the path need not be readable. */
# if defined(O_PATH)
#  define SEARCH O_PATH
# elif defined(O_SEARCH)
#  define SEARCH O_SEARCH
# else
#  define SEARCH O_RDONLY
# endif

# define OPEN_FLAGS (O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
/* The kernel's limit. */
# define MAX_LINKS 40

/* State of the walk along a path. */
typedef struct walk {
	/* The folder reached so far. */
	int folder;
	/* Its path, for messages. */
	char *place;
	/* The rest of the path. */
	char left[ACO_FOLDER_PATH_SIZE];
	/* The owner of "/": the system, whatever number a user namespace gives it. */
	uid_t system;
	unsigned links;
	aco_folder_result *result;
} walk;

static bool fail(aco_folder_result *result, aco_folder_fault fault, int error)
{
	result->fault = fault;
	result->error = error;
	return false;
}

static bool fail_for_status(aco_folder_result *result, aco_folder_fault fault, const struct stat *status)
{
	result->owner = status->st_uid;
	result->mode = status->st_mode & 07777;
	return fail(result, fault, 0);
}

static bool is_trusted(const walk *walk, uid_t owner)
{
	return owner == geteuid() || owner == 0 || owner == walk->system;
}

/* By convention a user's private group has the user's number, so writing by that group is allowed. */
static bool is_written_by_others(const struct stat *status)
{
	bool group = (status->st_mode & S_IWGRP) && status->st_gid != (gid_t) status->st_uid;

	return (group || (status->st_mode & S_IWOTH)) && !(status->st_mode & S_ISVTX);
}

static bool check_parent(walk *walk)
{
	struct stat status;

	if (fstat(walk->folder, &status) != 0) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, errno);
	}
	if (!is_trusted(walk, status.st_uid)) {
		return fail_for_status(walk->result, ACO_FOLDER_PARENT_FOREIGN, &status);
	}
	if (is_written_by_others(&status)) {
		return fail_for_status(walk->result, ACO_FOLDER_PARENT_OPEN, &status);
	}

	return true;
}

static bool enter(walk *walk, int folder)
{
	if (folder < 0) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, errno);
	}
	if (walk->folder >= 0) {
		close(walk->folder);
	}
	walk->folder = folder;
	return check_parent(walk);
}

static bool enter_root(walk *walk)
{
	struct stat status;

	if (stat("/", &status) == 0) {
		walk->system = status.st_uid;
	}
	snprintf(walk->place, ACO_FOLDER_PATH_SIZE, "/");
	return enter(walk, open("/", SEARCH | OPEN_FLAGS));
}

static void add_to_place(const walk *walk, const char *name)
{
	size_t length = strlen(walk->place);

	snprintf(walk->place + length, ACO_FOLDER_PATH_SIZE - length, "%s%s", length > 1 ? "/" : "", name);
}

/* Inserts a link's target before the rest of the path. */
static bool put_before(walk *walk, const char *target)
{
	char whole[2 * ACO_FOLDER_PATH_SIZE];
	int length = snprintf(whole, sizeof(whole), "%s/%s", target, walk->left);

	if ((size_t) length >= sizeof(walk->left)) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, ENAMETOOLONG);
	}
	memcpy(walk->left, whole, (size_t) length + 1);
	return target[0] != '/' || enter_root(walk);
}

/* Continues at a link's target, if nobody else can change the link. */
static bool follow(walk *walk, const char *name)
{
	char target[ACO_FOLDER_PATH_SIZE], place[ACO_FOLDER_PATH_SIZE];
	struct stat status;
	ssize_t length;

	if (fstatat(walk->folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, errno);
	}
	if (!S_ISLNK(status.st_mode)) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, ENOTDIR);
	}

	memcpy(place, walk->place, sizeof(place));
	add_to_place(walk, name);

	if (!is_trusted(walk, status.st_uid)) {
		return fail_for_status(walk->result, ACO_FOLDER_PARENT_FOREIGN, &status);
	}

	length = readlinkat(walk->folder, name, target, sizeof(target) - 1);
	if (length <= 0 || ++walk->links > MAX_LINKS) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, length < 0 ? errno : ELOOP);
	}

	memcpy(walk->place, place, sizeof(place));
	target[length] = '\0';
	return put_before(walk, target);
}

static bool step(walk *walk, const char *name)
{
	int folder = openat(walk->folder, name, SEARCH | OPEN_FLAGS);

	if (folder < 0 && (errno == ENOTDIR || errno == ELOOP || errno == EMLINK)) {
		return follow(walk, name);
	}
	if (folder >= 0) {
		add_to_place(walk, name);
	}
	return enter(walk, folder);
}

/* Cuts off the first name of the rest; false when there is none. */
static bool next_name(walk *walk, char name[ACO_FOLDER_PATH_SIZE])
{
	char *start = walk->left + strspn(walk->left, "/");
	size_t length = strcspn(start, "/");

	memcpy(name, start, length);
	name[length] = '\0';
	start += length;
	memmove(walk->left, start, strlen(start) + 1);
	return length > 0;
}

static bool is_last(const walk *walk)
{
	return walk->left[strspn(walk->left, "/")] == '\0';
}

/* Walks to the folder that contains the last name of the path. */
static bool walk_to_parent(walk *walk, const char *path, char name[ACO_FOLDER_PATH_SIZE])
{
	if (path[0] == '\0') {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, ENOENT);
	}
	if (strlen(path) >= sizeof(walk->left)) {
		return fail(walk->result, ACO_FOLDER_UNUSABLE, ENAMETOOLONG);
	}

	memcpy(walk->left, path, strlen(path) + 1);

	if (path[0] != '/') {
		char current[ACO_FOLDER_PATH_SIZE];

		if (!getcwd(current, sizeof(current))) {
			return fail(walk->result, ACO_FOLDER_UNUSABLE, errno);
		}
		if (!put_before(walk, current)) {
			return false;
		}
	} else if (!enter_root(walk)) {
		return false;
	}

	while (next_name(walk, name)) {
		if (is_last(walk)) {
			return true;
		}
		if (!step(walk, name)) {
			return false;
		}
	}

	memcpy(name, ".", sizeof("."));
	return true;
}

static bool is_own(int folder, aco_folder_result *result)
{
	struct stat status;

	if (fstat(folder, &status) != 0) {
		return fail(result, ACO_FOLDER_UNUSABLE, errno);
	}
	if (status.st_uid != geteuid()) {
		return fail_for_status(result, ACO_FOLDER_FOREIGN, &status);
	}
	if (status.st_mode & 077) {
		return fail_for_status(result, ACO_FOLDER_OPEN, &status);
	}

	return true;
}

int aco_folder_open_at(int parent, const char *name, bool make, aco_folder_result *result)
{
	int folder;

	result->fault = ACO_FOLDER_OK;

	if (make && mkdirat(parent, name, 0700) != 0 && errno != EEXIST) {
		fail(result, ACO_FOLDER_UNUSABLE, errno);
		return -1;
	}

	folder = openat(parent, name, O_RDONLY | OPEN_FLAGS);
	if (folder < 0) {
		fail(result, ACO_FOLDER_UNUSABLE, errno);
	} else if (!is_own(folder, result)) {
		close(folder);
		folder = -1;
	}

	return folder;
}

static walk begin(aco_folder_result *result)
{
	result->fault = ACO_FOLDER_OK;
	result->error = 0;
	result->place[0] = '\0';
	return (walk) {.folder = -1, .place = result->place, .result = result};
}

static int end(const walk *walk, int folder)
{
	if (walk->folder >= 0) {
		close(walk->folder);
	}
	return folder;
}

int aco_folder_open(const char *path, bool make, aco_folder_result *result)
{
	walk walk = begin(result);
	char name[ACO_FOLDER_PATH_SIZE];

	return end(&walk, walk_to_parent(&walk, path, name) ? aco_folder_open_at(walk.folder, name, make, result) : -1);
}

int aco_folder_open_parent(const char *path, aco_folder_result *result)
{
	walk walk = begin(result);
	char name[ACO_FOLDER_PATH_SIZE];
	int folder;

	if (!walk_to_parent(&walk, path, name) || !step(&walk, name)) {
		return end(&walk, -1);
	}

	while (next_name(&walk, name)) {
		if (!step(&walk, name)) {
			return end(&walk, -1);
		}
	}

	folder = openat(walk.folder, ".", O_RDONLY | OPEN_FLAGS);
	if (folder < 0) {
		fail(result, ACO_FOLDER_UNUSABLE, errno);
	}

	return end(&walk, folder);
}

void aco_folder_describe(const aco_folder_result *result, char *text, size_t size)
{
	switch (result->fault) {
		case ACO_FOLDER_FOREIGN:
			snprintf(text, size, "belongs to another user");
			break;
		case ACO_FOLDER_OPEN:
			snprintf(text, size, "is open to other users (mode %04o)", (unsigned) result->mode);
			break;
		case ACO_FOLDER_PARENT_FOREIGN:
			snprintf(text, size, "can be replaced by another user, who has %.200s", result->place);
			break;
		case ACO_FOLDER_PARENT_OPEN:
			snprintf(text, size, "can be replaced by other users, who may write in %.200s (mode %04o)", result->place,
				(unsigned) result->mode);
			break;
		default:
			snprintf(text, size, "cannot be opened: %s", strerror(result->error));
	}
}

const char *aco_folder_cure(const aco_folder_result *result)
{
	switch (result->fault) {
		case ACO_FOLDER_FOREIGN:
			return "give this one a folder of its own in aco.state_dir";
		case ACO_FOLDER_OPEN:
			return "run chmod 700 on it, or name another one in aco.state_dir";
		case ACO_FOLDER_PARENT_FOREIGN:
			return "name one in a folder of this user in aco.state_dir";
		case ACO_FOLDER_PARENT_OPEN:
			return "run chmod go-w on that, or name another one in aco.state_dir";
		default:
			return "name another one in aco.state_dir";
	}
}

#endif
