/* SPDX-License-Identifier: MIT */
/* The Commerce Cloud Manager's response about a tenant. Its shape is not published, so it is read tolerantly. */
#ifndef ACO_CORE_SERVICES_TENANT_H
#define ACO_CORE_SERVICES_TENANT_H

#include "src/core/net/http.h"

typedef struct aco_tenant {
	/* NUL-terminated addresses; NULL data when not found. */
	aco_buf ingestion_url;
	aco_buf studio_url;
} aco_tenant;

/* `base` + /tenants/{tenant}/owner/{org}, NUL-terminated. */
bool aco_tenant_address(aco_buf *out, const char *base, const char *tenant_id, const char *org_id);
/* False with a reason when the tenant is unusable. */
bool aco_tenant_read(aco_tenant *tenant, const aco_http_response *response, bool allow_http, aco_error *error);
void aco_tenant_free(aco_tenant *tenant);

#endif
