/* SPDX-License-Identifier: MIT */
#include "src/core/services/tenant.h"

#include "src/core/base/json_document.h"
#include "src/core/engine/response.h"
#include "src/core/net/url.h"

#include <ctype.h>
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

#define MAX_DEPTH 32
#define MAX_URL_BYTES 2048

bool aco_tenant_address(aco_buf *out, const char *base, const char *tenant_id, const char *org_id)
{
	aco_buf_append_text(out, base);
	aco_buf_append_literal(out, "/tenants/");
	aco_url_encode(out, tenant_id, strlen(tenant_id));
	aco_buf_append_literal(out, "/owner/");
	aco_url_encode(out, org_id, strlen(org_id));
	aco_buf_append_char(out, '\0');
	return !out->failed;
}

static bool name_contains(const char *name, const char *word)
{
	size_t length = strlen(word);

	for (; *name; name++) {
		size_t i = 0;
		while (i < length && tolower((unsigned char) name[i]) == word[i]) {
			i++;
		}

		if (i == length) {
			return true;
		}
	}

	return false;
}

static void keep_url(aco_buf *target, struct json_object *value)
{
	const char *text;
	size_t length;

	if (target->data || !json_object_is_type(value, json_type_string)) {
		return;
	}

	text = json_object_get_string(value);
	length = (size_t) json_object_get_string_len(value);
	if (length > 0 && length <= MAX_URL_BYTES && strlen(text) == length
			&& (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0)) {
		aco_buf_append(target, text, length + 1);
	}
}

/* Finds addresses whose own name, or that of an enclosing object, says what they are for. */
static void find_urls(aco_tenant *tenant, struct json_object *value, bool ingestion, bool studio, int depth)
{
	if (depth > MAX_DEPTH) {
		return;
	}

	if (json_object_is_type(value, json_type_array)) {
		size_t length = json_object_array_length(value);
		for (size_t i = 0; i < length; i++) {
			find_urls(tenant, json_object_array_get_idx(value, i), ingestion, studio, depth + 1);
		}
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member) {
			find_urls(tenant, member, ingestion || name_contains(name, "ingestion"),
				studio || name_contains(name, "studio"), depth + 1);
		}
	} else if (ingestion) {
		keep_url(&tenant->ingestion_url, value);
	} else if (studio) {
		keep_url(&tenant->studio_url, value);
	}
}

/* Addresses from the response must obey the same rules as those from settings. */
static bool check_urls(aco_tenant *tenant, const aco_http_response *response, bool allow_http, aco_error *error)
{
	aco_error problem;

	if (tenant->studio_url.data
		&& !aco_url_check(tenant->studio_url.data, allow_http, "the Studio address", &problem)) {
		aco_buf_free(&tenant->studio_url);
	}

	if (!tenant->ingestion_url.data) {
		aco_error_set(error, ACO_E_API, false,
			"the Commerce Cloud Manager knows the tenant but tells no ingestion address; give it yourself");
	} else if (!aco_url_check(tenant->ingestion_url.data, allow_http, "the ingestion address", &problem)) {
		aco_error_set(error, ACO_E_API, false, "the Commerce Cloud Manager tells an address that cannot be used: %s", problem.message);
	} else {
		return true;
	}

	error->http_status = response->status;
	memcpy(error->request_id, response->request_id, sizeof(error->request_id));
	return false;
}

bool aco_tenant_read(aco_tenant *tenant, const aco_http_response *response, bool allow_http, aco_error *error)
{
	aco_json_document *document;
	char reason[256];

	if (response->status == 0) {
		aco_error_set(error, response->error.code, response->error.retryable, "no response from the Commerce Cloud Manager: %s", response->error.message);
		error->curl_code = response->error.curl_code;
		return false;
	}

	if (response->status != 200) {
		aco_response_reason(&response->body, response->secrets, reason, sizeof(reason));
		aco_error_set(error, ACO_E_API, aco_status_is_retryable(response->status),
			"%s (HTTP %ld%s%s)", response->status == 404 ? "the tenant is unknown; check the tenant id"
				: response->status == 401 || response->status == 403
					? "the tenant is not open to this organisation and client; check organisation id, tenant id and client id"
					: "the Commerce Cloud Manager responds in an unexpected way",
			response->status, reason[0] ? ": " : "", reason);
		error->http_status = response->status;
		memcpy(error->request_id, response->request_id, sizeof(error->request_id));

		return false;
	}

	document = aco_json_document_parse(&response->body);
	if (!document) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the response of the Commerce Cloud Manager cannot be read");
		return false;
	}

	find_urls(tenant, document, false, false, 0);
	aco_json_document_free(document);
	return check_urls(tenant, response, allow_http, error);
}

void aco_tenant_free(aco_tenant *tenant)
{
	aco_buf_free(&tenant->ingestion_url);
	aco_buf_free(&tenant->studio_url);
}
