#include "check_process.h"

#include "src/core/shared/boot_id.h"

static void is_a_text_and_the_rest_is_zero(void **state)
{
	char id[ACO_BOOT_ID_SIZE + 1];

	memset(id, '#', sizeof(id));
	aco_boot_id(id);
	assert_in_range(strnlen(id, sizeof(id)), 0, ACO_BOOT_ID_SIZE - 1);
	/* All of it is compared. */
	for (size_t i = strlen(id); i < ACO_BOOT_ID_SIZE; i++) {
		assert_int_equal(id[i], '\0');
	}
	assert_int_equal(id[ACO_BOOT_ID_SIZE], '#');
}

static bool is_the_same_id(void *context)
{
	char id[ACO_BOOT_ID_SIZE];

	aco_boot_id(id);
	return memcmp(id, context, sizeof(id)) == 0;
}

static void is_the_same_in_every_process(void **state)
{
	char id[ACO_BOOT_ID_SIZE];

	aco_boot_id(id);
	assert_true(is_the_same_id(id));
	assert_true(check_went_well(check_fork(is_the_same_id, id)));
}

#ifdef __linux__
static void is_the_kernels(void **state)
{
	char id[ACO_BOOT_ID_SIZE], kernels[64] = "";
	int file = open("/proc/sys/kernel/random/boot_id", O_RDONLY);

	if (file < 0) {
		skip();
	}
	assert_int_equal(read(file, kernels, sizeof(kernels) - 1), 37);
	close(file);
	aco_boot_id(id);
	assert_string_equal(id, kernels);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_a_text_and_the_rest_is_zero),
		cmocka_unit_test(is_the_same_in_every_process),
#ifdef __linux__
		cmocka_unit_test(is_the_kernels),
#endif
	};

	return cmocka_run_group_tests_name("boot_id", tests, NULL, NULL);
}
