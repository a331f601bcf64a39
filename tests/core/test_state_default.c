#include "check_process.h"

#include "src/core/shared/state_dir.h"

#include <sys/file.h>

/* A user without rights. */
#define NOBODY 65534

static char notice[ACO_NOTICE_SIZE];

static const char *usual(const char *end)
{
	char name[64];

	snprintf(name, sizeof(name), "tmp/aco-%lu%s", (unsigned long) geteuid(), end);
	return check_path(name);
}

static void make_temporary(void)
{
	assert_int_equal(mkdir(check_path("tmp"), 0700), 0);
	assert_int_equal(chmod(check_path("tmp"), 01777), 0);
}

static aco_state_dir *open_default(void)
{
	aco_error error;
	aco_state_dir *dir = aco_state_dir_open_default(check_path("tmp"), notice, &error);

	if (!dir) {
		fail_msg("%s", error.message);
	}
	return dir;
}

/* Opens it once more: the path that every process of this user comes to. */
static void check_path_of_all(const char *path)
{
	aco_state_dir *dir = open_default();

	assert_string_equal(aco_state_dir_path(dir), path);
	aco_state_dir_close(dir);
}

static void usual_one_is_made_and_found(void **state)
{
	char text[600];

	make_temporary();
	aco_state_dir_tell(NULL, check_path("tmp"), text, sizeof(text));
	assert_string_equal(text, usual(""));
	assert_int_equal(check_count_entries("tmp"), 0);
	check_path_of_all(usual(""));
	assert_string_equal(notice, "");
	assert_int_equal(check_mode(usual("")), S_IFDIR | 0700);
	check_path_of_all(usual(""));
	assert_int_equal(check_count_entries("tmp"), 1);
	aco_state_dir_tell(NULL, check_path("tmp"), text, sizeof(text));
	assert_string_equal(text, usual(""));
}

/* What another user may put there first. */
static void take_with_file(void) { check_put(usual(""), TEXT("x"), 0600); }
static void take_with_link(void) { assert_int_equal(symlink(check_path("target"), usual("")), 0); }
static void take_with_pipe(void) { assert_int_equal(mkfifo(usual(""), 0600), 0); }

static void take_with_open_folder(void)
{
	assert_int_equal(mkdir(usual(""), 0700), 0);
	assert_int_equal(chmod(usual(""), 0777), 0);
}

static void take_with_folder_of_nobody(void)
{
	assert_int_equal(mkdir(usual(""), 0700), 0);
	if (geteuid() == 0) {
		assert_int_equal(chown(usual(""), NOBODY, NOBODY), 0);
		/* And one that looks like what is made in its place, before it by name. */
		assert_int_equal(mkdir(usual("-0000000000000000"), 0700), 0);
		assert_int_equal(chown(usual("-0000000000000000"), NOBODY, NOBODY), 0);
	} else {
		assert_int_equal(chmod(usual(""), 0750), 0);
	}
}

static void another_one_is_shared_when_the_usual_one_is_taken(void **state)
{
	static void (*const takes[])(void) = {
		take_with_file, take_with_link, take_with_pipe, take_with_open_folder, take_with_folder_of_nobody};

	assert_int_equal(mkdir(check_path("target"), 0700), 0);
	make_temporary();
	for (size_t i = 0; i < COUNT(takes); i++) {
		char path[CHECK_PATH_SIZE], text[1024];
		aco_state_dir *dir;

		takes[i]();
		dir = open_default();
		snprintf(path, sizeof(path), "%s", aco_state_dir_path(dir));
		assert_true(strncmp(path, usual("-"), strlen(usual("-"))) == 0);
		assert_int_equal(check_mode(path), S_IFDIR | 0700);
		assert_non_null(strstr(notice, usual("")));
		assert_non_null(strstr(notice, path));
		assert_non_null(strstr(notice, "aco.state_dir"));
		assert_true(aco_state_dir_write(dir, "name", TEXT("text")));
		check_path_of_all(path);
		aco_state_dir_tell(NULL, check_path("tmp"), text, sizeof(text));
		assert_non_null(strstr(text, path));
		assert_non_null(strstr(text, "is used instead"));
		/* Who took the name gives it back: all stay together. */
		assert_int_equal(remove(usual("")), 0);
		check_path_of_all(path);
		assert_string_equal(notice, "");
		assert_int_equal(access(usual(""), F_OK), -1);
		/* Swept while it is in use. */
		assert_int_equal(unlinkat(AT_FDCWD, path, AT_REMOVEDIR), -1);
		snprintf(text, sizeof(text), "%s/name", path);
		assert_int_equal(unlink(text), 0);
		assert_int_equal(rmdir(path), 0);
		close(aco_state_dir_open_file(dir, "name", &(bool) {false}, &(aco_error) {0}));
		assert_string_equal(aco_state_dir_path(dir), usual(""));
		assert_int_equal(unlink(check_path(strcat(strcpy(text, usual("") + strlen(check_folder) + 1), "/name"))), 0);
		assert_int_equal(rmdir(usual("")), 0);
		aco_state_dir_close(dir);
	}
	assert_int_equal(access(check_path("target/name"), F_OK), -1);
}

static void first_by_name_is_that_of_all(void **state)
{
	make_temporary();
	take_with_file();
	assert_int_equal(mkdir(usual("-3"), 0700), 0);
	assert_int_equal(mkdir(usual("-2"), 0700), 0);
	assert_int_equal(mkdir(usual("-1"), 0755), 0);
	assert_int_equal(mkdir(usual("1"), 0700), 0);
	check_path_of_all(usual("-2"));
}

/* Works of a child. */
static bool open_and_leave_a_file(void *context)
{
	aco_error error;
	aco_state_dir *dir = aco_state_dir_open_default(context, notice, &error);
	bool written = dir && aco_state_dir_write(dir, "name", TEXT("text"));

	aco_state_dir_close(dir);
	return written;
}

static bool keep_the_lock(void *context)
{
	return flock(open(context, O_RDONLY | O_DIRECTORY), LOCK_EX) == 0;
}

static void processes_that_begin_together_make_one(void **state)
{
	make_temporary();
	take_with_file();
	for (size_t round = 0; round < 20; round++) {
		pid_t children[8];
		char path[CHECK_PATH_SIZE];
		aco_state_dir *dir;

		for (size_t i = 0; i < COUNT(children); i++) {
			children[i] = check_fork(open_and_leave_a_file, (void *) check_path("tmp"));
		}
		for (size_t i = 0; i < COUNT(children); i++) {
			assert_true(check_went_well(children[i]));
		}
		assert_int_equal(check_count_entries("tmp"), 2);
		dir = open_default();
		snprintf(path, sizeof(path), "%s", aco_state_dir_path(dir));
		aco_state_dir_close(dir);
		assert_int_equal(unlink(strcat(path, "/name")), 0);
		*strrchr(path, '/') = '\0';
		assert_int_equal(rmdir(path), 0);
	}
}

static void lock_of_another_user_stops_nobody(void **state)
{
	pid_t holder;

	make_temporary();
	take_with_file();
	holder = check_fork_and_stay(keep_the_lock, (void *) check_path("tmp"));
	assert_true(open_and_leave_a_file((void *) check_path("tmp")) && notice[0]);
	check_kill(holder);
}

static bool is_elsewhere(void *context)
{
	aco_error error;
	aco_state_dir *dir;

	if (context && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) {
		return false;
	}
	dir = aco_state_dir_open_default(check_path("tmp"), notice, &error);
	return dir && strncmp(aco_state_dir_path(dir), check_folder, strlen(check_folder)) != 0
		&& strstr(notice, check_path("tmp"));
}

static void other_places_are_used_when_this_one_is_not_safe(void **state)
{
	make_temporary();
	assert_int_equal(chmod(check_path("tmp"), 0777), 0);
	assert_true(check_went_well(check_fork(is_elsewhere, NULL)));
	if (geteuid() == 0) {
		/* That of somebody who became root, in the environment of root. */
		assert_int_equal(chmod(check_path("tmp"), 0700), 0);
		assert_int_equal(chown(check_path("tmp"), NOBODY, NOBODY), 0);
		assert_true(check_went_well(check_fork(is_elsewhere, NULL)));
		/* And the other way round. */
		assert_int_equal(chown(check_path("tmp"), 0, 0), 0);
		assert_true(check_went_well(check_fork(is_elsewhere, (void *) "nobody")));
	}
	assert_int_equal(rmdir(check_path("tmp")), 0);
	assert_true(check_went_well(check_fork(is_elsewhere, NULL)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_test_in_folder(another_one_is_shared_when_the_usual_one_is_taken),
		check_test_in_folder(other_places_are_used_when_this_one_is_not_safe),
		check_test_in_folder(processes_that_begin_together_make_one),
		check_test_in_folder(lock_of_another_user_stops_nobody),
		check_test_in_folder(first_by_name_is_that_of_all),
		check_test_in_folder(usual_one_is_made_and_found),
	};

	return cmocka_run_group_tests_name("state_default", tests, NULL, NULL);
}
