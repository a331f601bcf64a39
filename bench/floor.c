/*
 * What a document costs at least: its bytes are copied once and hashed once. Prints nanoseconds a document.
 *
 *     floor BYTES    of a document, on average
 */
#define _POSIX_C_SOURCE 200809L

#include "src/core/base/digest.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* As many as the extension hashes at once, with the short text of its identity each. */
#define AT_ONCE 32
#define IDENTITY 48
/* More than a second-level cache holds, as in a stream of documents. */
#define DOCUMENTS 4096
#define ROUNDS 25

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double) time.tv_sec * 1e9 + (double) time.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
	double left = *(const double *) a, right = *(const double *) b;

	return (left > right) - (left < right);
}

static double median(double *values)
{
	qsort(values, ROUNDS, sizeof(*values), by_value);
	return values[ROUNDS / 2] / DOCUMENTS;
}

static void hash_all(const char *text, size_t bytes, bool at_once)
{
	static char hex[2 * AT_ONCE][ACO_SHA1_HEX];
	aco_digest_job jobs[2 * AT_ONCE];

	for (size_t i = 0; i < DOCUMENTS; i += AT_ONCE) {
		for (size_t j = 0; j < AT_ONCE; j++) {
			jobs[j] = (aco_digest_job) {text + (i + j) * bytes, bytes, hex[j]};
			jobs[AT_ONCE + j] = (aco_digest_job) {
				text + (i + j) * bytes, IDENTITY < bytes ? IDENTITY : bytes, hex[AT_ONCE + j]};
		}
		if (at_once) {
			aco_digest_sha1_hex_many(jobs, 2 * AT_ONCE);
			continue;
		}
		for (size_t j = 0; j < 2 * AT_ONCE; j++) {
			aco_digest_sha1_hex(jobs[j].bytes, jobs[j].length, jobs[j].hex);
		}
	}
}

int main(int argc, char **argv)
{
	size_t bytes = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	double copying[ROUNDS], together[ROUNDS], singly[ROUNDS];
	char *from, *to;

	if (bytes == 0 || bytes > 1 << 20) {
		fputs("Usage: floor BYTES, from 1 to 1048576\n", stderr);
		return 2;
	}

	from = malloc(DOCUMENTS * bytes);
	to = malloc(DOCUMENTS * bytes);

	if (!from || !to) {
		fputs("floor: no memory\n", stderr);
		return 1;
	}

	memset(from, 'a', DOCUMENTS * bytes);
	memset(to, 'b', DOCUMENTS * bytes);

	for (int round = 0; round < ROUNDS; round++) {
		double start = now();
		for (size_t i = 0; i < DOCUMENTS; i++) {
			memcpy(to + i * bytes, from + i * bytes, bytes);
		}
		copying[round] = now() - start;
		start = now();
		hash_all(to, bytes, true);
		together[round] = now() - start;
		start = now();
		hash_all(to, bytes, false);
		singly[round] = now() - start;
	}

	printf("%.0f copying, %.0f hashing with those made beside it, %.0f hashing by itself\n", median(copying), median(together), median(singly));
	free(from);
	free(to);

	return 0;
}
