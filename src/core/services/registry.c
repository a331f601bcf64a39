/* SPDX-License-Identifier: MIT */
#include "src/core/services/registry.h"

/* The body contains secrets, so it starts large enough to be copied as rarely as possible. */
#define FIRST_BYTES 16384

#define OPERATION "registerTenant"
#define QUERY "mutation " OPERATION "($tenantInput: TenantInput!) { " OPERATION "(tenantInput: $tenantInput) { tenantId userErrors { message path } } }"

/* Canonical literals: the documentation spells them in several ways. */
#define MATCH_BY_SKU "matchBySKU"
#define EXTERNAL_MATCHER "externalMatcher"

#define write_member(json, name, text) ((void) aco_json_string_member(json, name, text, strlen(text)))

static void write_aem(aco_json *json, const aco_registry_tenant *tenant)
{
	aco_json_key(json, "aem");
	aco_json_begin_object(json);
	write_member(json, "programId", tenant->aem_program_id);
	write_member(json, "environmentId", tenant->aem_environment_id);
	aco_json_end_object(json);
}

static void write_commerce(aco_json *json, const aco_registry_tenant *tenant)
{
	aco_json_key(json, "commerce");
	aco_json_begin_object(json);
	write_member(json, "baseUrl", tenant->commerce_base_url);
	aco_json_key(json, "credentials");
	aco_json_begin_object(json);
	write_member(json, "consumerKey", tenant->consumer_key);
	write_member(json, "consumerSecret", tenant->consumer_secret);
	write_member(json, "accessToken", tenant->access_token);
	write_member(json, "accessTokenSecret", tenant->access_token_secret);
	aco_json_end_object(json);

	if (tenant->extension_version) {
		write_member(json, "extensionVersion", tenant->extension_version);
	}
	if (tenant->commerce_version) {
		write_member(json, "version", tenant->commerce_version);
	}

	aco_json_end_object(json);
}

static void write_matcher(aco_json *json, const aco_registry_matcher *matcher)
{
	aco_json_key(json, "externalMatcher");
	aco_json_begin_object(json);
	write_member(json, "assetToProductUrl", matcher->asset_to_product_url);
	write_member(json, "productToAssetUrl", matcher->product_to_asset_url);
	aco_json_key(json, "credentials");
	aco_json_begin_object(json);
	write_member(json, "oauthServerUrl", matcher->oauth_server_url);
	write_member(json, "clientId", matcher->client_id);
	write_member(json, "clientSecret", matcher->client_secret);
	write_member(json, "imsOrgId", matcher->ims_org_id);
	aco_json_end_object(json);
	aco_json_end_object(json);
}

static void write_rule(aco_json *json, const aco_registry_tenant *tenant, aco_registry_dialect dialect)
{
	const char *type = tenant->matcher ? EXTERNAL_MATCHER : MATCH_BY_SKU;

	if (dialect == ACO_REGISTRY_NESTED) {
		aco_json_key(json, "rule");
		aco_json_begin_object(json);
		write_member(json, "type", type);
	} else {
		write_member(json, "ruleType", type);
	}

	if (tenant->matcher) {
		write_matcher(json, tenant->matcher);
	} else {
		aco_json_key(json, "matchBySkuRule");
		aco_json_begin_object(json);
		write_member(json, "metadataField", tenant->metadata_field);
		aco_json_end_object(json);
	}

	if (dialect == ACO_REGISTRY_NESTED) {
		aco_json_end_object(json);
	}
}

bool aco_registry_request(aco_json *json, const aco_registry_tenant *tenant, aco_registry_dialect dialect)
{
	if (!aco_buf_reserve(&json->buf, FIRST_BYTES)) {
		return false;
	}

	aco_json_begin_object(json);
	aco_json_constant_member(json, "query", QUERY);
	aco_json_constant_member(json, "operationName", OPERATION);
	aco_json_key(json, "variables");
	aco_json_begin_object(json);
	aco_json_key(json, "tenantInput");
	aco_json_begin_object(json);
	aco_json_key(json, "enabled");
	aco_json_bool(json, tenant->enabled);
	write_member(json, "projectId", tenant->project_id);
	write_aem(json, tenant);
	write_commerce(json, tenant);

	if (tenant->threshold >= 0) {
		aco_json_key(json, "threshold");
		aco_json_int(json, tenant->threshold);
	}

	write_rule(json, tenant, dialect);
	aco_json_end_object(json);
	aco_json_end_object(json);
	aco_json_end_object(json);

	return !json->buf.failed;
}
