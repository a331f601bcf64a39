/* SPDX-License-Identifier: MIT */
#include "src/php/parameters.h"

#include "main/fopen_wrappers.h"
#include "php_aco.h"
#include "src/php/exceptions.h"
#include "src/core/net/url.h"

#include <openssl/crypto.h>

#define MAX_TEXT_BYTES 1024

bool php_aco_check_text(zend_string *text, const char *parameter, bool required)
{
	if (required && ZSTR_LEN(text) == 0) {
		php_aco_throw_argument("%s must not be empty", parameter);
		return false;
	}

	if (ZSTR_LEN(text) > MAX_TEXT_BYTES) {
		php_aco_throw_argument("%s must not be longer than %d bytes", parameter, MAX_TEXT_BYTES);
		return false;
	}

	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		unsigned char byte = (unsigned char) ZSTR_VAL(text)[i];
		if (byte < 0x20 || byte == 0x7f) {
			php_aco_throw_argument("%s must not hold control characters", parameter);
			return false;
		}
	}

	return true;
}

bool php_aco_check_url(zend_string *url, const char *parameter)
{
	aco_error error;

	if (!php_aco_check_text(url, parameter, true)) {
		return false;
	}
	if (!aco_url_check(ZSTR_VAL(url), ACO_G(allow_http), parameter, &error)) {
		php_aco_throw_error(&error);
		return false;
	}
	return true;
}

bool php_aco_check_ca_file(zend_string *file)
{
	zend_stat_t status;

	if (!php_aco_check_text(file, "$caFile", true)) {
		return false;
	}

	if (php_check_open_basedir_ex(ZSTR_VAL(file), 0)) {
		php_aco_throw_argument("$caFile \"%s\" is outside open_basedir", ZSTR_VAL(file));
		return false;
	}

	if (VCWD_STAT(ZSTR_VAL(file), &status) != 0 || !S_ISREG(status.st_mode) || VCWD_ACCESS(ZSTR_VAL(file), R_OK) != 0) {
		php_aco_throw_argument("$caFile \"%s\" is not a file that can be read", ZSTR_VAL(file));
		return false;
	}

	return true;
}

zend_string *php_aco_with_default_path(zend_string *url, const char *path)
{
	aco_buf buf = ACO_BUF_INIT;
	zend_string *completed = NULL;

	if (aco_url_with_default_path(ZSTR_VAL(url), path, &buf)) {
		completed = zend_string_init(buf.data, buf.length - 1, false);
	}
	aco_buf_free(&buf);
	return completed ? completed : zend_string_copy(url);
}

void php_aco_wipe(zend_string *secret)
{
	OPENSSL_cleanse(ZSTR_VAL(secret), ZSTR_LEN(secret));
	zend_string_free(secret);
}
