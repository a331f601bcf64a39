#include "check_quota_file.h"

#include <sys/mman.h>
#include <sys/resource.h>

/* The file: magic, boot id, a number that counts its changes, and two states. */
#define BOOT_ID_AT 16
#define SERIAL_AT 56
#define STATES_AT 64
#define FILE_SIZE (STATES_AT + 2 * (off_t) sizeof(aco_quota_state))

/* Requests that may follow each other at once at 500 a second. */
#define BURST 26

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

static void put_hard_link(void)
{
	assert_int_equal(link(check_quota_path(KEY), check_path("another name")), 0);
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
	{cut_to_half, "it has another size"},
	{cut_by_one, "it has another size"},
	{lengthen, "it has another size"},
	{lengthen_much, "it has another size"},
	{change_magic, "it holds something else"},
	{change_version, "it holds something else"},
	{fill_with_something_else, "it holds something else"},
	{change_boot_id, "before the last start"},
	{change_last_of_boot_id, "before the last start"},
	{let_others_read, "no file of this user alone"},
	{put_hard_link, "no file of this user alone"},
	{put_link, "no file of this user alone"},
	{put_pipe, "no file of this user alone"},
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

/* The same to a file that is in use. */
static void what_becomes_no_state_is_replaced(void **state)
{
	for (size_t i = 0; i < COUNT(damages); i++) {
		aco_quota_file *file = check_quota_file(KEY);

		mark(file);
		damages[i].work();
		check_replaced(&damages[i], file);
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
		/* Opened before; it must not stay with the old one. */
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
	return setrlimit(RLIMIT_FSIZE, &(struct rlimit) {10, 10}) == 0 && !lock(file) && !fresh
		&& strstr(why, check_quota_path(KEY)) && strstr(why, "cannot be written");
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
	aco_quota_file *one = check_quota_file(KEY), *other = check_quota_file(KEY),
		*another = check_quota_file("https://example.com/other/");
	const aco_quota_state marked = {.requests_full_us = 1,
		.products_full_us = 2,
		.prices_full_us = 3,
		.paused_until_us = 4,
		.prices.slots[ACO_WINDOW_SLOTS - 1] = {5, 6}};
	aco_quota_state *quota = lock_good(one);

	*quota = marked;
	check_busy(other);
	aco_quota_file_unlock(one);
	assert_memory_equal(lock_good(other), &marked, sizeof(aco_quota_state));
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
		if (aco_quota_acquire(quota, &all->rates, ACO_RATE_NONE, 1, now_us) == 0) {
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
	assert_in_range(all->taken, 3, (uint32_t) (500 * seconds) + BURST);
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
		assert_true(quota->requests_full_us <= aco_clock_us() + BURST * (int64_t) all->rates.request_us);
		assert_in_range(aco_quota_acquire(quota, &all->rates, ACO_RATE_NONE, 1, aco_clock_us()), 0,
			(int64_t) all->rates.request_us);
		aco_quota_file_close(file);
		munmap(all, sizeof(*all));
		if (round % 2 == 0) {
			unlink_file();
		}
	}
}

/* Looks as often as a client does, until it gets the state or the time is over. */
static aco_quota_state *lock_in_time(aco_quota_file *file, int64_t longest_us)
{
	int64_t until_us = aco_clock_us() + longest_us;
	aco_quota_state *quota = NULL;

	while (!quota && aco_clock_us() < until_us) {
		quota = lock(file);
		usleep(1000);
	}
	return quota;
}

/* What a child that is stopped while it has the lock finds when it goes on. */
typedef struct stopped {
	aco_quota_file *file;
	/* Spends before it stops, or after. */
	bool spends_before;
	/* How it ended, in memory that is shared. */
	bool *counted;
} stopped;

static bool spend_and_stop(void *context)
{
	stopped *stopped = context;
	aco_quota_state *quota = lock(stopped->file);

	if (!quota) {
		return false;
	}
	if (stopped->spends_before) {
		quota->products_full_us += 1000;
	}
	raise(SIGSTOP);
	if (!stopped->spends_before) {
		quota->products_full_us += 1000;
	}
	*stopped->counted = aco_quota_file_unlock(stopped->file);
	quota = lock(stopped->file);
	return quota && quota->products_full_us == 4711 + 50 && quota->paused_until_us == 99;
}

static void check_taken_over(bool spends_before)
{
	bool *counted = mmap(NULL, sizeof(*counted), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	aco_quota_file *file = check_quota_file(KEY), *other = check_quota_file(KEY);
	stopped stopped = {file, spends_before, counted};
	aco_quota_state *quota;
	int64_t start_us;
	int status;
	pid_t child;

	mark(file);
	lock_good(file)->paused_until_us = 99;
	aco_quota_file_unlock(file);
	*counted = true;
	child = check_fork(spend_and_stop, &stopped);
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	assert_true(WIFSTOPPED(status));
	start_us = aco_clock_us();
	quota = lock_in_time(file, 10 * 1000000);
	assert_true(aco_clock_us() - start_us >= 3 * 1000000);
	assert_non_null(quota);
	assert_false(fresh);
	assert_non_null(strstr(why, "stalled process"));

	/* All that counted is there, pauses as well. */
	assert_int_equal(quota->products_full_us, 4711);
	assert_int_equal(quota->paused_until_us, 99);
	check_busy(other);
	quota->products_full_us += 50;
	assert_true(aco_quota_file_unlock(file));
	assert_int_equal(lock_good(other)->products_full_us, 4711 + 50);
	assert_true(aco_quota_file_unlock(other));
	assert_int_equal(kill(child, SIGCONT), 0);
	assert_true(check_went_well(child));
	assert_false(*counted);
	aco_quota_file_close(file);
	aco_quota_file_close(other);
	munmap(counted, sizeof(*counted));
	unlink_file();
}

static void stopped_holder_loses_the_state_and_nothing_is_spent_twice(void **state)
{
	check_taken_over(true);
	check_taken_over(false);
}

/* Something in the way makes the first attempt fail; the holder has as long again before the next one. */
static void failed_take_over_is_not_tried_again_at_once(void **state)
{
	aco_quota_file *holder = check_quota_file(KEY), *file = check_quota_file(KEY);
	char new_path[CHECK_PATH_SIZE];
	int64_t start_us = aco_clock_us();

	mark(holder);
	assert_non_null(lock(holder));
	snprintf(new_path, sizeof(new_path), "%s.new", check_quota_path(KEY));
	assert_int_equal(mkdir(new_path, 0700), 0);
	while (aco_clock_us() - start_us < 3300000) {
		assert_null(lock(file));
		usleep(20000);
	}

	assert_int_equal(rmdir(new_path), 0);
	check_busy(file);
	assert_true(aco_quota_file_unlock(holder));
	assert_int_equal(lock_good(file)->products_full_us, 4711);
	aco_quota_file_close(holder);
	aco_quota_file_close(file);
}

/* Whoever has the lock for long, and works, keeps it. */
static bool spend_for_long(void *context)
{
	aco_quota_file *file = context;
	aco_quota_state *quota = lock(file);
	int own = open(check_quota_path(KEY), O_RDWR);

	for (int64_t i = 0; i < 45 && quota; i++) {
		usleep(100000);
		if (pwrite(own, &i, sizeof(i), SERIAL_AT) != (ssize_t) sizeof(i)) {
			return false;
		}
	}
	return quota && aco_state_dir_has(check_dir, strrchr(check_quota_path(KEY), '/') + 1);
}

static void slow_holder_keeps_the_state(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);
	pid_t child;

	mark(file);
	child = check_fork(spend_for_long, file);
	usleep(100000);
	assert_null(lock_in_time(file, 4 * 1000000));
	assert_string_equal(why, "");
	assert_true(check_went_well(child));
	aco_quota_file_close(file);
}

static void seldom_looks_do_not_make_a_stopped_holder(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *holder = check_quota_file(KEY);

	mark(file);
	for (size_t i = 0; i < 2; i++) {
		lock_good(holder);
		check_busy(file);
		aco_quota_file_unlock(holder);
		usleep(i == 0 ? 3200000 : 0);
	}
	aco_quota_file_close(file);
	aco_quota_file_close(holder);
}

/* Whoever is killed while it replaces a file, or takes one over, leaves one that begins empty. */
static void unfinished_file_is_replaced(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);
	int target;

	mark(file);
	target = open(check_quota_path(KEY), O_RDWR);
	assert_int_equal(pwrite(target, "aco unfinished\n", 16, 0), 16);
	close(target);
	assert_non_null(lock(file));
	assert_true(fresh);
	assert_non_null(strstr(why, "ended while it was written"));
	aco_quota_file_close(file);
}

/* What was written of a change that was not finished does not hold. */
static void half_a_change_does_not_hold(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);
	aco_quota_state half = {.products_full_us = 5000};
	int64_t serial;
	int target;

	for (size_t i = 0; i < 3; i++) {
		mark(file);
		target = open(check_quota_path(KEY), O_RDWR);
		assert_int_equal(pread(target, &serial, sizeof(serial), SERIAL_AT), sizeof(serial));
		assert_int_equal(
			pwrite(target, &half, sizeof(half), STATES_AT + (serial + 1) % 2 * (off_t) sizeof(half)), sizeof(half));
		close(target);
		assert_int_equal(lock_good(file)->products_full_us, 4711);
		lock_good(file)->products_full_us = (int64_t) i;
		aco_quota_file_unlock(file);
	}
	aco_quota_file_close(file);
}

/* Its maker was killed: nothing was spent from it. */
static void half_made_file_is_a_new_one(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);

	check_put(check_quota_path(KEY), TEXT("aco new\n\0\0\0\0\0\0\0\0" "and nothing else of what comes, but more than sixty-four bytes"), 0600);
	check_zeros(lock_good(file));
	aco_quota_file_unlock(file);
	mark(file);
	aco_quota_file_close(file);
}

/* Work of a child: takes the state over again and again from a parent that keeps it, until it is killed. */
static bool take_over_for_ever(void *context)
{
	aco_quota_file *file = check_quota_file(KEY);

	while (lock_in_time(file, 10 * 1000000)) {
		aco_quota_file_unlock(file);
	}
	return true;
}

static void several_that_wait_take_over_once(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *later = check_quota_file(KEY);
	pid_t children[4];

	mark(file);
	lock_good(file)->prices_full_us = 12;
	for (size_t i = 0; i < COUNT(children); i++) {
		children[i] = check_fork(take_over_for_ever, NULL);
	}
	usleep(4500000);
	for (size_t i = 0; i < COUNT(children); i++) {
		check_kill(children[i]);
	}
	/* It kept the lock all the time; what it writes now counts no more. */
	assert_false(aco_quota_file_unlock(file));
	assert_int_equal(lock_good(later)->products_full_us, 4711);
	assert_int_equal(lock_good(later)->prices_full_us, 0);
	aco_quota_file_close(file);
	aco_quota_file_close(later);
}

/* Work of a child: what it spends cannot be written. */
static bool learns_that_it_did_not_spend(void *context)
{
	aco_quota_file *file = context;
	aco_quota_state *quota;

	signal(SIGXFSZ, SIG_IGN);
	quota = lock(file);
	if (!quota || setrlimit(RLIMIT_FSIZE, &(struct rlimit) {10, 10}) != 0) {
		return false;
	}
	quota->products_full_us++;
	return !aco_quota_file_unlock(file) && !lock(file) && strstr(why, "cannot be written");
}

static void what_cannot_be_written_does_not_count(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);

	mark(file);
	assert_true(check_went_well(check_fork(learns_that_it_did_not_spend, file)));
	aco_quota_file_close(file);
}

/* Work of a child: cuts the file again and again, as somebody does who works on it. */
static bool cut_for_ever(void *context)
{
	for (unsigned i = 0; true; i++) {
		if (truncate(check_quota_path(KEY), i % FILE_SIZE) != 0) {
			usleep(10);
		}
	}
	return false;
}

static void file_that_shrinks_at_any_moment_ends_no_process(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);
	pid_t child;

	mark(file);
	child = check_fork(cut_for_ever, NULL);
	for (size_t i = 0; i < 20000; i++) {
		aco_quota_state *quota = lock(file);

		if (quota) {
			quota->prices_full_us++;
			aco_quota_file_unlock(file);
		}
	}
	check_kill(child);
	assert_non_null(lock(file));
	aco_quota_file_close(file);
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
		check_test_in_dir(stopped_holder_loses_the_state_and_nothing_is_spent_twice),
		check_test_in_dir(failed_take_over_is_not_tried_again_at_once),
		check_test_in_dir(slow_holder_keeps_the_state),
		check_test_in_dir(seldom_looks_do_not_make_a_stopped_holder),
		check_test_in_dir(several_that_wait_take_over_once),
		check_test_in_dir(unfinished_file_is_replaced),
		check_test_in_dir(half_a_change_does_not_hold),
		check_test_in_dir(half_made_file_is_a_new_one),
		check_test_in_dir(what_cannot_be_written_does_not_count),
		check_test_in_dir(file_that_shrinks_at_any_moment_ends_no_process),
	};

	return cmocka_run_group_tests_name("quota_file", tests, NULL, NULL);
}
