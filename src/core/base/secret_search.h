/* Looks for secrets in a text, whatever escapes it is written in. See aco_secrets.h. */
#ifndef ACO_CORE_BASE_SECRET_SEARCH_H
#define ACO_CORE_BASE_SECRET_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* As it came, and without one kind of escapes. */
#define ACO_SECRET_VIEWS 4

typedef struct aco_secret_view {
	const char *text;
	size_t length;
	/* Where each of its bytes comes from; one more for the end. NULL: as it came. */
	size_t *origins;
	char *decoded;
} aco_secret_view;

typedef struct aco_secret_search {
	aco_secret_view views[ACO_SECRET_VIEWS];
	size_t view_count;
	/* The text goes on: what begins at its end may be a secret. */
	bool cut;
	/* For each byte whether it belongs to a secret. */
	unsigned char *hidden;
	bool found;
	/* What is left of the work that a text is worth. */
	size_t steps;
} aco_secret_search;

/* False when memory is short; end it either way. */
bool aco_secret_search_begin(aco_secret_search *search, const char *text, size_t length, bool cut);
/* Marks every place where the secret stands; false when the text is too much work. */
bool aco_secret_search_plain(aco_secret_search *search, const char *secret, size_t length);
/* The same for a piece of Base64, in both alphabets, and for the characters around it that belong to the secret in part. */
bool aco_secret_search_base64(aco_secret_search *search, const char *piece, size_t length, bool begins_before);
void aco_secret_search_end(aco_secret_search *search);

/* The value of a hexadecimal digit; -1: it is none. */
int aco_hex_digit(char byte);

#endif
