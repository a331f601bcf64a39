#include "aco_quota_file.h"

#include "aco_boot_id.h"
#include "aco_digest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Counts up when the layout changes; part of the name, so that versions do not meet. */
#define VERSION "1"
#define MAGIC "aco quota " VERSION "\n"
#define NAME_SIZE (sizeof("quota-" VERSION "-") + ACO_SHA1_HEX)

typedef struct page {
	char magic[16];
	char boot_id[ACO_BOOT_ID_SIZE];
	aco_quota_state state;
} page;

struct aco_quota_file {
	aco_state_dir *dir;
	char name[NAME_SIZE];
	char boot_id[ACO_BOOT_ID_SIZE];
	int file;
	/* Who opened it. */
	long owner;
	page *page;
};

#ifdef _WIN32

static bool map(aco_quota_file *file, bool *fresh, char *why, size_t why_size) { return false; }
static void unmap(aco_quota_file *file) {}
static bool is_in_place(aco_quota_file *file) { return false; }
static void leave_to_parent(aco_quota_file *file) {}

#else

# include <errno.h>
# include <sys/mman.h>
# include <sys/stat.h>
# include <unistd.h>

static void unmap(aco_quota_file *file)
{
	if (file->page) {
		munmap(file->page, sizeof(page));
		file->page = NULL;
	}
	if (file->file >= 0) {
		close(file->file);
		file->file = -1;
	}
}

/* A forked child has its parent's lock as well, until it opens the file itself. */
static void leave_to_parent(aco_quota_file *file)
{
	if (file->owner != (long) getpid()) {
		unmap(file);
		file->owner = (long) getpid();
	}
}

/* Looked at before each access: beyond the end of a file that was cut short lies a signal. */
static bool has_size(int file)
{
	struct stat status;

	return fstat(file, &status) == 0 && status.st_size == (off_t) sizeof(page) && status.st_nlink > 0;
}

static bool is_in_place(aco_quota_file *file)
{
	return has_size(file->file) && aco_state_dir_has_file(file->dir, file->name, file->file);
}

/* Written rather than only lengthened, so that a full disk says so now. */
static bool write_fresh(const aco_quota_file *file, int target)
{
	page fresh = {.magic = MAGIC};

	memcpy(fresh.boot_id, file->boot_id, ACO_BOOT_ID_SIZE);
	return ftruncate(target, 0) == 0 && pwrite(target, &fresh, sizeof(fresh), 0) == (ssize_t) sizeof(fresh);
}

/* What is wrong with the bytes of a locked file; NULL: nothing, "": there are none yet. */
static const char *find_fault(const aco_quota_file *file, int target)
{
	struct stat status;
	page found;

	if (fstat(target, &status) != 0 || status.st_size == 0) {
		return "";
	}
	if (status.st_size != (off_t) sizeof(page) || pread(target, &found, sizeof(found), 0) != (ssize_t) sizeof(found)) {
		return "it has another size";
	}
	if (memcmp(found.magic, MAGIC, sizeof(MAGIC)) != 0) {
		return "it holds something else";
	}
	return memcmp(found.boot_id, file->boot_id, ACO_BOOT_ID_SIZE) != 0 ? "it is from before the last start of the host" : NULL;
}

/* Opens, locks, mends and maps the file; false while another process has it, or when the system refuses. */
static bool map(aco_quota_file *file, bool *fresh, char *why, size_t why_size)
{
	aco_error error = {0};
	const char *fault;
	bool replaced;

	file->file = aco_state_dir_open_file(file->dir, file->name, &replaced, &error);
	if (file->file < 0) {
		snprintf(why, why_size, "%s", error.message);
		return false;
	}
	/* Another process may have replaced it meanwhile. */
	if (!aco_file_try_lock(file->file) || !aco_state_dir_has_file(file->dir, file->name, file->file)) {
		unmap(file);
		return false;
	}
	fault = find_fault(file, file->file);
	if (replaced) {
		fault = "it was no file of this user alone";
	}
	if (fault && !write_fresh(file, file->file)) {
		snprintf(why, why_size, "%s/%s cannot be written: %s", aco_state_dir_path(file->dir), file->name, strerror(errno));
		unmap(file);
		return false;
	}
	file->page = mmap(NULL, sizeof(page), PROT_READ | PROT_WRITE, MAP_SHARED, file->file, 0);
	if (file->page == MAP_FAILED) {
		file->page = NULL;
		snprintf(why, why_size, "%s/%s cannot be mapped: %s", aco_state_dir_path(file->dir), file->name, strerror(errno));
		unmap(file);
		return false;
	}
	if (fault && fault[0]) {
		*fresh = true;
		snprintf(why, why_size, "%s/%s was replaced: %s", aco_state_dir_path(file->dir), file->name, fault);
	}
	return true;
}

#endif

aco_quota_file *aco_quota_file_open(aco_state_dir *dir, const char *key, aco_error *error)
{
	aco_quota_file *file = calloc(1, sizeof(*file));
	char hash[ACO_SHA1_HEX];

	if (!file) {
		aco_error_set(error, ACO_E_MEMORY, true, "not enough memory");
		return NULL;
	}
	file->dir = dir;
	file->file = -1;
	aco_digest_sha1_hex(key, strlen(key), hash);
	snprintf(file->name, sizeof(file->name), "quota-" VERSION "-%.*s", ACO_SHA1_HEX, hash);
	aco_boot_id(file->boot_id);
	return file;
}

void aco_quota_file_close(aco_quota_file *file)
{
	if (file) {
		unmap(file);
		free(file);
	}
}

aco_quota_state *aco_quota_file_lock(aco_quota_file *file, bool *fresh, char *why, size_t why_size)
{
	*fresh = false;
	why[0] = '\0';
	leave_to_parent(file);
	if (file->page) {
		if (!aco_file_try_lock(file->file)) {
			return NULL;
		}
		if (is_in_place(file) && memcmp(file->page->magic, MAGIC, sizeof(MAGIC)) == 0) {
			return &file->page->state;
		}
		unmap(file);
	}
	return map(file, fresh, why, why_size) ? &file->page->state : NULL;
}

void aco_quota_file_unlock(aco_quota_file *file)
{
	aco_file_unlock(file->file);
}
