/* SPDX-License-Identifier: MIT */
/* The Edge Network API's collect operation: its responses, its limits, and the channels of its datastreams. */
#ifndef ACO_CORE_SERVICES_EDGE_H
#define ACO_CORE_SERVICES_EDGE_H

#include "src/core/engine/service.h"

/* The documented limit of a body, in any encoding. */
#define ACO_EDGE_MAX_BYTES 65536

extern const aco_service aco_edge;

/* Options of a channel to a datastream. */
typedef struct aco_edge_datastream {
	const char *id;
	/* The query parameter that holds the id: the documentation uses two names. */
	const char *parameter;
	/* The id of a dataset, instead of the one that the datastream has; "" for that one. */
	const char *dataset;
	/* It is not documented whether bodies may be compressed. */
	bool compressed;
} aco_edge_datastream;

/* The path that collects the events of a datastream. */
void aco_edge_append_path(aco_buf *path, const aco_edge_datastream *datastream);
/* What a body begins with: the dataset, when one is given, and the list of events. */
void aco_edge_append_prefix(aco_buf *prefix, const aco_edge_datastream *datastream);
/* The channel of a datastream; borrows its id, the path and the prefix. */
aco_channel aco_edge_channel(const aco_edge_datastream *datastream, const char *path, const char *prefix);

#endif
