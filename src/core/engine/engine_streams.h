/* SPDX-License-Identifier: MIT */
/* The part of the engine that streams use. */
#ifndef ACO_CORE_ENGINE_ENGINE_STREAMS_H
#define ACO_CORE_ENGINE_ENGINE_STREAMS_H

#include "src/core/engine/stream.h"

void aco_engine_add_stream(aco_engine *engine, aco_stream *stream);
/* The head of the list of streams. */
aco_stream *aco_engine_streams(const aco_engine *engine);
/* Also drops its requests. */
void aco_engine_remove_stream(aco_engine *engine, aco_stream *stream);
aco_batch_scratch *aco_engine_scratch(aco_engine *engine);
int64_t aco_engine_retry_budget_ms(const aco_engine *engine);
size_t aco_engine_max_request_bytes(const aco_engine *engine);
/* Unanswered batches a stream may have: those in flight and one that is ready. */
size_t aco_engine_window(const aco_engine *engine);

#endif
