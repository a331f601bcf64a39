/* SPDX-License-Identifier: MIT */
/* The Catalog Data Ingestion API: its responses, and the channels of its feeds. */
#ifndef ACO_CORE_SERVICES_INGESTION_H
#define ACO_CORE_SERVICES_INGESTION_H

#include "src/core/engine/engine.h"
#include "src/core/services/feed.h"
#include "src/core/engine/service.h"

enum {
	ACO_ROUTE_LIVE,
	ACO_ROUTE_DELETE
};

extern const aco_service aco_ingestion;

/*
 * The engine's channel for a pair of operations; paths are relative to the
 * tenant's address. NULL when out of memory.
 */
const aco_channel *aco_ingestion_channel(aco_engine *engine, const char *name, const char *path,
	const char *delete_path, size_t batch_limit, aco_item_rate rate);
const aco_channel *aco_ingestion_feed_channel(aco_engine *engine, const aco_feed *feed);

#endif
