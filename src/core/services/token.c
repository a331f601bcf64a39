/* SPDX-License-Identifier: MIT */
#include "src/core/services/token.h"

#include "src/core/base/json_document.h"
#include "src/core/engine/response.h"
#include "src/core/net/url.h"

#include <string.h>

/* Renewed this long before expiry; a short-lived token, a tenth of its life before. */
#define MARGIN_MS 60000
#define MARGIN_PART 10
/* Longer than any lifetime that IMS grants. */
#define MAX_LIFE_MS (INT64_C(366) * 24 * 3600 * 1000)

bool aco_token_usable(const aco_token *token, int64_t now_ms)
{
	return token->value.data && now_ms < token->usable_until_ms;
}

void aco_token_drop(aco_token *token)
{
	aco_buf_wipe(&token->value);
}

static void append_field(aco_buf *form, const char *name, const char *value)
{
	if (form->length > 0) {
		aco_buf_append_char(form, '&');
	}
	aco_buf_append_text(form, name);
	aco_buf_append_char(form, '=');
	aco_url_encode(form, value, strlen(value));
}

bool aco_token_request_form(aco_buf *form, const char *client_id, const char *client_secret, const char *scope)
{
	/* Reserved in full at once: growing would leave a copy of the secret behind. */
	if (!aco_buf_reserve(form, 128 + 3 * (strlen(client_id) + strlen(client_secret) + strlen(scope)))) {
		return false;
	}
	append_field(form, "grant_type", "client_credentials");
	append_field(form, "client_id", client_id);
	append_field(form, "client_secret", client_secret);
	append_field(form, "scope", scope);
	aco_buf_append_char(form, '\0');
	return !form->failed;
}

static bool is_printable(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char) text[i] <= ' ' || (unsigned char) text[i] >= 0x7f) {
			return false;
		}
	}
	return true;
}

bool aco_token_keep(aco_token *token, const char *text, size_t length, int64_t life_ms, int64_t now_ms)
{
	if (length == 0 || length > ACO_TOKEN_MAX_BYTES || !is_printable(text, length) || life_ms <= 0) {
		return false;
	}

	aco_token_drop(token);

	if (!aco_buf_reserve(&token->value, length + 1)) {
		return false;
	}

	aco_buf_append(&token->value, text, length);
	aco_buf_append_char(&token->value, '\0');
	token->usable_until_ms = now_ms + (life_ms < MAX_LIFE_MS ? life_ms : MAX_LIFE_MS);
	token->generation++;

	return true;
}

/* The lifetime without the margin before its end. */
static int64_t usable_ms(double life_s)
{
	int64_t life_ms = life_s < (double) MAX_LIFE_MS / 1000 ? (int64_t) (life_s * 1000) : MAX_LIFE_MS;

	return life_ms - (life_ms / MARGIN_PART < MARGIN_MS ? life_ms / MARGIN_PART : MARGIN_MS);
}

bool aco_token_read(aco_token *token, const aco_http_response *response, int64_t now_ms, aco_error *error)
{
	char reason[256];
	const char *text;
	size_t length;
	double life_s;
	bool read;
	aco_json_document *json;

	if (response->status == 0) {
		aco_error_set(
			error, response->error.code, response->error.retryable, "no token from IMS: %s", response->error.message);
		error->curl_code = response->error.curl_code;
		return false;
	}

	if (response->status != 200) {
		aco_response_reason(&response->body, response->secrets, reason, sizeof(reason));
		if (response->status == 400 || response->status == 401 || response->status == 403) {
			aco_error_set(error, ACO_E_AUTHENTICATION, false,
				"IMS refuses the credentials (HTTP %ld%s%s); check client id, client secret and scope",
				response->status, reason[0] ? ": " : "", reason);
		} else {
			/* Asking again would not fix, for example, a wrong address. */
			aco_error_set(error, ACO_E_API, aco_status_is_retryable(response->status),
				"no token from IMS (HTTP %ld%s%s)", response->status, reason[0] ? ": " : "", reason);
		}

		error->http_status = response->status;
		return false;
	}

	json = aco_json_document_parse(&response->body);
	read = json && aco_json_document_string(json, "access_token", &text, &length) && length > 0;
	if (!read) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the response of IMS holds no access token");
	} else if (length > ACO_TOKEN_MAX_BYTES) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the access token of IMS has %zu bytes, %d are the most", length, ACO_TOKEN_MAX_BYTES);
		read = false;
	} else if (!aco_json_document_number(json, "expires_in", &life_s) || life_s < 1) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the response of IMS does not say how many seconds its token is good: expires_in must be 1 or more");
		read = false;
	} else if (!aco_token_keep(token, text, length, usable_ms(life_s), now_ms)) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the access token of IMS holds bytes that no header may hold");
		read = false;
	}

	aco_json_document_free(json);
	return read;
}
