/* SPDX-License-Identifier: MIT */
/* What an error response of the Edge Network says: application/problem+json, or a list of such problems. */
#ifndef ACO_CORE_SERVICES_EDGE_PROBLEM_H
#define ACO_CORE_SERVICES_EDGE_PROBLEM_H

#include "src/core/base/buf.h"
#include "src/core/engine/response.h"

#include <stdint.h>

/* In https://ns.adobe.com/aep/errors/EXEG-0301-200: no consent, the event is ignored. */
#define ACO_EDGE_NO_CONSENT 301

/* The NNNN of EXEG-NNNN-SSS in the problem's type; 0 if there is none. */
int aco_edge_problem_code(const aco_buf *body);
/* The number of the event that the texts refer to; -1 if they name none or several. */
int64_t aco_edge_problem_event(const aco_buf *body);
/* Code and sentences of a problem, without anything that may be a person's address. */
void aco_edge_problem_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size);
/* The number of warnings with this code in the response to an accepted request. */
size_t aco_edge_warnings(const aco_buf *body, int code);

#endif
