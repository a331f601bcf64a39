/* SPDX-License-Identifier: MIT */
#include "src/php/assets/workspace.h"

#include "src/core/base/count.h"
#include "src/core/base/json_document.h"
#include "src/core/engine/response.h"
#include "src/php/exceptions.h"
#include "src/php/parameters.h"

#include <json-c/json.h>

#define MAX_FILE_BYTES (1024 * 1024)
#define MAX_SCOPES 64
#define CREDENTIAL_TYPE "oauth_server_to_server"

static zend_string *copy_string(struct json_object *value)
{
	return json_object_is_type(value, json_type_string) && json_object_get_string_len(value) > 0
		? zend_string_init(json_object_get_string(value), (size_t) json_object_get_string_len(value), false) : NULL;
}

/* A required string; NULL with an exception that names it. */
static zend_string *php_aco_workspace_need(struct json_object *value, const char *path)
{
	zend_string *text = copy_string(value);

	if (!text) {
		php_aco_throw_argument("$json has no %s; export workspace.json from the Developer Console again", path);
	}
	return text;
}

/* The OAuth Server-to-Server credential; NULL when there is none. */
static struct json_object *find_credential(struct json_object *workspace)
{
	struct json_object *list = aco_json_get(aco_json_get(workspace, "details"), "credentials");
	size_t count = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;

	for (size_t i = 0; i < count; i++) {
		struct json_object *entry = json_object_array_get_idx(list, i);
		struct json_object *type = aco_json_get(entry, "integration_type");

		if (json_object_is_type(type, json_type_string) && strcmp(json_object_get_string(type), CREDENTIAL_TYPE) == 0) {
			return aco_json_get(entry, CREDENTIAL_TYPE);
		}
	}
	return NULL;
}

static struct json_object *first_of(struct json_object *list)
{
	return json_object_is_type(list, json_type_array)
		&& json_object_array_length(list) > 0 ? json_object_array_get_idx(list, 0) : NULL;
}

static zend_string *join_scopes(struct json_object *list)
{
	size_t count = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
	zend_string *joined = NULL;

	for (size_t i = 0; i < count && i < MAX_SCOPES; i++) {
		zend_string *scope = copy_string(json_object_array_get_idx(list, i)), *longer;

		if (!scope) {
			continue;
		}

		if (joined) {
			longer = zend_strpprintf(0, "%s,%s", ZSTR_VAL(joined), ZSTR_VAL(scope));
			zend_string_release(scope);
			zend_string_release(joined);
			joined = longer;
		} else {
			joined = scope;
		}
	}

	return joined;
}

static bool read_project(php_aco_assets_workspace *workspace, struct json_object *project)
{
	struct json_object *part = aco_json_get(project, "workspace"), *credential = find_credential(part);

	workspace->ims_org_id = php_aco_workspace_need(
		aco_json_get(aco_json_get(project, "org"), "ims_org_id"), "project.org.ims_org_id");
	if (!workspace->ims_org_id) {
		return false;
	}

	if (!credential) {
		php_aco_throw_argument("$json has no credential of the type " CREDENTIAL_TYPE
			" in project.workspace.details.credentials; add an OAuth Server-to-Server credential to the workspace");
		return false;
	}

	workspace->action_url = copy_string(aco_json_get(part, "action_url"));
	workspace->scope = join_scopes(aco_json_get(credential, "scopes"));
	workspace->client_id = php_aco_workspace_need(
		aco_json_get(credential, "client_id"), CREDENTIAL_TYPE ".client_id");
	if (!workspace->client_id) {
		return false;
	}

	workspace->client_secret = php_aco_workspace_need(
		first_of(aco_json_get(credential, "client_secrets")), CREDENTIAL_TYPE ".client_secrets");
	return workspace->client_secret != NULL;
}

bool php_aco_assets_workspace_read(php_aco_assets_workspace *workspace, const zend_string *json)
{
	aco_buf text = {.data = (char *) ZSTR_VAL(json), .length = ZSTR_LEN(json)};
	aco_json_document *document = ZSTR_LEN(json) <= MAX_FILE_BYTES ? aco_json_document_parse(&text) : NULL;
	bool read = false;

	memset(workspace, 0, sizeof(*workspace));

	if (document) {
		read = read_project(workspace, aco_json_get(document, "project"));
	} else {
		php_aco_throw_argument("$json must be the JSON object of a workspace.json");
	}

	aco_json_document_free(document);
	return read;
}

void php_aco_assets_workspace_free(php_aco_assets_workspace *workspace)
{
	zend_string *const texts[] = {workspace->ims_org_id, workspace->client_id, workspace->scope, workspace->action_url};

	for (size_t i = 0; i < ACO_COUNT(texts); i++) {
		if (texts[i]) {
			zend_string_release(texts[i]);
		}
	}
	if (workspace->client_secret) {
		php_aco_wipe(workspace->client_secret);
	}
}
