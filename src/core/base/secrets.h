/*
 * What must not get into a text: client secrets, tokens, keys, passwords. A service may repeat them in its errors, in any
 * form that they were sent in. Texts from outside become messages by aco_secrets_excerpt() alone.
 */
#ifndef ACO_CORE_BASE_SECRETS_H
#define ACO_CORE_BASE_SECRETS_H

#include <stdbool.h>
#include <stddef.h>

/* Shorter ones protect nothing, and would blank ordinary words. */
#define ACO_SECRET_FROM 4
/* A beginning of this length gives a longer secret away. */
#define ACO_SECRET_PART 12
/* What is looked at of a text; what follows is left out. */
#define ACO_SECRETS_WINDOW 65536

typedef struct aco_secrets aco_secrets;

/* One reference; NULL when memory is short. */
aco_secrets *aco_secrets_new(void);
/* NULL is allowed. */
aco_secrets *aco_secrets_retain(aco_secrets *secrets);
/* The last one wipes them. NULL is allowed. */
void aco_secrets_release(aco_secrets *secrets);

/*
 * Copies a secret; NULL, one that is known, and one that is too short are not. False when memory is short. Without a set
 * (NULL) nothing is done, here and below.
 */
bool aco_secrets_add(aco_secrets *secrets, const char *secret);
bool aco_secrets_add_bytes(aco_secrets *secrets, const char *secret, size_t length);
/* The same for one of many that follow each other, of which the last ones are kept. */
bool aco_secrets_add_token(aco_secrets *secrets, const char *token);
/* The password in the address of a proxy, and what Basic authentication makes of it with the user's name. */
bool aco_secrets_add_proxy(aco_secrets *secrets, const char *address);
/* All that `other` knows, and will know: holds a reference. No circles. False when there is no room. */
bool aco_secrets_include(aco_secrets *secrets, aco_secrets *other);

/* Whether the text holds one, in whatever form. */
bool aco_secrets_occur(aco_secrets *secrets, const char *text, size_t length);

/*
 * Writes what fits of the text, with *** in place of every secret, filtered as by aco_utf8_excerpt(). Secrets are
 * looked for in the whole text, before it is cut: plain, in %XX, in the escapes of JSON and HTML, also repeatedly, and
 * in Base64. NULL: nothing is secret.
 */
void aco_secrets_excerpt(aco_secrets *secrets, char *target, size_t size, const char *text, size_t length);

#endif
