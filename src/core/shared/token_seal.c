/* SPDX-License-Identifier: MIT */
#include "src/core/shared/token_seal.h"

#include "src/core/base/count.h"
#include "src/core/shared/encrypt.h"

#include <stdio.h>
#include <stdlib.h>

#define LABEL "aco token cache 1"

void aco_token_seal_name(aco_buf *name, const char *token_url, const char *client_id, const char *scope)
{
	const char *parts[] = {token_url, client_id, scope};

	for (size_t i = 0; i < ACO_COUNT(parts); i++) {
		aco_buf_append(name, parts[i], strlen(parts[i]) + 1);
	}
}

bool aco_token_seal(aco_buf *out, const char *secret, const aco_token *token, int64_t now_ms, int64_t shared_ms)
{
	aco_buf text = ACO_BUF_INIT;
	bool sealed = false;
	char moment[32];

	/* Reserved in full at once: growing would leave a copy of the token behind. */
	if (aco_buf_reserve(&text, sizeof(moment) + token->value.length)) {
		snprintf(moment, sizeof(moment), "%lld ", (long long) (shared_ms + token->usable_until_ms - now_ms));
		aco_buf_append_text(&text, moment);
		aco_buf_append(&text, token->value.data, token->value.length - 1);
		sealed = aco_encrypt(out, secret, LABEL, text.data, text.length);
	}

	aco_buf_wipe(&text);
	return sealed;
}

/* "<expiry on the shared clock> <token>" */
static bool parse(aco_token *token, aco_buf *text, int64_t now_ms, int64_t shared_ms)
{
	char *end;
	long long usable_until_ms;

	aco_buf_append_char(text, '\0');
	if (text->failed) {
		return false;
	}
	usable_until_ms = strtoll(text->data, &end, 10);
	return *end == ' ' && usable_until_ms > shared_ms
		&& aco_token_keep(token, end + 1, strlen(end + 1), usable_until_ms - shared_ms, now_ms);
}

aco_token_seal_result aco_token_unseal(aco_token *token, const char *secret, const char *bytes, size_t length,
	int64_t now_ms, int64_t shared_ms)
{
	aco_token_seal_result result = ACO_TOKEN_SEAL_EXPIRED;
	aco_buf text = ACO_BUF_INIT;

	if (!aco_decrypt(&text, secret, LABEL, bytes, length)) {
		result = ACO_TOKEN_SEAL_FOREIGN;
	} else if (parse(token, &text, now_ms, shared_ms)) {
		result = ACO_TOKEN_SEAL_OPENED;
	}

	aco_buf_wipe(&text);
	return result;
}
