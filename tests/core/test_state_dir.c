#include "check_process.h"

#include "src/core/shared/file_lock.h"
#include "src/core/shared/folder.h"
#include "src/core/shared/state_dir.h"

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

/* Though its beginning is the path of a folder. */
static void path_that_is_too_long_is_refused(void **state)
{
	char path[2 * ACO_FOLDER_PATH_SIZE];
	size_t length = (size_t) snprintf(path, sizeof(path), "%s", check_path("state"));

	aco_state_dir_close(open_dir());
	for (; length + 2 < sizeof(path); length += 2) {
		memcpy(path + length, "/.", 2);
	}
	memcpy(path + length - 1, "/", 2);
	check_refused(path, "File name too long");
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

/* To a file that is this user's own: others may have made the link, or have the other name. */
static void put_hard_link(const char *path)
{
	if (access(check_path("target"), F_OK) != 0) {
		check_put(check_path("target"), TEXT("precious"), 0600);
	}
	assert_int_equal(link(check_path("target"), path), 0);
}

static void put_readable(const char *path)
{
	check_put(path, TEXT("foreign"), 0644);
}

static void put_writable(const char *path)
{
	check_put(path, TEXT("foreign"), 0602);
}

static void (*const put_foreign[])(const char *path) = {
	put_link, put_dangling_link, put_hard_link, put_pipe, put_socket, put_readable, put_writable};

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
	assert_int_equal(check_count_entries("state"), 1);
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
	assert_int_equal(check_count_entries("state"), 1);
	aco_state_dir_close(dir);
}

/* Where the standard input is closed, as it may be in a daemon: neither folder nor file is taken for a failure. */
static void first_descriptor_is_as_good_as_any(void **state)
{
	aco_state_dir *dir = open_dir();
	char temporary[64], bytes[8];
	aco_error error;

	/* Folders on the way are opened in turn: which number the last one has depends on how many there are. */
	aco_state_dir_close(dir);
	close(STDIN_FILENO);
	assert_non_null(dir = aco_state_dir_open(check_folder, &error));
	aco_state_dir_close(dir);
	assert_non_null(dir = aco_state_dir_open(check_path("state"), &error));
	aco_state_dir_close(dir);

	assert_int_equal(open("/dev/null", O_RDONLY), STDIN_FILENO);
	dir = open_dir();
	close(STDIN_FILENO);
	snprintf(temporary, sizeof(temporary), "name.%ld", (long) getpid());
	check_put(in_dir(temporary), TEXT("longer"), 0600);
	assert_true(aco_state_dir_write(dir, "name", TEXT("one")));
	check_file(in_dir("name"), TEXT("one"));
	assert_int_equal(aco_state_dir_read(dir, "name", bytes, sizeof(bytes)), 3);
	aco_state_dir_close(dir);
	assert_int_equal(open("/dev/null", O_RDONLY), STDIN_FILENO);
}

/* Work of a child: a disk that takes no more than 10 bytes of a file. */
static bool write_fails_when_full(void *context)
{
	char bytes[100] = "";

	signal(SIGXFSZ, SIG_IGN);
	return setrlimit(RLIMIT_FSIZE, &(struct rlimit) {10, 10}) == 0
		&& !aco_state_dir_write(context, "name", bytes, sizeof(bytes))
		&& !aco_state_dir_write(context, "new", bytes, sizeof(bytes));
}

static void full_disk_keeps_the_old_file(void **state)
{
	aco_state_dir *dir = open_dir();

	assert_true(aco_state_dir_write(dir, "name", TEXT("old")));
	assert_true(check_went_well(check_fork(write_fails_when_full, dir)));
	check_file(in_dir("name"), TEXT("old"));
	assert_int_equal(check_count_entries("state"), 1);
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

	return dir && aco_state_dir_open_file(dir, "name", &replaced, &error) == -1 && !replaced
		&& strstr(error.message, strerror(EACCES)) && !aco_state_dir_write(dir, "name", TEXT("text"));
}

static void folder_that_cannot_be_written_is_an_error(void **state)
{
	make_folder_of_nobody();
	assert_int_equal(chmod(check_path("state"), 0500), 0);
	assert_true(check_went_well(check_fork(nobody_cannot_write, NULL)));
}

static void give_to_somebody(const char *path)
{
	assert_int_equal(chown(path, SOMEBODY, SOMEBODY), 0);
}

static void folder_of_another_user_is_refused_to_root(void **state)
{
	make_folder_of_nobody();
	check_refused(check_path("state"), "belongs to another user");
	/* Nothing of it was touched. */
	assert_int_equal(check_count_entries("state"), 0);
}

static bool nobody_opens(void *context)
{
	aco_error error;
	aco_state_dir *dir = become_nobody() ? aco_state_dir_open(check_path(context), &error) : NULL;

	return dir != NULL;
}

static void folder_that_others_can_replace_is_refused(void **state)
{
	assert_int_equal(mkdir(check_path("shared"), 0700), 0);
	for (size_t i = 0; i < 2; i++) {
		/* Made before, and to be made. */
		assert_int_equal(chmod(check_path("shared"), 0777), 0);
		check_refused(check_path("shared/state"), "can be replaced by other users, who may write in");
		assert_int_equal(chmod(check_path("shared"), 01777), 0);
		aco_state_dir_close(aco_state_dir_open(check_path("shared/state"), &(aco_error) {0}));
		assert_int_equal(check_mode(check_path("shared/state")), S_IFDIR | 0700);
	}
	if (geteuid() == 0) {
		/* By a group, but for the one that is this user's. */
		assert_int_equal(chmod(check_path("shared"), 0775), 0);
		aco_state_dir_close(aco_state_dir_open(check_path("shared/state"), &(aco_error) {0}));
		assert_int_equal(chown(check_path("shared"), 0, SOMEBODY), 0);
		check_refused(check_path("shared/state"), "mode 0775");
		/* Its owner always can. */
		assert_int_equal(chmod(check_path("shared"), 0755), 0);
		give_to_somebody(check_path("shared"));
		check_refused(check_path("shared/state"), "can be replaced by another user");
	}
}

static void parents_need_not_be_readable(void **state)
{
	if (geteuid() != 0) {
		skip();
	}
	make_folder_of_nobody();
	assert_true(check_went_well(check_fork(nobody_opens, "state")));
}

static void links_on_the_way_are_followed_when_nobody_else_can_change_them(void **state)
{
	assert_int_equal(mkdir(check_path("target"), 0700), 0);
	assert_int_equal(mkdir(check_path("shared"), 01777), 0);
	assert_int_equal(chmod(check_path("shared"), 01777), 0);
	assert_int_equal(symlink("../target", check_path("shared/relative")), 0);
	assert_int_equal(symlink(check_path("shared/relative"), check_path("absolute")), 0);
	assert_int_equal(symlink("loop", check_path("loop")), 0);
	aco_state_dir_close(aco_state_dir_open(check_path("absolute/./state"), &(aco_error) {0}));
	assert_int_equal(check_mode(check_path("target/state")), S_IFDIR | 0700);
	check_refused(check_path("loop/state"), strerror(ELOOP));
	check_refused(check_path("shared/../target/../target/missing/state"), strerror(ENOENT));
	if (geteuid() == 0) {
		assert_int_equal(lchown(check_path("shared/relative"), SOMEBODY, SOMEBODY), 0);
		check_refused(check_path("shared/relative/state"), "can be replaced by another user");
		check_refused(check_path("absolute/state"), "can be replaced by another user");
	}
}

static void relative_path_stays_where_it_was(void **state)
{
	aco_error error;
	aco_state_dir *dir;
	char before[4096];

	assert_non_null(getcwd(before, sizeof(before)));
	assert_int_equal(chdir(check_folder), 0);
	dir = aco_state_dir_open("state", &error);
	assert_int_equal(chdir("/"), 0);
	assert_non_null(dir);
	assert_string_equal(aco_state_dir_path(dir), check_path("state"));
	assert_int_equal(rmdir(check_path("state")), 0);
	close(open_file(dir, "name", false));
	assert_int_equal(check_mode(in_dir("name")), S_IFREG | 0600);
	aco_state_dir_close(dir);
	assert_int_equal(chdir(before), 0);
}

static void files_of_other_users_are_not_believed(void **state)
{
	aco_state_dir *dir;
	struct stat status;
	char bytes[10];

	if (geteuid() != 0) {
		skip();
	}
	dir = open_dir();
	check_put(in_dir("foreign"), TEXT("foreign"), 0600);
	give_to_somebody(in_dir("foreign"));
	assert_int_equal(link(in_dir("foreign"), check_path("kept")), 0);
	assert_int_equal(aco_state_dir_read(dir, "foreign", bytes, sizeof(bytes)), -1);
	close(open_file(dir, "foreign", true));
	check_file(check_path("kept"), TEXT("foreign"));
	assert_int_equal(lstat(check_path("kept"), &status), 0);
	assert_int_equal(status.st_uid, SOMEBODY);
	aco_state_dir_close(dir);
}

/* Work of a child that gives up its rights for a while. */
static bool is_refused_as_other_user(void *context)
{
	aco_state_dir *dir = context;
	aco_error error = {0};
	bool replaced;
	int file;

	if (seteuid(NOBODY) != 0) {
		return false;
	}
	file = aco_state_dir_open_file(dir, "name", &replaced, &error);
	if (file >= 0 || !strstr(error.message, "changed its user") || seteuid(0) != 0) {
		return false;
	}
	return aco_state_dir_open_file(dir, "name", &replaced, &error) >= 0 && !replaced;
}

static void another_user_in_the_same_process_leaves_the_files(void **state)
{
	aco_state_dir *dir;

	if (geteuid() != 0) {
		skip();
	}
	dir = open_dir();
	assert_true(aco_state_dir_write(dir, "name", TEXT("text")));
	assert_true(check_went_well(check_fork(is_refused_as_other_user, dir)));
	check_file(in_dir("name"), TEXT("text"));
	aco_state_dir_close(dir);
}

static bool write_and_stay(void *context)
{
	char temporary[64];
	bool replaced;
	aco_error error;

	/* As if this process had the number of the other one, in a container of its own. */
	snprintf(temporary, sizeof(temporary), "name.%ld", (long) getppid());
	return aco_file_try_lock(aco_state_dir_open_file(context, temporary, &replaced, &error));
}

static void writers_of_one_number_keep_off(void **state)
{
	aco_state_dir *dir = open_dir();
	pid_t writer = check_fork_and_stay(write_and_stay, dir);

	assert_false(aco_state_dir_write(dir, "name", TEXT("half")));
	assert_false(aco_state_dir_has(dir, "name"));
	check_kill(writer);
	assert_true(aco_state_dir_write(dir, "name", TEXT("text")));
	check_file(in_dir("name"), TEXT("text"));
	assert_int_equal(check_count_entries("state"), 1);
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
		check_test_in_folder(path_that_is_too_long_is_refused),
		check_test_in_folder(folder_is_made_for_this_user_alone),
		check_test_in_folder(slashes_at_the_end_do_not_matter),
		check_test_in_folder(what_others_could_have_written_is_replaced),
		check_test_in_folder(what_others_could_have_written_is_not_read),
		check_test_in_folder(what_others_could_have_written_is_written_over),
		check_test_in_folder(folder_of_another_user_is_refused_to_root),
		check_test_in_folder(folder_that_others_can_replace_is_refused),
		check_test_in_folder(parents_need_not_be_readable),
		check_test_in_folder(links_on_the_way_are_followed_when_nobody_else_can_change_them),
		check_test_in_folder(relative_path_stays_where_it_was),
		check_test_in_folder(files_of_other_users_are_not_believed),
		check_test_in_folder(another_user_in_the_same_process_leaves_the_files),
		check_test_in_folder(writers_of_one_number_keep_off),
		check_test_in_folder(folder_in_place_of_a_file_is_an_error),
		check_test_in_folder(shortage_of_files_costs_no_file),
		check_test_in_folder(full_disk_keeps_the_old_file),
		check_test_in_folder(file_is_made_for_this_user_alone),
		check_test_in_folder(knows_whether_a_file_is_in_place),
		check_test_in_folder(reads_whole_files_only),
		check_test_in_folder(writes_leave_nothing_else_behind),
		check_test_in_folder(first_descriptor_is_as_good_as_any),
		check_test_in_folder(readers_see_old_or_new),
		check_test_in_folder(killed_writers_leave_no_half_file),
		check_test_in_folder(locks_are_of_one_holder),
	};

	return cmocka_run_group_tests_name("state_dir", tests, NULL, NULL);
}
