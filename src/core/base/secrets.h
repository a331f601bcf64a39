/* SPDX-License-Identifier: MIT */
/*
 * Values that must never appear in a text: client secrets, tokens, keys, passwords. A service may
 * repeat them in its errors in any form that they were sent in, so text from outside becomes a
 * message only through aco_secrets_excerpt().
 */
#ifndef ACO_CORE_BASE_SECRETS_H
#define ACO_CORE_BASE_SECRETS_H

#include <stdbool.h>
#include <stddef.h>

/* Shorter values protect nothing, and masking them would blank ordinary words. */
#define ACO_SECRET_FROM 4
/* A prefix of this length gives a longer secret away. */
#define ACO_SECRET_PART 12
/* Only this much of a text is examined; the rest is dropped. */
#define ACO_SECRETS_WINDOW 65536

typedef struct aco_secrets aco_secrets;

/* Returns one reference; NULL when out of memory. */
aco_secrets *aco_secrets_new(void);
/* NULL is allowed. */
aco_secrets *aco_secrets_retain(aco_secrets *secrets);
/* Releasing the last reference wipes the secrets. NULL is allowed. */
void aco_secrets_release(aco_secrets *secrets);

/*
 * Copies a secret, unless it is NULL, already known or too short. False when out of memory. Without a set (NULL)
 * this and the functions below do nothing.
 */
bool aco_secrets_add(aco_secrets *secrets, const char *secret);
bool aco_secrets_add_bytes(aco_secrets *secrets, const char *secret, size_t length);
/* The same for tokens that replace one another; only the most recent are kept. */
bool aco_secrets_add_token(aco_secrets *secrets, const char *token);
/* The password in the address of a proxy, and the Basic authentication header that it yields with the user's name. */
bool aco_secrets_add_proxy(aco_secrets *secrets, const char *address);
/*
 * Includes everything that `other` knows now or learns later; holds a reference. Must not
 * form a circle. False when there is no room.
 */
bool aco_secrets_include(aco_secrets *secrets, aco_secrets *other);

/* Whether the text contains a secret, in any form. */
bool aco_secrets_occur(aco_secrets *secrets, const char *text, size_t length);

/*
 * Writes as much of the text as fits, with *** in place of every secret, filtered like aco_utf8_excerpt().
 * The whole text is searched before it is cut: plain, percent-encoded, in JSON and HTML escapes (also
 * repeated), and in Base64. NULL: nothing is secret.
 */
void aco_secrets_excerpt(aco_secrets *secrets, char *target, size_t size, const char *text, size_t length);

#endif
