/* SPDX-License-Identifier: MIT */
/* The Catalog Data Ingestion API: its responses, and the channels of its feeds. */
#ifndef ACO_CORE_SERVICES_INGESTION_H
#define ACO_CORE_SERVICES_INGESTION_H

#include "src/core/engine/service.h"
#include "src/core/services/feed.h"

enum {
	ACO_ROUTE_LIVE,
	ACO_ROUTE_DELETE,
	/* Of feeds that are patchable only. */
	ACO_ROUTE_PATCH
};

extern const aco_service aco_ingestion;

/* Initializes a channel for a pair of operations. */
#define ACO_INGESTION_CHANNEL(channel_name, live_path, delete_path, limit, item_rate) { \
		.service = &aco_ingestion, \
		.name = (channel_name), \
		.batch_limit = (limit), \
		.rate = (item_rate), \
		.prefix = "[", \
		.suffix = "]", \
		.compressed = true, \
		.hashed = true, \
		.route_count = 2, \
		.deleting = 1u << ACO_ROUTE_DELETE, \
		.paths = {[ACO_ROUTE_LIVE] = (live_path), [ACO_ROUTE_DELETE] = (delete_path)}, \
	}

/* The channel of a feed. */
aco_channel aco_ingestion_channel(const aco_feed *feed);

#endif
