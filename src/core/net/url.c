/* SPDX-License-Identifier: MIT */
#include "src/core/net/url.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PORT 65535

/*
 * libcurl normalises every numeric address to four numbers; anything that only looks
 * numeric is a name that a resolver may know.
 */
static bool is_loopback_v4(const char *host)
{
	unsigned b, c, d;
	int end = 0;

	return strspn(host, "0123456789.") == strlen(host) && sscanf(host, "127.%3u.%3u.%3u%n", &b, &c, &d, &end) == 3
		&& host[end] == '\0' && b < 256 && c < 256 && d < 256;
}

static bool is_loopback(const char *host)
{
	return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 || is_loopback_v4(host);
}

/* The end of host and port in `scheme://host:port/path`. */
static const char *authority_end(const char *authority)
{
	return authority + strcspn(authority, "/?#");
}

/*
 * libcurl replaces an empty port by the scheme's default, and connects to port
 * 0. Colons in brackets belong to the host.
 */
static bool has_usable_port(const char *authority)
{
	const char *end = authority_end(authority), *colon = NULL;
	long port = 0;

	for (const char *p = authority; p < end; p++) {
		if (*p == ':' || *p == ']') {
			colon = *p == ':' ? p : NULL;
		}
	}

	for (const char *p = colon ? colon + 1 : end; p < end; p++) {
		if (*p < '0' || *p > '9' || (port = port * 10 + (*p - '0')) > MAX_PORT) {
			return false;
		}
	}

	return !colon || port > 0;
}

static bool check_authority(const char *authority, const char *setting, aco_error *error)
{
	if (memchr(authority, '@', (size_t) (authority_end(authority) - authority))) {
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must not hold a user name or password", setting);
		return false;
	}
	if (!has_usable_port(authority)) {
		aco_error_set(error, ACO_E_ARGUMENT, false,
			"%s must have a port from 1 to 65535 after the colon that follows its host, or no colon there", setting);
		return false;
	}
	return true;
}

static bool check_parts(CURLU *parsed, const char *url, bool allow_http, const char *setting, aco_error *error)
{
	char *scheme = NULL, *host = NULL;
	bool valid = false;

	if (curl_url_get(parsed, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK
			|| curl_url_get(parsed, CURLUPART_HOST, &host, 0) != CURLUE_OK || !*host) {
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must be an absolute https address", setting);
	} else if (strpbrk(url, "?#")) {
		/* Also rejects an empty one: a path appended to it would not be a path. */
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must not hold a query or fragment", setting);
	} else if (strcmp(scheme, "http") == 0 && !allow_http && !is_loopback(host)) {
		aco_error_set(error, ACO_E_ARGUMENT, false,
			"%s must use https: plain http is for loopback addresses only, unless aco.allow_http is on", setting);
	} else if (strcmp(scheme, "http") != 0 && strcmp(scheme, "https") != 0) {
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must use https", setting);
	} else {
		valid = true;
	}

	curl_free(scheme);
	curl_free(host);
	return valid;
}

bool aco_url_check(const char *url, bool allow_http, const char *setting, aco_error *error)
{
	const char *authority = strchr(url, ':');
	bool valid = false;
	CURLU *parsed;

	for (const char *p = url; *p; p++) {
		if ((unsigned char) *p <= ' ' || *p == 0x7f) {
			aco_error_set(error, ACO_E_ARGUMENT, false, "%s must not hold blanks or control characters", setting);
			return false;
		}
	}

	/*
	 * libcurl would take the first path segment of an address without a host
	 * for the host, and accepts a single slash.
	 */
	if (!authority || strncmp(authority, "://", 3) != 0 || authority[3] == '/') {
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must be an absolute https address", setting);
		return false;
	}

	if (!check_authority(authority + 3, setting, error)) {
		return false;
	}

	parsed = curl_url();
	if (!parsed) {
		aco_error_no_memory(error);
		return false;
	}

	if (curl_url_set(parsed, CURLUPART_URL, url, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
		aco_error_set(error, ACO_E_ARGUMENT, false, "%s must be an absolute https address", setting);
	} else {
		valid = check_parts(parsed, url, allow_http, setting, error);
	}

	curl_url_cleanup(parsed);
	return valid;
}

/* The start of the path in `scheme://host/path`, or the end. */
static const char *path_of(const char *url)
{
	const char *authority = strstr(url, "://");
	const char *path = authority ? strchr(authority + 3, '/') : NULL;

	return path ? path : url + strlen(url);
}

static size_t length_without_slashes(const char *url)
{
	size_t length = strlen(url);

	while (length > 0 && url[length - 1] == '/') {
		length--;
	}
	return length;
}

bool aco_url_with_default_path(const char *url, const char *default_path, aco_buf *out)
{
	size_t length = length_without_slashes(url);

	out->length = 0;
	aco_buf_append(out, url, length);
	if (length <= (size_t) (path_of(url) - url)) {
		aco_buf_append_text(out, default_path);
	}
	aco_buf_append_char(out, '\0');
	return !out->failed;
}

/* Without what follows the tenant in the address of an operation. A host may be called v1, too. */
static size_t length_without_catalog(const char *url)
{
	static const char catalog[] = "/v1/catalog";
	size_t length = length_without_slashes(url), end = sizeof(catalog) - 1, path = (size_t) (path_of(url) - url);

	if (length >= path + end && memcmp(url + length - end, catalog, end) == 0) {
		length -= end;
	}
	while (length > path && url[length - 1] == '/') {
		length--;
	}
	return length;
}

static bool ends_with_segment(const char *url, size_t length, const aco_buf *segment)
{
	size_t start = length > segment->length ? length - segment->length : 0;

	return start > (size_t) (path_of(url) - url) && url[start - 1] == '/'
		&& memcmp(url + start, segment->data, segment->length) == 0;
}

bool aco_url_of_tenant(const char *ingestion_url, const char *tenant_id, aco_buf *out)
{
	size_t length = length_without_slashes(ingestion_url);
	aco_buf segment = ACO_BUF_INIT;
	bool appended;

	aco_url_encode(&segment, tenant_id, strlen(tenant_id));
	/* First as it is: a tenant may be called catalog. */
	if (!ends_with_segment(ingestion_url, length, &segment)) {
		length = length_without_catalog(ingestion_url);
	}

	out->length = 0;
	aco_buf_append(out, ingestion_url, length);
	if (!ends_with_segment(ingestion_url, length, &segment)) {
		aco_buf_append_char(out, '/');
		aco_buf_append(out, segment.data, segment.length);
	}

	aco_buf_append_char(out, '\0');
	appended = !out->failed && !segment.failed;
	aco_buf_free(&segment);

	return appended;
}

void aco_url_encode(aco_buf *out, const char *text, size_t length)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char) text[i];

		if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
				|| byte == '-' || byte == '.' || byte == '_' || byte == '~') {
			aco_buf_append_char(out, (char) byte);
		} else {
			char escape[3] = {'%', hex[byte >> 4], hex[byte & 15]};
			aco_buf_append(out, escape, sizeof(escape));
		}
	}
}
