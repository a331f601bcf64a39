/* memmem() */
#include "check.h"

#include "src/core/shared/encrypt.h"

#define SECRET "p8e-secret"
#define LABEL "test 1"
/* Salt, nonce and tag. */
#define ADDED 44

static aco_buf encrypted_text(const char *text, size_t length)
{
	aco_buf encrypted = ACO_BUF_INIT;

	assert_true(aco_encrypt(&encrypted, SECRET, LABEL, text, length));
	assert_int_equal(encrypted.length, length + ADDED);
	return encrypted;
}

static bool decrypts(const char *secret, const char *label, const char *bytes, size_t length)
{
	/* No byte too many is read. */
	char *copy = check_copy(bytes, length);
	aco_buf text = ACO_BUF_INIT;
	bool decrypted = aco_decrypt(&text, secret, label, copy, length);

	assert_true(decrypted || text.length == 0);
	aco_buf_wipe(&text);
	free(copy);
	return decrypted;
}

static void every_flipped_bit_is_noticed(void **state)
{
	aco_buf encrypted = encrypted_text(TEXT("a small text"));

	assert_true(decrypts(SECRET, LABEL, encrypted.data, encrypted.length));
	for (size_t i = 0; i < encrypted.length; i++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			encrypted.data[i] ^= (char) (1u << bit);
			if (decrypts(SECRET, LABEL, encrypted.data, encrypted.length)) {
				fail_msg("bit %u of byte %zu can be changed", bit, i);
			}
			encrypted.data[i] ^= (char) (1u << bit);
		}
	}
	assert_true(decrypts(SECRET, LABEL, encrypted.data, encrypted.length));
	aco_buf_free(&encrypted);
}

static void what_is_cut_or_longer_does_not_open(void **state)
{
	aco_buf encrypted = encrypted_text(TEXT("a small text"));

	for (size_t length = 0; length < encrypted.length; length++) {
		assert_false(decrypts(SECRET, LABEL, encrypted.data, length));
		assert_false(decrypts(SECRET, LABEL, encrypted.data + encrypted.length - length, length));
	}
	aco_buf_append_char(&encrypted, '\0');
	assert_false(decrypts(SECRET, LABEL, encrypted.data, encrypted.length));
	aco_buf_free(&encrypted);
}

static void another_secret_or_label_does_not_open(void **state)
{
	static const char *const secrets[] = {"", "p8e-secre", "p8e-secret ", "P8e-secret", "p8e-secretp8e-secret"};
	static const char *const labels[] = {"", "test ", "test 10", "test 2"};
	aco_buf encrypted = encrypted_text(TEXT("a small text"));

	for (size_t i = 0; i < COUNT(secrets); i++) {
		assert_false(decrypts(secrets[i], LABEL, encrypted.data, encrypted.length));
	}
	for (size_t i = 0; i < COUNT(labels); i++) {
		assert_false(decrypts(SECRET, labels[i], encrypted.data, encrypted.length));
	}
	/* What is moved from one to the other changes the key. */
	assert_false(decrypts("p8e-secrettest 1", "", encrypted.data, encrypted.length));
	aco_buf_free(&encrypted);
}

static void texts_of_any_size_come_back(void **state)
{
	static const size_t lengths[] = {0, 1, 2, 15, 16, 17, 4096, 16384, 16385};
	uint64_t seed = 5;

	for (size_t i = 0; i < COUNT(lengths); i++) {
		char *text = malloc(lengths[i] + 1);
		aco_buf encrypted, decrypted = ACO_BUF_INIT;

		assert_non_null(text);
		for (size_t j = 0; j < lengths[i]; j++) {
			text[j] = (char) check_random(&seed);
		}
		encrypted = encrypted_text(text, lengths[i]);
		/* Appended to what is there. */
		aco_buf_append_literal(&decrypted, "before ");
		assert_true(aco_decrypt(&decrypted, SECRET, LABEL, encrypted.data, encrypted.length));
		assert_memory_equal(decrypted.data, "before ", 7);
		check_bytes(decrypted.data + 7, decrypted.length - 7, text, lengths[i]);
		aco_buf_wipe(&decrypted);
		aco_buf_free(&encrypted);
		free(text);
	}
}

static void encryption_appends(void **state)
{
	aco_buf encrypted = check_buf("before ");

	assert_true(aco_encrypt(&encrypted, SECRET, LABEL, TEXT("text")));
	assert_memory_equal(encrypted.data, "before ", 7);
	assert_true(decrypts(SECRET, LABEL, encrypted.data + 7, encrypted.length - 7));
	aco_buf_free(&encrypted);
}

static void no_two_are_alike(void **state)
{
	aco_buf one = encrypted_text(TEXT("a text that is long enough to be looked at")), other = encrypted_text(TEXT("a text that is long enough to be looked at"));

	/* Salt, nonce, tag and text, each for itself. */
	assert_memory_not_equal(one.data, other.data, 16);
	assert_memory_not_equal(one.data + 16, other.data + 16, 12);
	assert_memory_not_equal(one.data + 28, other.data + 28, 16);
	assert_memory_not_equal(one.data + ADDED, other.data + ADDED, one.length - ADDED);
	aco_buf_free(&one);
	aco_buf_free(&other);
}

static void neither_text_nor_secret_shows(void **state)
{
	aco_buf encrypted = encrypted_text(TEXT("eyJhbGciOi"));

	assert_null(memmem(encrypted.data, encrypted.length, TEXT("eyJh")));
	assert_null(memmem(encrypted.data, encrypted.length, TEXT("p8e-")));
	aco_buf_free(&encrypted);
}

static void parts_of_two_do_not_open_together(void **state)
{
	aco_buf one = encrypted_text(TEXT("one text")), other = encrypted_text(TEXT("two text"));

	for (size_t cut = 1; cut < one.length; cut++) {
		char mixed[ADDED + 8];

		memcpy(mixed, one.data, cut);
		memcpy(mixed + cut, other.data + cut, sizeof(mixed) - cut);
		assert_false(decrypts(SECRET, LABEL, mixed, sizeof(mixed)));
	}
	aco_buf_free(&one);
	aco_buf_free(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_flipped_bit_is_noticed),
		cmocka_unit_test(what_is_cut_or_longer_does_not_open),
		cmocka_unit_test(another_secret_or_label_does_not_open),
		cmocka_unit_test(parts_of_two_do_not_open_together),
		cmocka_unit_test(texts_of_any_size_come_back),
		cmocka_unit_test(encryption_appends),
		cmocka_unit_test(no_two_are_alike),
		cmocka_unit_test(neither_text_nor_secret_shows),
	};

	return cmocka_run_group_tests_name("encrypt", tests, NULL, NULL);
}
