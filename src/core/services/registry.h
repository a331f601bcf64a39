/* SPDX-License-Identifier: MIT */
/*
 * registerTenant of the asset rules service: the request in both of its documented dialects, and the meaning of the
 * response. Responses come in three envelopes: the gateway's, GraphQL's errors, and the operation's own userErrors.
 */
#ifndef ACO_CORE_SERVICES_REGISTRY_H
#define ACO_CORE_SERVICES_REGISTRY_H

#include "src/core/net/http.h"
#include "src/core/base/json_writer.h"

typedef enum aco_registry_dialect {
	/* rule {type, …}: the newer documentation. */
	ACO_REGISTRY_NESTED,
	/* ruleType beside the rule's own input. */
	ACO_REGISTRY_FLAT
} aco_registry_dialect;

typedef struct aco_registry_matcher {
	const char *asset_to_product_url;
	const char *product_to_asset_url;
	const char *oauth_server_url;
	const char *client_id;
	const char *client_secret;
	const char *ims_org_id;
} aco_registry_matcher;

/* What is registered; all members are borrowed. */
typedef struct aco_registry_tenant {
	bool enabled;
	const char *project_id;
	const char *aem_program_id;
	const char *aem_environment_id;
	const char *commerce_base_url;
	const char *consumer_key;
	const char *consumer_secret;
	const char *access_token;
	const char *access_token_secret;
	/* NULL: not sent. */
	const char *extension_version;
	const char *commerce_version;
	/* Below 0: not sent. */
	int64_t threshold;
	/* One of the two; the other is NULL. */
	const char *metadata_field;
	const aco_registry_matcher *matcher;
} aco_registry_tenant;

typedef enum aco_registry_verdict {
	ACO_REGISTRY_REGISTERED,
	ACO_REGISTRY_EXISTS,
	/* In the order of the PHP enum. */
	ACO_REGISTRY_CONFIGURATION,
	ACO_REGISTRY_AUTHENTICATION,
	ACO_REGISTRY_STATE,
	ACO_REGISTRY_CALLER_BUG,
	ACO_REGISTRY_TRANSPORT,
	ACO_REGISTRY_UNKNOWN
} aco_registry_verdict;

#define ACO_REGISTRY_MAX_ERRORS 16

typedef struct aco_registry_error {
	char message[256];
	/* Names and numbers joined by dots; "" if there is none. */
	char path[128];
} aco_registry_error;

typedef struct aco_registry_outcome {
	aco_registry_verdict verdict;
	/* Whether the same request may succeed at once with a new token, soon, or in the other dialect. */
	bool stale_token;
	bool transient;
	bool other_dialect;
	/* "" when the response does not contain it. */
	char tenant_id[129];
	/* Why it failed; `retryable` says whether it may succeed another time. */
	aco_error error;
	/* Errors from GraphQL's envelopes. */
	aco_registry_error errors[ACO_REGISTRY_MAX_ERRORS];
	size_t count;
} aco_registry_outcome;

/* Writes the body; false when out of memory. It contains secrets: wipe it. */
bool aco_registry_request(aco_json *json, const aco_registry_tenant *tenant, aco_registry_dialect dialect);
void aco_registry_read(aco_registry_outcome *outcome, const aco_http_response *response);

#endif
