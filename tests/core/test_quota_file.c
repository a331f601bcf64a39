#include "check_quota_file.h"

#include <sys/mman.h>
#include <sys/resource.h>

/* Size of the file: magic, boot id, four moments. */
#define FILE_SIZE 88
#define BOOT_ID_AT 16

static char why[512];
static bool fresh;

static aco_quota_state *lock(aco_quota_file *file)
{
	fresh = true;
	snprintf(why, sizeof(why), "untouched");
	return aco_quota_file_lock(file, &fresh, why, sizeof(why));
}

/* Locks what nothing is wrong with. */
static aco_quota_state *lock_good(aco_quota_file *file)
{
	aco_quota_state *quota = lock(file);

	if (!quota || fresh || why[0]) {
		fail_msg("locked %d, fresh %d, why \"%s\"", quota != NULL, fresh, why);
	}
	return quota;
}

static void check_busy(aco_quota_file *file)
{
	assert_null(lock(file));
	assert_false(fresh);
	assert_string_equal(why, "");
}

/* Leaves a moment in the file, so that one can see whether it is still the same. */
static void mark(aco_quota_file *file)
{
	lock_good(file)->products_full_us = 4711;
	aco_quota_file_unlock(file);
}

static void check_zeros(const aco_quota_state *quota)
{
	static const aco_quota_state zeros;

	assert_memory_equal(quota, &zeros, sizeof(zeros));
}

static void truncate_to(off_t size)
{
	assert_int_equal(truncate(check_quota_path(KEY), size), 0);
}

static void cut_to_nothing(void) { truncate_to(0); }
static void cut_to_half(void) { truncate_to(FILE_SIZE / 2); }
static void cut_by_one(void) { truncate_to(FILE_SIZE - 1); }
static void lengthen(void) { truncate_to(FILE_SIZE + 1); }
static void lengthen_much(void) { truncate_to(100000); }
static void unlink_file(void) { assert_int_equal(unlink(check_quota_path(KEY)), 0); }

static void move_away(void)
{
	assert_int_equal(rename(check_quota_path(KEY), check_path("state/moved")), 0);
}

static void change(off_t at, char by)
{
	int file = open(check_quota_path(KEY), O_RDWR);
	char byte;

	assert_int_equal(pread(file, &byte, 1, at), 1);
	byte ^= by;
	assert_int_equal(pwrite(file, &byte, 1, at), 1);
	close(file);
}

static void change_magic(void) { change(0, 1); }
static void change_version(void) { change(10, 1); }
static void change_boot_id(void) { change(BOOT_ID_AT, 1); }
static void change_last_of_boot_id(void) { change(BOOT_ID_AT + 39, 1); }

static void fill_with_something_else(void)
{
	char other[FILE_SIZE];

	memset(other, 'x', sizeof(other));
	check_put(check_quota_path(KEY), other, sizeof(other), 0600);
}

static void let_others_read(void) { assert_int_equal(chmod(check_quota_path(KEY), 0644), 0); }

static void put_link(void)
{
	check_put(check_path("target"), TEXT("precious"), 0600);
	unlink_file();
	assert_int_equal(symlink(check_path("target"), check_quota_path(KEY)), 0);
}

static void put_pipe(void)
{
	unlink_file();
	assert_int_equal(mkfifo(check_quota_path(KEY), 0600), 0);
}

static void put_folder(void)
{
	unlink_file();
	assert_int_equal(mkdir(check_quota_path(KEY), 0700), 0);
}

typedef struct damage {
	void (*work)(void);
	const char *reason;
} damage;

static const damage damages[] = {
	{cut_to_half, "it has another size"}, {cut_by_one, "it has another size"}, {lengthen, "it has another size"}, {lengthen_much, "it has another size"},
	{change_magic, "it holds something else"}, {change_version, "it holds something else"}, {fill_with_something_else, "it holds something else"},
	{change_boot_id, "before the last start"}, {change_last_of_boot_id, "before the last start"},
	{let_others_read, "no file of this user alone"}, {put_link, "no file of this user alone"}, {put_pipe, "no file of this user alone"},
};

static void check_replaced(const damage *damage, aco_quota_file *file)
{
	const aco_quota_state *quota = lock(file);
	aco_quota_file *other = check_quota_file(KEY);

	assert_non_null(quota);
	assert_true(fresh);
	if (!strstr(why, check_quota_path(KEY)) || !strstr(why, damage->reason)) {
		fail_msg("\"%s\" does not name the file and \"%s\"", why, damage->reason);
	}
	check_zeros(quota);
	check_busy(other);
	aco_quota_file_unlock(file);
	/* Told once, and good for everybody from then on. */
	mark(file);
	assert_int_equal(lock_good(other)->products_full_us, 4711);
	aco_quota_file_unlock(other);
	aco_quota_file_close(other);
	assert_int_equal(check_mode(check_quota_path(KEY)), S_IFREG | 0600);
	unlink_file();
}

static void what_is_no_state_is_replaced(void **state)
{
	for (size_t i = 0; i < COUNT(damages); i++) {
		aco_quota_file *file = check_quota_file(KEY);

		mark(file);
		aco_quota_file_close(file);
		damages[i].work();
		file = check_quota_file(KEY);
		check_replaced(&damages[i], file);
		aco_quota_file_close(file);
	}
	check_file(check_path("target"), TEXT("precious"));
}

/* The same to a file that is mapped: what is beyond its end must not be touched. */
static void what_becomes_no_state_is_replaced(void **state)
{
	for (size_t i = 0; i < COUNT(damages); i++) {
		aco_quota_file *file = check_quota_file(KEY);

		mark(file);
		damages[i].work();
		/* Nobody can change the boot id of a host that is up, nor does anybody look for it, or for the mode, each time. */
		if (damages[i].work != change_boot_id && damages[i].work != change_last_of_boot_id && damages[i].work != let_others_read) {
			check_replaced(&damages[i], file);
		} else {
			unlink_file();
		}
		aco_quota_file_close(file);
	}
}

/* Whoever made it may have been killed before it wrote anything. */
static void empty_file_is_a_new_one(void **state)
{
	void (*const works[])(void) = {cut_to_nothing, unlink_file, move_away};

	for (size_t i = 0; i < COUNT(works); i++) {
		aco_quota_file *file = check_quota_file(KEY), *other = check_quota_file(KEY);

		mark(file);
		works[i]();
		check_zeros(lock_good(other));
		aco_quota_file_unlock(other);
		lock_good(other)->prices_full_us = 12;
		aco_quota_file_unlock(other);
		/* Mapped before; it must not stay with the old one. */
		assert_int_equal(lock_good(file)->prices_full_us, 12);
		aco_quota_file_unlock(file);
		works[i]();
		check_zeros(lock_good(file));
		aco_quota_file_unlock(file);
		aco_quota_file_close(file);
		aco_quota_file_close(other);
		unlink_file();
	}
}

static void folder_in_its_place_is_an_error(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other = check_quota_file(KEY);

	mark(file);
	put_folder();
	for (size_t i = 0; i < 2; i++) {
		assert_null(lock(i ? other : file));
		assert_false(fresh);
		assert_non_null(strstr(why, check_quota_path(KEY)));
		assert_non_null(strstr(why, strerror(EISDIR)));
	}
	/* Whoever removes it goes on. */
	assert_int_equal(rmdir(check_quota_path(KEY)), 0);
	mark(file);
	assert_int_equal(lock_good(other)->products_full_us, 4711);
	aco_quota_file_close(file);
	aco_quota_file_close(other);
}

/* Work of a child: a disk that takes no more than a few bytes of a file. */
static bool is_an_error_when_full(void *context)
{
	aco_quota_file *file = context;

	signal(SIGXFSZ, SIG_IGN);
	return setrlimit(RLIMIT_FSIZE, &(struct rlimit) {10, 10}) == 0 && !lock(file) && !fresh && strstr(why, check_quota_path(KEY))
		&& strstr(why, "cannot be written");
}

static bool needs_no_room(void *context)
{
	return setrlimit(RLIMIT_FSIZE, &(struct rlimit) {0, 0}) == 0 && lock(context) && !fresh;
}

static void full_disk_is_an_error(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other = check_quota_file(KEY);

	assert_true(check_went_well(check_fork(is_an_error_when_full, file)));
	/* The next one finds what was left, and there is room now. */
	assert_non_null(lock(file));
	aco_quota_file_unlock(file);
	mark(file);
	assert_true(check_went_well(check_fork(needs_no_room, other)));
	aco_quota_file_close(file);
	aco_quota_file_close(other);
}

static void new_file_is_no_news(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);

	check_zeros(lock_good(file));
	assert_int_equal(check_mode(check_quota_path(KEY)), S_IFREG | 0600);
	aco_quota_file_unlock(file);
	aco_quota_file_close(file);
	aco_quota_file_close(NULL);
}

static void state_is_kept_and_shared(void **state)
{
	aco_quota_file *one = check_quota_file(KEY), *other = check_quota_file(KEY), *another = check_quota_file("https://example.com/other/");
	aco_quota_state *quota = lock_good(one);

	*quota = (aco_quota_state) {1, 2, 3, 4};
	check_busy(other);
	aco_quota_file_unlock(one);
	assert_memory_equal(lock_good(other), (&(aco_quota_state) {1, 2, 3, 4}), sizeof(aco_quota_state));
	check_busy(one);
	check_zeros(lock_good(another));
	aco_quota_file_unlock(other);
	aco_quota_file_close(one);
	/* Closing one frees nothing of the other's. */
	assert_int_equal(lock_good(other)->prices_full_us, 3);
	aco_quota_file_close(other);
	one = check_quota_file(KEY);
	assert_int_equal(lock_good(one)->paused_until_us, 4);
	aco_quota_file_close(one);
	aco_quota_file_close(another);
}

static bool lock_and_stay(void *context)
{
	return lock(check_quota_file(KEY)) != NULL;
}

static void dead_holders_hold_nothing(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *later = check_quota_file(KEY);
	pid_t holder;

	mark(file);
	holder = check_fork_and_stay(lock_and_stay, NULL);
	check_busy(file);
	check_busy(later);
	check_kill(holder);
	assert_int_equal(lock_good(file)->products_full_us, 4711);
	aco_quota_file_unlock(file);
	assert_int_equal(lock_good(later)->products_full_us, 4711);
	aco_quota_file_close(file);
	aco_quota_file_close(later);
}

static bool finds_it_busy(void *context)
{
	return !lock(context) && !why[0];
}

static bool takes_and_gives_back(void *context)
{
	aco_quota_file *file = context;
	bool good = lock(file) && !fresh;

	aco_quota_file_unlock(file);
	aco_quota_file_close(file);
	return good;
}

static void forked_child_is_another_process(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other = check_quota_file(KEY);
	pid_t child;

	mark(file);
	assert_true(check_went_well(check_fork(takes_and_gives_back, file)));
	lock_good(file);
	assert_true(check_went_well(check_fork(finds_it_busy, file)));
	/* The child's end took nothing from its parent, and its life keeps nothing back. */
	check_busy(other);
	child = check_fork_and_stay(finds_it_busy, file);
	aco_quota_file_unlock(file);
	mark(other);
	check_kill(child);
	aco_quota_file_close(file);
	aco_quota_file_close(other);
}

/* What the children of a test count, in memory that they share. */
typedef struct counters {
	int64_t until_us;
	aco_rates rates;
	bool unwell;
	uint32_t taken;
} counters;

static counters *new_counters(double per_second, int64_t duration_us)
{
	counters *all = mmap(NULL, sizeof(*all), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	assert_ptr_not_equal(all, MAP_FAILED);
	all->rates = aco_rates_of(per_second, 0, 0);
	all->until_us = aco_clock_us() + duration_us;
	return all;
}

static void take_one(aco_quota_file *file, counters *all)
{
	int64_t now_us = aco_clock_us();
	aco_quota_state *quota = lock(file);

	if (quota) {
		if (aco_quota_take(quota, &all->rates, ACO_RATE_NONE, 1, now_us) == 0) {
			__atomic_add_fetch(&all->taken, 1, __ATOMIC_RELAXED);
		}
		aco_quota_file_unlock(file);
	}
	if (fresh || why[0]) {
		all->unwell = true;
	}
}

/* Work of a child, with two handles. */
static bool take_all(void *context)
{
	counters *all = context;
	aco_quota_file *files[] = {check_quota_file(KEY), check_quota_file(KEY)};

	for (unsigned i = 0; aco_clock_us() < all->until_us; i++) {
		take_one(files[i % 2], all);
	}
	return true;
}

static void processes_keep_one_rate_together(void **state)
{
	int64_t start_us = aco_clock_us();
	counters *all = new_counters(500, 500000);
	pid_t children[4];
	double seconds;

	for (size_t i = 0; i < COUNT(children); i++) {
		children[i] = check_fork(take_all, all);
	}
	for (size_t i = 0; i < COUNT(children); i++) {
		assert_true(check_went_well(children[i]));
	}
	seconds = (double) (aco_clock_us() - start_us) / 1e6;
	assert_false(all->unwell);
	/* How many of them a busy host lets through is not to be known; that they go on after the burst, is. */
	assert_in_range(all->taken, 3, (uint32_t) (500 * seconds) + 2);
	munmap(all, sizeof(*all));
}

/* The file, too, is made anew each time. */
static void killed_processes_leave_a_state_to_go_on_with(void **state)
{
	uint64_t seed = 8;

	for (size_t round = 0; round < 40; round++) {
		counters *all = new_counters(500, 60 * 1000000);
		aco_quota_file *file = check_quota_file(KEY);
		pid_t children[2] = {check_fork(take_all, all), check_fork(take_all, all)};
		aco_quota_state *quota;

		usleep((useconds_t) (check_random(&seed) % 3000));
		check_kill(children[0]);
		check_kill(children[1]);
		assert_false(all->unwell);
		quota = lock_good(file);
		/* Never more than an empty bucket. */
		assert_true(quota->requests_full_us <= aco_clock_us() + 2 * (int64_t) all->rates.request_us);
		assert_in_range(aco_quota_take(quota, &all->rates, ACO_RATE_NONE, 1, aco_clock_us()), 0, (int64_t) all->rates.request_us);
		aco_quota_file_close(file);
		munmap(all, sizeof(*all));
		if (round % 2 == 0) {
			unlink_file();
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_test_in_dir(what_is_no_state_is_replaced),
		check_test_in_dir(what_becomes_no_state_is_replaced),
		check_test_in_dir(empty_file_is_a_new_one),
		check_test_in_dir(folder_in_its_place_is_an_error),
		check_test_in_dir(full_disk_is_an_error),
		check_test_in_dir(dead_holders_hold_nothing),
		check_test_in_dir(forked_child_is_another_process),
		check_test_in_dir(new_file_is_no_news),
		check_test_in_dir(state_is_kept_and_shared),
		check_test_in_dir(processes_keep_one_rate_together),
		check_test_in_dir(killed_processes_leave_a_state_to_go_on_with),
	};

	return cmocka_run_group_tests_name("quota_file", tests, NULL, NULL);
}
