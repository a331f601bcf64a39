/* SPDX-License-Identifier: MIT */
#include "src/core/shared/quota_file.h"

#include "src/core/shared/boot_id.h"
#include "src/core/base/clock.h"
#include "src/core/base/digest.h"
#include "src/core/shared/file_lock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Incremented when the layout changes; part of the name, so that different versions use different files. */
#define VERSION "3"
#define MAGIC "aco quota " VERSION "\n"
/* Of files whose writer was ended: of a new one, and of one that replaces what was there. */
#define NEW_MAGIC "aco new\n"
#define UNFINISHED_MAGIC "aco unfinished\n"
#define MAGIC_SIZE 16
#define NAME_SIZE (sizeof("quota-" VERSION "-.lock") + ACO_SHA1_HEX)
/* A holder needs microseconds; one that takes longer than this is not running. */
#define PATIENCE_US INT64_C(3000000)
/* A process that checks less often may have missed changes in between. */
#define LOOKING_US INT64_C(250000)

typedef struct header {
	char magic[MAGIC_SIZE];
	char boot_id[ACO_BOOT_ID_SIZE];
	/* Counts the changes; its last bit selects the state that is valid. */
	uint64_t serial;
} header;

/* The content of the file. */
typedef struct page {
	header header;
	aco_quota_state states[2];
} page;

struct aco_quota_file {
	aco_state_dir *dir;
	char name[NAME_SIZE];
	/* Serialises processes that replace a file whose holder is stuck. */
	char lock_name[NAME_SIZE];
	char new_name[NAME_SIZE];
	char boot_id[ACO_BOOT_ID_SIZE];
	/* -1: not open. */
	int file;
	/* The process that opened it. */
	long owner;
	header header;
	/* The locked state, and a copy as it was read. */
	aco_quota_state state;
	aco_quota_state before;
	/* The file had to be replaced, because it did not belong to this user alone. */
	bool replaced;
	/* Why the last change could not be written; 0: it was written. */
	int write_error;
	/* Since when another process has held it without a change; 0: none has. */
	int64_t busy_since_us;
	int64_t busy_seen_us;
	uint64_t busy_serial;
};

#ifdef _WIN32

static void close_file(aco_quota_file *file) {}
static bool enter(aco_quota_file *file, bool *fresh, char *why, size_t why_size) { return false; }
static bool leave(aco_quota_file *file) { return false; }

#else

# include <errno.h>
# include <sys/stat.h>
# include <unistd.h>

static void close_file(aco_quota_file *file)
{
	if (file->file >= 0) {
		close(file->file);
		file->file = -1;
	}
}

/* A forked child shares its parent's lock until it opens the file itself. */
static void leave_to_parent(aco_quota_file *file)
{
	if (file->owner != (long) getpid()) {
		close_file(file);
		file->owner = (long) getpid();
	}
}

static bool is_in_place(const aco_quota_file *file)
{
	return aco_state_dir_has_file(file->dir, file->name, file->file);
}

static void say(const aco_quota_file *file, char *why, size_t why_size, const char *what, const char *reason)
{
	snprintf(why, why_size, "%.300s/%s %s%s", aco_state_dir_path(file->dir), file->name, what, reason);
}

static bool open_file(aco_quota_file *file, char *why, size_t why_size)
{
	aco_error error = {0};

	if (file->file < 0) {
		file->file = aco_state_dir_open_file(file->dir, file->name, &file->replaced, &error);
		if (file->file < 0) {
			snprintf(why, why_size, "%s", error.message);
		}
	}
	return file->file >= 0;
}

static bool write_at(int target, const void *bytes, size_t length, size_t at)
{
	return pwrite(target, bytes, length, (off_t) at) == (ssize_t) length;
}

static bool read_at(int source, void *bytes, size_t length, size_t at)
{
	return pread(source, bytes, length, (off_t) at) == (ssize_t) length;
}

static size_t place_of(uint64_t serial)
{
	return offsetof(page, states) + (size_t) (serial % 2) * sizeof(aco_quota_state);
}

/* Writes the inactive state first and then activates it: a process killed in between leaves the previous state. */
static bool write_state(aco_quota_file *file)
{
	uint64_t serial = file->header.serial + 1;

	return write_at(file->file, &file->state, sizeof(file->state), place_of(serial))
		&& write_at(file->file, &serial, sizeof(serial), offsetof(page, header.serial));
}

/*
 * Everything but that it holds, which the magic says. Written rather than only lengthened, so that a full disk says so
 * now.
 */
static bool begin_file(const aco_quota_file *file, int target, const char *magic)
{
	page fresh = {0};

	memcpy(fresh.header.magic, magic, strlen(magic));
	memcpy(fresh.header.boot_id, file->boot_id, ACO_BOOT_ID_SIZE);
	return write_at(target, &fresh.header, sizeof(fresh.header), 0) && ftruncate(target, sizeof(fresh)) == 0
		&& write_at(target, &fresh, sizeof(fresh), 0);
}

static bool finish_file(int target)
{
	static const char magic[MAGIC_SIZE] = MAGIC;

	return write_at(target, magic, sizeof(magic), 0);
}

static bool has_magic(const aco_quota_file *file, const char *magic)
{
	return strncmp(file->header.magic, magic, MAGIC_SIZE) == 0;
}

/* What is wrong with the bytes of a file; NULL: nothing, "": it is still empty. */
static const char *read_state(aco_quota_file *file)
{
	struct stat status;

	memset(&file->header, 0, sizeof(file->header));
	if (fstat(file->file, &status) != 0) {
		return strerror(errno);
	}
	if (status.st_size == 0) {
		return file->replaced ? "it was no file of this user alone" : "";
	}
	if (!read_at(file->file, &file->header, sizeof(file->header), 0)) {
		return "it has another size";
	}
	if (has_magic(file, NEW_MAGIC)) {
		return "";
	}
	if (has_magic(file, UNFINISHED_MAGIC)) {
		return "its process was ended while it was written";
	}

	if (status.st_size != (off_t) sizeof(page)
		|| !read_at(file->file, &file->state, sizeof(file->state), place_of(file->header.serial))) {
		return "it has another size";
	}

	if (!has_magic(file, MAGIC)) {
		return "it holds something else";
	}

	return memcmp(file->header.boot_id, file->boot_id, ACO_BOOT_ID_SIZE) != 0
		? "it is from before the last start of the host" : NULL;
}

static bool write_fresh(aco_quota_file *file, const char *magic)
{
	file->state = (aco_quota_state) {0};
	file->header.serial = 0;
	return begin_file(file, file->file, magic) && finish_file(file->file);
}

/* Reads the file that is locked, and mends it. */
static bool load(aco_quota_file *file, bool *fresh, char *why, size_t why_size)
{
	const char *fault = read_state(file);

	file->replaced = false;

	if (fault) {
		if (!write_fresh(file, fault[0] ? UNFINISHED_MAGIC : NEW_MAGIC)) {
			say(file, why, why_size, "cannot be written: ", strerror(errno));
			close_file(file);
			return false;
		}

		if (fault[0]) {
			*fresh = true;
			say(file, why, why_size, "was replaced: ", fault);
		}
	}

	file->before = file->state;
	return true;
}

/* Whether the process that has the lock has made no change for so long that it cannot be running. */
static bool is_abandoned(aco_quota_file *file)
{
	int64_t now_us = aco_clock_us();
	uint64_t serial = 0;

	read_at(file->file, &serial, sizeof(serial), offsetof(page, header.serial));
	if (file->busy_since_us == 0 || now_us - file->busy_seen_us > LOOKING_US || serial != file->busy_serial) {
		file->busy_since_us = now_us;
		file->busy_serial = serial;
	}
	file->busy_seen_us = now_us;
	return now_us - file->busy_since_us > PATIENCE_US;
}

/* Opens and locks a file of that name; -1 when another process holds it. */
static int open_locked(aco_quota_file *file, const char *name)
{
	aco_error error;
	bool replaced;
	int opened = aco_state_dir_open_file(file->dir, name, &replaced, &error);

	if (opened >= 0 && !(aco_file_try_lock(opened) && aco_state_dir_has_file(file->dir, name, opened))) {
		close(opened);
		return -1;
	}
	return opened;
}

/*
 * The state is read after the name has moved to the new file: it includes what the holder of the old file wrote
 * before, and later writes do not count, because that holder finds its file replaced.
 */
static bool move_to(aco_quota_file *file, int new_file)
{
	const char *fault;

	if (!begin_file(file, new_file, UNFINISHED_MAGIC) || !aco_state_dir_rename(file->dir, file->new_name, file->name)) {
		return false;
	}
	fault = read_state(file);
	close(file->file);
	file->file = new_file;
	file->header.serial = 0;
	/* An unreadable file stays unfinished. */
	return fault || (write_state(file) && finish_file(new_file));
}

/* Takes the state from a process that is stuck. The lock file ensures that only one process does so. */
static bool take_over(aco_quota_file *file, char *why, size_t why_size)
{
	int guard = open_locked(file, file->lock_name), new_file = -1;
	bool moved = false;

	if (guard < 0) {
		return false;
	}

	if (is_in_place(file)) {
		new_file = open_locked(file, file->new_name);
		moved = new_file >= 0 && move_to(file, new_file);
	}

	if (!moved && new_file >= 0 && new_file != file->file) {
		close(new_file);
	}
	if (!moved) {
		close_file(file);
	}

	close(guard);
	file->busy_since_us = 0;

	if (moved) {
		say(file, why, why_size, "was locked for seconds by a stalled process, and was taken over: ",
			"look for a stopped one");
	}

	return moved;
}

static bool enter(aco_quota_file *file, bool *fresh, char *why, size_t why_size)
{
	leave_to_parent(file);

	if (file->write_error) {
		say(file, why, why_size, "cannot be written: ", strerror(file->write_error));
		file->write_error = 0;
		return false;
	}

	/* The second attempt is for when another process has replaced the file. */
	for (int attempt = 0; attempt < 2; attempt++) {
		if (!open_file(file, why, why_size)) {
			return false;
		}

		if (!aco_file_try_lock(file->file)) {
			if (is_in_place(file)) {
				return is_abandoned(file) && take_over(file, why, why_size) && load(file, fresh, why, why_size);
			}
		} else if (is_in_place(file)) {
			file->busy_since_us = 0;
			return load(file, fresh, why, why_size);
		}

		close_file(file);
	}

	return false;
}

/* The order matters: see move_to(). */
static bool leave(aco_quota_file *file)
{
	bool counts = true;

	if (memcmp(&file->state, &file->before, sizeof(file->before)) != 0) {
		if (!write_state(file)) {
			file->write_error = errno;
		}
		counts = file->write_error == 0 && is_in_place(file);
	}
	aco_file_unlock(file->file);
	return counts;
}

#endif

static void write_name(char name[NAME_SIZE], const char hash[ACO_SHA1_HEX], const char *end)
{
	snprintf(name, NAME_SIZE, "quota-" VERSION "-%.*s%s", ACO_SHA1_HEX, hash, end);
}

aco_quota_file *aco_quota_file_open(aco_state_dir *dir, const char *key, aco_error *error)
{
	aco_quota_file *file = calloc(1, sizeof(*file));
	char hash[ACO_SHA1_HEX];

	if (!file) {
		aco_error_no_memory(error);
		return NULL;
	}

	file->dir = dir;
	file->file = -1;
	aco_digest_sha1_hex(key, strlen(key), hash);
	write_name(file->name, hash, "");
	write_name(file->lock_name, hash, ".lock");
	write_name(file->new_name, hash, ".new");
	aco_boot_id(file->boot_id);

	return file;
}

void aco_quota_file_close(aco_quota_file *file)
{
	if (file) {
		close_file(file);
		free(file);
	}
}

aco_quota_state *aco_quota_file_lock(aco_quota_file *file, bool *fresh, char *why, size_t why_size)
{
	*fresh = false;
	why[0] = '\0';
	return enter(file, fresh, why, why_size) ? &file->state : NULL;
}

bool aco_quota_file_unlock(aco_quota_file *file)
{
	return leave(file);
}
