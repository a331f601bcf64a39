/* SPDX-License-Identifier: MIT */
/*
 * An error in a form that every layer can pass on. Messages never hold secrets: text from outside gets into
 * them only through aco_secrets_excerpt().
 */
#ifndef ACO_CORE_BASE_ERROR_H
#define ACO_CORE_BASE_ERROR_H

#include <stdbool.h>

#if defined(__GNUC__) || defined(__clang__)
# define ACO_PRINTF(format_index, first_argument) __attribute__((format(printf, format_index, first_argument)))
#else
# define ACO_PRINTF(format_index, first_argument)
#endif

typedef enum aco_error_code {
	ACO_OK = 0,
	ACO_E_MEMORY,
	ACO_E_ARGUMENT,
	ACO_E_TRANSPORT,
	ACO_E_TIMEOUT,
	ACO_E_AUTHENTICATION,
	ACO_E_API
} aco_error_code;

#define ACO_REQUEST_ID_SIZE 129

typedef struct aco_error {
	aco_error_code code;
	int curl_code;
	long http_status;
	bool retryable;
	char request_id[ACO_REQUEST_ID_SIZE];
	char message[512];
} aco_error;

void aco_error_set(aco_error *error, aco_error_code code, bool retryable, const char *format, ...) ACO_PRINTF(4, 5);
void aco_error_no_memory(aco_error *error);

#endif
