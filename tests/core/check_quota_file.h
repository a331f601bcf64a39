/* A state folder with the quota file of one key, for the tests of those who use it. */
#ifndef CHECK_QUOTA_FILE_H
#define CHECK_QUOTA_FILE_H

#include "check_process.h"

#include "src/core/base/clock.h"
#include "src/core/base/digest.h"
#include "src/core/shared/quota_file.h"

#define KEY "https://example.com/tenant/"

static aco_state_dir *check_dir;

static inline int check_open_dir(void **state)
{
	aco_error error;

	return check_make_folder(state) == 0 && (check_dir = aco_state_dir_open(check_path("state"), &error)) ? 0 : -1;
}

static inline int check_close_dir(void **state)
{
	aco_state_dir_close(check_dir);
	return check_remove_folder(state);
}

#define check_test_in_dir(function) cmocka_unit_test_setup_teardown(function, check_open_dir, check_close_dir)

static inline const char *check_quota_path(const char *key)
{
	char hash[ACO_SHA1_HEX], name[64];

	aco_digest_sha1_hex(key, strlen(key), hash);
	snprintf(name, sizeof(name), "state/quota-3-%.*s", ACO_SHA1_HEX, hash);
	return check_path(name);
}

static inline aco_quota_file *check_quota_file(const char *key)
{
	aco_error error;
	aco_quota_file *file = aco_quota_file_open(check_dir, key, &error);

	assert_non_null(file);
	return file;
}

#endif
