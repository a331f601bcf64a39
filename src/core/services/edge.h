/* The Edge Network API's collect operation: its answers, its limits, the channels of its datastreams. */
#ifndef ACO_CORE_SERVICES_EDGE_H
#define ACO_CORE_SERVICES_EDGE_H

#include "src/core/engine/engine.h"
#include "src/core/engine/service.h"

/* Documented for one body, whatever its encoding. */
#define ACO_EDGE_MAX_BYTES 65536

extern const aco_service aco_edge;

/* What a channel to a datastream may vary in. */
typedef struct aco_edge_datastream {
	const char *id;
	/* How the id is spelled in the query: the documents know two ways. */
	const char *parameter;
	/* Whether bodies may be compressed is not documented. */
	bool compressed;
} aco_edge_datastream;

/* NULL when memory is short. */
const aco_channel *aco_edge_channel(aco_engine *engine, const aco_edge_datastream *datastream);

#endif
