/*
 * The input is two lines, which are secrets, and a text in which bytes from 0x01 to 0x1f stand for a secret in one of
 * the forms that it is sent in. None of these forms may be in what is shown.
 */
#include "reference_utf8.h"

#include "src/core/base/secrets.h"

#include <openssl/evp.h>

#define FORMS 12
/* Longer ones find nothing more, and later. */
#define MAX_SECRET 40
#define MAX_TEXT 4096
/* Room for \uXXXX for each byte. */
#define GROWTH 6

typedef struct form {
	char *text;
	size_t length;
} form;

static void put(form *form, const char *text)
{
	memcpy(form->text + form->length, text, strlen(text));
	form->length += strlen(text);
}

static void put_byte(form *form, uint8_t byte)
{
	form->text[form->length++] = (char) byte;
}

static bool is_plain(uint8_t byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static void put_percent(form *form, uint8_t byte, const char *format, bool all, bool plus)
{
	char escape[8];

	snprintf(escape, sizeof(escape), format, byte);
	if (plus && byte == ' ') {
		put(form, "+");
	} else if (!all && (is_plain(byte) || strchr("-._~", byte))) {
		put_byte(form, byte);
	} else {
		put(form, escape);
	}
}

static void put_json(form *form, uint8_t byte, const char *format, bool slashes, bool all)
{
	char escape[8];

	snprintf(escape, sizeof(escape), format, byte);
	if (byte < 0x80 && (all || byte < ' ')) {
		put(form, escape);
	} else {
		if (byte == '"' || byte == '\\' || (byte == '/' && slashes)) {
			put(form, "\\");
		}
		put_byte(form, byte);
	}
}

static void put_html(form *form, uint8_t byte)
{
	static const char *const names[] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#039;"};

	if (byte <= '>' && names[byte]) {
		put(form, names[byte]);
	} else {
		put_byte(form, byte);
	}
}

static void put_in_form(form *form, uint8_t byte, unsigned kind)
{
	switch (kind) {
		case 0:
			put_byte(form, byte);
			break;
		case 1:
			put_percent(form, byte, "%%%02X", false, false);
			break;
		case 2:
			put_percent(form, byte, "%%%02x", false, true);
			break;
		case 3:
			put_percent(form, byte, "%%%02X", true, false);
			break;
		case 4:
			put_percent(form, byte, "%%25%02x", false, false);
			break;
		case 5:
			put_json(form, byte, "\\u%04x", true, false);
			break;
		case 6:
			put_json(form, byte, "\\u%04X", false, false);
			break;
		case 7:
			put_json(form, byte, "\\u%04x", false, true);
			break;
		default:
			put_html(form, byte);
	}
}

static form encode(const char *secret, unsigned kind)
{
	static const char *const users[] = {"", "u:", "us:"};
	size_t length = strlen(secret);
	form form = {malloc(GROWTH * (length + 8)), 0};

	REQUIRE(form.text);
	if (kind >= FORMS - 3) {
		char *plain = malloc(length + 8);

		REQUIRE(plain);
		snprintf(plain, length + 8, "%s%s", users[kind - (FORMS - 3)], secret);
		form.length = (size_t) EVP_EncodeBlock(
			(unsigned char *) form.text, (const unsigned char *) plain, (int) strlen(plain));
		free(plain);
		return form;
	}
	for (size_t i = 0; i < length; i++) {
		put_in_form(&form, (uint8_t) secret[i], kind);
	}
	return form;
}

static bool occurs(const char *text, form *form)
{
	form->text[form->length] = '\0';
	return strstr(text, form->text) != NULL;
}

static void check_shown(const char *shown, size_t size, const char *const secrets[2])
{
	REQUIRE(strlen(shown) < size && reference_is_readable(shown));
	for (unsigned i = 0; i < 2 * FORMS; i++) {
		form form = encode(secrets[i % 2], i / 2);

		REQUIRE(strlen(secrets[i % 2]) < ACO_SECRET_FROM || !occurs(shown, &form));
		free(form.text);
	}
}

static void append(const char *const secrets[2], const uint8_t *data, size_t length, form *text)
{
	for (size_t i = 0; i < length && text->length < MAX_TEXT; i++) {
		form form = {NULL, 0};

		if (data[i] > 0 && data[i] < 0x20) {
			form = encode(secrets[data[i] % 2], data[i] / 2 % FORMS);
		} else {
			form.text = malloc(1);
			REQUIRE(form.text);
			put_byte(&form, data[i]);
		}
		text->text = realloc(text->text, text->length + form.length + 1);
		REQUIRE(text->text);
		memcpy(text->text + text->length, form.text, form.length);
		text->length += form.length;
		free(form.text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	char *one = fuzz_line(&input), *other = fuzz_line(&input);
	const char *const secrets[2] = {one, other};
	aco_secrets *known = aco_secrets_new();
	form text = {NULL, 0};

	one[strnlen(one, MAX_SECRET)] = other[strnlen(other, MAX_SECRET)] = '\0';
	REQUIRE(known && aco_secrets_add(known, one) && aco_secrets_add(known, other));
	append(secrets, input.at, input.left, &text);
	for (size_t room = 1; room <= text.length + 4; room += 1 + 4 * room) {
		char *shown = malloc(room);

		REQUIRE(shown);
		aco_secrets_excerpt(known, shown, room, text.text, text.length);
		check_shown(shown, room, secrets);
		free(shown);
	}
	aco_secrets_release(known);
	free(text.text);
	free(one);
	free(other);
	return 0;
}
