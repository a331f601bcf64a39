#include "check_process.h"

#include "aco_state_dir.h"

#include <dirent.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

/* A user and group without rights; and another one. */
#define NOBODY 65534
#define SOMEBODY 65533

static aco_state_dir *open_dir(void)
{
	aco_error error;
	aco_state_dir *dir = aco_state_dir_open(check_path("state"), &error);

	if (!dir) {
		fail_msg("%s", error.message);
	}
	return dir;
}

static const char *in_dir(const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "state/%s", name);
	return check_path(path);
}

/* Refused, and the message says where and why. */
static void check_refused(const char *path, const char *why)
{
	aco_error error = {0};
	aco_state_dir *dir = aco_state_dir_open(path, &error);

	if (dir) {
		aco_state_dir_close(dir);
		fail_msg("%s was taken", path);
	}
	assert_int_equal(error.code, ACO_E_ARGUMENT);
	assert_non_null(strstr(error.message, "the state folder"));
	if (path[0] && path[strlen(path) - 1] != '/') {
		assert_non_null(strstr(error.message, path));
	}
	if (!strstr(error.message, why)) {
		fail_msg("\"%s\" does not say \"%s\"", error.message, why);
	}
}

static void folder_is_made_for_this_user_alone(void **state)
{
	mode_t mask = umask(0);
	aco_state_dir *dir = open_dir(), *again;

	umask(mask);
	assert_int_equal(check_mode(check_path("state")), S_IFDIR | 0700);
	assert_string_equal(aco_state_dir_path(dir), check_path("state"));
	again = open_dir();
	aco_state_dir_close(again);
	aco_state_dir_close(dir);
	aco_state_dir_close(NULL);
}

static void folder_open_to_others_is_refused(void **state)
{
	static const mode_t modes[] = {0755, 0750, 0701, 0704, 0702, 0710, 0777, 01777};

	assert_int_equal(mkdir(check_path("state"), 0700), 0);
	for (size_t i = 0; i < COUNT(modes); i++) {
		assert_int_equal(chmod(check_path("state"), modes[i]), 0);
		check_refused(check_path("state"), "chmod 700");
		/* It is not this program's to mend. */
		assert_int_equal(check_mode(check_path("state")), S_IFDIR | modes[i]);
	}
	assert_int_equal(chmod(check_path("state"), 0700), 0);
	aco_state_dir_close(open_dir());
}

static void what_is_no_folder_is_refused(void **state)
{
	char long_name[5000];

	check_put(check_path("file"), TEXT("x"), 0600);
	check_refused(check_path("file"), strerror(ENOTDIR));
	check_refused(check_path("missing/state"), strerror(ENOENT));
	check_refused("", strerror(ENOENT));
	assert_int_equal(mkfifo(check_path("pipe"), 0600), 0);
	check_refused(check_path("pipe"), strerror(ENOTDIR));
	memset(long_name, 'x', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	assert_null(aco_state_dir_open(long_name, &(aco_error) {0}));
}

static void link_to_a_folder_is_refused(void **state)
{
	assert_int_equal(mkdir(check_path("target"), 0700), 0);
	assert_int_equal(symlink("target", check_path("link")), 0);
	assert_int_equal(symlink("nowhere", check_path("dangling")), 0);
	check_refused(check_path("link"), "cannot be opened");
	check_refused(check_path("dangling"), "cannot be opened");
	/* With these the system would follow it. */
	check_refused(check_path("link/"), "cannot be opened");
	check_refused(check_path("link//"), "cannot be opened");
}

static void slashes_at_the_end_do_not_matter(void **state)
{
	aco_error error;
	aco_state_dir *dir = aco_state_dir_open(check_path("state//"), &error);

	assert_non_null(dir);
	assert_int_equal(check_mode(check_path("state")), S_IFDIR | 0700);
	aco_state_dir_close(dir);
	dir = aco_state_dir_open(check_path("state/"), &error);
	assert_non_null(dir);
	aco_state_dir_close(dir);
}

static int open_file(aco_state_dir *dir, const char *name, bool expect_replaced)
{
	aco_error error;
	bool replaced = !expect_replaced;
	int file = aco_state_dir_open_file(dir, name, &replaced, &error);

	if (file < 0) {
		fail_msg("%s", error.message);
	}
	assert_int_equal(replaced, expect_replaced);
	return file;
}

static void file_is_made_for_this_user_alone(void **state)
{
	mode_t mask = umask(0);
	aco_state_dir *dir = open_dir();
	int file = open_file(dir, "name", false);

	umask(mask);
	assert_int_equal(check_mode(in_dir("name")), S_IFREG | 0600);
	assert_int_equal(fcntl(file, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	assert_int_equal(write(file, "text", 4), 4);
	close(file);
	/* It stays what it is. */
	close(open_file(dir, "name", false));
	check_file(in_dir("name"), TEXT("text"));
	aco_state_dir_close(dir);
}

static void put_link(const char *path)
{
	check_put(check_path("target"), TEXT("precious"), 0600);
	assert_int_equal(symlink(check_path("target"), path), 0);
}

static void put_dangling_link(const char *path)
{
	assert_int_equal(symlink(check_path("made through the link"), path), 0);
}

static void put_pipe(const char *path)
{
	assert_int_equal(mkfifo(path, 0600), 0);
}

static void put_socket(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int file = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	assert_int_equal(bind(file, (struct sockaddr *) &address, sizeof(address)), 0);
	close(file);
}

static void put_readable(const char *path)
{
	check_put(path, TEXT("foreign"), 0644);
}

static void put_writable(const char *path)
{
	check_put(path, TEXT("foreign"), 0602);
}

static void (*const put_foreign[])(const char *path) = {put_link, put_dangling_link, put_pipe, put_socket, put_readable, put_writable};

static void what_others_could_have_written_is_replaced(void **state)
{
	aco_state_dir *dir = open_dir();

	for (size_t i = 0; i < COUNT(put_foreign); i++) {
		int file;

		put_foreign[i](in_dir("name"));
		file = open_file(dir, "name", true);
		assert_int_equal(lseek(file, 0, SEEK_END), 0);
		assert_int_equal(check_mode(in_dir("name")), S_IFREG | 0600);
		assert_int_equal(write(file, "mine", 4), 4);
		close(file);
		assert_int_equal(unlink(in_dir("name")), 0);
	}
	check_file(check_path("target"), TEXT("precious"));
	assert_int_equal(access(check_path("made through the link"), F_OK), -1);
	aco_state_dir_close(dir);
}

static void what_others_could_have_written_is_not_read(void **state)
{
	aco_state_dir *dir = open_dir();
	char bytes[100];

	for (size_t i = 0; i < COUNT(put_foreign); i++) {
		put_foreign[i](in_dir("name"));
		assert_int_equal(aco_state_dir_read(dir, "name", bytes, sizeof(bytes)), -1);
		assert_true(aco_state_dir_has(dir, "name"));
		assert_int_equal(unlink(in_dir("name")), 0);
		assert_false(aco_state_dir_has(dir, "name"));
	}
	aco_state_dir_close(dir);
}

static void what_others_could_have_written_is_written_over(void **state)
{
	aco_state_dir *dir = open_dir();

	for (size_t i = 0; i < COUNT(put_foreign); i++) {
		put_foreign[i](in_dir("name"));
		assert_true(aco_state_dir_write(dir, "name", TEXT("mine")));
		assert_int_equal(check_mode(in_dir("name")), S_IFREG | 0600);
		check_file(in_dir("name"), TEXT("mine"));
		assert_int_equal(unlink(in_dir("name")), 0);
	}
	check_file(check_path("target"), TEXT("precious"));
	assert_int_equal(access(check_path("made through the link"), F_OK), -1);
	aco_state_dir_close(dir);
}

static size_t count_entries(void)
{
	DIR *folder = opendir(check_path("state"));
	size_t count = 0;

	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		count += entry->d_name[0] != '.';
	}
	closedir(folder);
	return count;
}

static void folder_in_place_of_a_file_is_an_error(void **state)
{
	aco_state_dir *dir = open_dir();
	aco_error error = {0};
	char bytes[10];
	bool replaced;

	assert_int_equal(mkdir(in_dir("name"), 0700), 0);
	assert_int_equal(aco_state_dir_open_file(dir, "name", &replaced, &error), -1);
	assert_int_equal(error.code, ACO_E_ARGUMENT);
	assert_non_null(strstr(error.message, in_dir("name")));
	assert_non_null(strstr(error.message, strerror(EISDIR)));
	assert_int_equal(aco_state_dir_read(dir, "name", bytes, sizeof(bytes)), -1);
	assert_false(aco_state_dir_write(dir, "name", TEXT("text")));
	assert_int_equal(check_mode(in_dir("name")), S_IFDIR | 0700);
	assert_int_equal(count_entries(), 1);
	aco_state_dir_close(dir);
}

/* Work of a child: without any file left to open, nothing is replaced. */
static bool keeps_file_without_descriptors(void *context)
{
	aco_state_dir *dir = context;
	struct rlimit limit;
	aco_error error = {0};
	bool replaced = false;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
		return false;
	}
	limit.rlim_cur = 0;
	return setrlimit(RLIMIT_NOFILE, &limit) == 0
		&& aco_state_dir_open_file(dir, "name", &replaced, &error) == -1 && !replaced
		&& strstr(error.message, strerror(EMFILE));
}

static void shortage_of_files_costs_no_file(void **state)
{
	aco_state_dir *dir = open_dir();
	bool kept;

	assert_true(aco_state_dir_write(dir, "name", TEXT("text")));
	kept = check_went_well(check_fork(keeps_file_without_descriptors, dir));
	assert_true(aco_state_dir_has(dir, "name"));
	check_file(in_dir("name"), TEXT("text"));
	assert_true(kept);
	aco_state_dir_close(dir);
}

static void knows_whether_a_file_is_in_place(void **state)
{
	aco_state_dir *dir = open_dir();
	int file = open_file(dir, "name", false), other;

	assert_true(aco_state_dir_has_file(dir, "name", file));
	assert_false(aco_state_dir_has_file(dir, "other", file));
	assert_false(aco_state_dir_has_file(dir, "name", -1));
	assert_int_equal(rename(in_dir("name"), in_dir("other")), 0);
	assert_false(aco_state_dir_has_file(dir, "name", file));
	other = open_file(dir, "name", false);
	assert_false(aco_state_dir_has_file(dir, "name", file));
	assert_true(aco_state_dir_has_file(dir, "name", other));
	/* A link to it is not it. */
	assert_int_equal(unlink(in_dir("name")), 0);
	assert_int_equal(symlink("other", in_dir("name")), 0);
	assert_false(aco_state_dir_has_file(dir, "name", file));
	close(file);
	close(other);
	aco_state_dir_close(dir);
}

static void reads_whole_files_only(void **state)
{
	aco_state_dir *dir = open_dir();
	char bytes[8];

	assert_int_equal(aco_state_dir_read(dir, "name", bytes, sizeof(bytes)), -1);
	for (size_t length = 0; length < 20; length++) {
		long expected = length <= sizeof(bytes) ? (long) length : -1;

		assert_true(aco_state_dir_write(dir, "name", "abcdefghijklmnopqrstuvw", length));
		memset(bytes, '#', sizeof(bytes));
		assert_int_equal(aco_state_dir_read(dir, "name", bytes, sizeof(bytes)), expected);
		if (expected >= 0) {
			assert_memory_equal(bytes, "abcdefgh", length);
			assert_memory_equal(bytes + length, "########", sizeof(bytes) - length);
		}
	}
	aco_state_dir_close(dir);
}

static void writes_leave_nothing_else_behind(void **state)
{
	char temporary[64];
	aco_state_dir *dir = open_dir();
	mode_t mask = umask(0);

	/* What a process of this number left, and what somebody put there instead. */
	snprintf(temporary, sizeof(temporary), "name.%ld", (long) getpid());
	put_link(in_dir(temporary));
	assert_true(aco_state_dir_write(dir, "name", TEXT("one")));
	umask(mask);
	check_file(in_dir("name"), TEXT("one"));
	check_file(check_path("target"), TEXT("precious"));
	assert_int_equal(check_mode(in_dir("name")), S_IFREG | 0600);
	assert_true(aco_state_dir_write(dir, "name", TEXT("")));
	check_file(in_dir("name"), TEXT(""));
	assert_int_equal(count_entries(), 1);
	aco_state_dir_close(dir);
}

/* Work of a child: a disk that takes no more than 10 bytes of a file. */
static bool write_fails_when_full(void *context)
{
	char bytes[100] = "";

	signal(SIGXFSZ, SIG_IGN);
	return setrlimit(RLIMIT_FSIZE, &(struct rlimit) {10, 10}) == 0
		&& !aco_state_dir_write(context, "name", bytes, sizeof(bytes)) && !aco_state_dir_write(context, "new", bytes, sizeof(bytes));
}

static void full_disk_keeps_the_old_file(void **state)
{
	aco_state_dir *dir = open_dir();

	assert_true(aco_state_dir_write(dir, "name", TEXT("old")));
	assert_true(check_went_well(check_fork(write_fails_when_full, dir)));
	check_file(in_dir("name"), TEXT("old"));
	assert_int_equal(count_entries(), 1);
	aco_state_dir_close(dir);
}

/* Work of a child: writes texts of one letter, each of a length of its own, until it is killed. */
static bool write_for_ever(void *context)
{
	char text[4000];

	for (unsigned i = 0; true; i++) {
		size_t length = sizeof(text) - i % 26;

		memset(text, 'a' + (int) (i % 26), length);
		aco_state_dir_write(context, "name", text, length);
	}
	return false;
}

/* One letter, as often as is written of it. */
static void check_whole(aco_state_dir *dir)
{
	char text[4001];
	long length = aco_state_dir_read(dir, "name", text, sizeof(text));

	assert_in_range(length, 1, sizeof(text) - 1);
	assert_int_equal(length, 4000 - (text[0] - 'a'));
	for (long i = 0; i < length; i++) {
		assert_int_equal(text[i], text[0]);
	}
}

static void wait_for_file(const char *path)
{
	while (access(path, F_OK) != 0) {
		usleep(100);
	}
}

static void readers_see_old_or_new(void **state)
{
	aco_state_dir *dir = open_dir();
	pid_t writer = check_fork(write_for_ever, dir);

	wait_for_file(in_dir("name"));
	for (size_t i = 0; i < 300; i++) {
		check_whole(dir);
	}
	check_kill(writer);
	aco_state_dir_close(dir);
}

static void killed_writers_leave_no_half_file(void **state)
{
	aco_state_dir *dir = open_dir();
	uint64_t seed = 3;

	for (size_t i = 0; i < 40; i++) {
		pid_t writer = check_fork(write_for_ever, dir);

		wait_for_file(in_dir("name"));
		usleep((useconds_t) (check_random(&seed) % 1000));
		check_kill(writer);
		check_whole(dir);
	}
	aco_state_dir_close(dir);
}

static bool lock_and_stay(void *context)
{
	aco_error error;
	bool replaced;

	return aco_file_try_lock(aco_state_dir_open_file(context, "name", &replaced, &error));
}

static void locks_are_of_one_holder(void **state)
{
	aco_state_dir *dir = open_dir();
	int one = open_file(dir, "name", false), other = open_file(dir, "name", false);
	pid_t holder;

	assert_true(aco_file_try_lock(one));
	assert_true(aco_file_try_lock(one));
	assert_false(aco_file_try_lock(other));
	aco_file_unlock(one);
	assert_true(aco_file_try_lock(other));
	close(other);
	holder = check_fork_and_stay(lock_and_stay, dir);
	assert_false(aco_file_try_lock(one));
	check_kill(holder);
	assert_true(aco_file_try_lock(one));
	assert_false(aco_file_try_lock(-1));
	close(one);
	aco_state_dir_close(dir);
}

/* For tests that need two users: makes `state` a folder of nobody. */
static void make_folder_of_nobody(void)
{
	if (geteuid() != 0) {
		skip();
	}
	assert_int_equal(chmod(check_folder, 0711), 0);
	assert_int_equal(mkdir(check_path("state"), 0700), 0);
	assert_int_equal(chown(check_path("state"), NOBODY, NOBODY), 0);
}

static bool become_nobody(void)
{
	return setgid(NOBODY) == 0 && setuid(NOBODY) == 0;
}

static bool is_refused_as_nobody(void *context)
{
	aco_error error;

	return become_nobody() && !aco_state_dir_open(check_path("state"), &error) && strstr(error.message, context);
}

static void folder_of_another_user_is_refused(void **state)
{
	if (geteuid() != 0) {
		skip();
	}
	assert_int_equal(chmod(check_folder, 0711), 0);
	assert_int_equal(mkdir(check_path("state"), 0700), 0);
	assert_true(check_went_well(check_fork(is_refused_as_nobody, strerror(EACCES))));
	assert_int_equal(chmod(check_path("state"), 0777), 0);
	assert_true(check_went_well(check_fork(is_refused_as_nobody, "belongs to another user")));
}

static bool nobody_cannot_write(void *context)
{
	aco_error error;
	bool replaced = false;
	aco_state_dir *dir = become_nobody() ? aco_state_dir_open(check_path("state"), &error) : NULL;

	return dir && aco_state_dir_open_file(dir, "name", &replaced, &error) == -1 && !replaced && strstr(error.message, strerror(EACCES))
		&& !aco_state_dir_write(dir, "name", TEXT("text"));
}

static void folder_that_cannot_be_written_is_an_error(void **state)
{
	make_folder_of_nobody();
	assert_int_equal(chmod(check_path("state"), 0500), 0);
	assert_true(check_went_well(check_fork(nobody_cannot_write, NULL)));
}

static uid_t owner_of(const char *path)
{
	struct stat status;

	assert_int_equal(lstat(path, &status), 0);
	return status.st_uid;
}

/* Works of a child. */
static bool nobody_uses_what_root_made(void *context)
{
	aco_error error;
	bool replaced = true;
	char bytes[10];
	aco_state_dir *dir = become_nobody() ? aco_state_dir_open(check_path("state"), &error) : NULL;

	return dir && aco_state_dir_open_file(dir, "opened", &replaced, &error) >= 0 && !replaced
		&& aco_state_dir_read(dir, "written", bytes, sizeof(bytes)) == 4 && aco_state_dir_write(dir, "written", TEXT("new"));
}

static bool nobody_replaces_what_is_roots(void *context)
{
	aco_error error;
	bool replaced = false;
	char bytes[10];
	aco_state_dir *dir = become_nobody() ? aco_state_dir_open(check_path("state"), &error) : NULL;

	return dir && aco_state_dir_read(dir, "roots", bytes, sizeof(bytes)) == -1
		&& aco_state_dir_open_file(dir, "roots", &replaced, &error) >= 0 && replaced;
}

static void roots_files_are_the_owners_of_the_folder(void **state)
{
	aco_state_dir *dir;

	make_folder_of_nobody();
	dir = open_dir();
	close(open_file(dir, "opened", false));
	assert_true(aco_state_dir_write(dir, "written", TEXT("text")));
	assert_int_equal(owner_of(in_dir("opened")), NOBODY);
	assert_int_equal(owner_of(in_dir("written")), NOBODY);
	assert_true(check_went_well(check_fork(nobody_uses_what_root_made, NULL)));
	check_file(in_dir("written"), TEXT("new"));
	/* And the other way round. */
	close(open_file(dir, "written", false));
	aco_state_dir_close(dir);
}

static void files_of_third_users_are_not_believed(void **state)
{
	aco_state_dir *dir;
	char bytes[10];

	make_folder_of_nobody();
	dir = open_dir();
	check_put(in_dir("foreign"), TEXT("foreign"), 0600);
	assert_int_equal(chown(in_dir("foreign"), SOMEBODY, SOMEBODY), 0);
	assert_int_equal(aco_state_dir_read(dir, "foreign", bytes, sizeof(bytes)), -1);
	close(open_file(dir, "foreign", true));
	check_put(in_dir("roots"), TEXT("roots"), 0600);
	assert_true(check_went_well(check_fork(nobody_replaces_what_is_roots, NULL)));
	assert_int_equal(owner_of(in_dir("roots")), NOBODY);
	aco_state_dir_close(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_test_in_folder(folder_open_to_others_is_refused),
		check_test_in_folder(what_is_no_folder_is_refused),
		check_test_in_folder(link_to_a_folder_is_refused),
		check_test_in_folder(folder_of_another_user_is_refused),
		check_test_in_folder(folder_that_cannot_be_written_is_an_error),
		check_test_in_folder(folder_is_made_for_this_user_alone),
		check_test_in_folder(slashes_at_the_end_do_not_matter),
		check_test_in_folder(what_others_could_have_written_is_replaced),
		check_test_in_folder(what_others_could_have_written_is_not_read),
		check_test_in_folder(what_others_could_have_written_is_written_over),
		check_test_in_folder(files_of_third_users_are_not_believed),
		check_test_in_folder(folder_in_place_of_a_file_is_an_error),
		check_test_in_folder(shortage_of_files_costs_no_file),
		check_test_in_folder(full_disk_keeps_the_old_file),
		check_test_in_folder(file_is_made_for_this_user_alone),
		check_test_in_folder(knows_whether_a_file_is_in_place),
		check_test_in_folder(reads_whole_files_only),
		check_test_in_folder(writes_leave_nothing_else_behind),
		check_test_in_folder(readers_see_old_or_new),
		check_test_in_folder(killed_writers_leave_no_half_file),
		check_test_in_folder(locks_are_of_one_holder),
		check_test_in_folder(roots_files_are_the_owners_of_the_folder),
	};

	return cmocka_run_group_tests_name("state_dir", tests, NULL, NULL);
}
