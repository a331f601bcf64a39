/* SPDX-License-Identifier: MIT */
#include "src/core/engine/engine_private.h"

#include <stdlib.h>
#include <string.h>

typedef struct aco_channel_entry {
	aco_channel channel;
	char *name;
	char *prefix;
	char *paths[ACO_ROUTES_MAX];
	struct aco_channel_entry *next;
} aco_channel_entry;

static bool has_paths(const aco_channel *channel, const aco_channel *wanted)
{
	for (size_t route = 0; route < wanted->route_count; route++) {
		if (strcmp(channel->paths[route], wanted->paths[route]) != 0) {
			return false;
		}
	}
	return true;
}

static void free_channel(aco_channel_entry *channel)
{
	for (size_t route = 0; route < ACO_ROUTES_MAX; route++) {
		free(channel->paths[route]);
	}
	free(channel->name);
	free(channel->prefix);
	free(channel);
}

static aco_channel_entry *copy_channel(const aco_channel *wanted)
{
	aco_channel_entry *copy = calloc(1, sizeof(*copy));

	if (!copy) {
		return NULL;
	}

	copy->channel = *wanted;
	copy->channel.name = copy->name = strdup(wanted->name);
	copy->channel.prefix = copy->prefix = strdup(wanted->prefix);
	if (!copy->name || !copy->prefix) {
		free_channel(copy);
		return NULL;
	}

	for (size_t route = 0; route < wanted->route_count; route++) {
		if (!(copy->channel.paths[route] = copy->paths[route] = strdup(wanted->paths[route]))) {
			free_channel(copy);
			return NULL;
		}
	}

	return copy;
}

const aco_channel *aco_engine_channel(aco_engine *engine, const aco_channel *wanted)
{
	aco_channel_entry *channel = engine->channels;

	for (; channel; channel = channel->next) {
		if (channel->channel.service == wanted->service && channel->channel.route_count == wanted->route_count
			&& strcmp(channel->channel.prefix, wanted->prefix) == 0 && has_paths(&channel->channel, wanted)) {
			return &channel->channel;
		}
	}

	if (!(channel = copy_channel(wanted))) {
		return NULL;
	}

	channel->next = engine->channels;
	engine->channels = channel;
	return &channel->channel;
}

const char *aco_engine_base_url(const aco_engine *engine)
{
	return engine->base_url;
}

bool aco_engine_copy_addressing(aco_engine *engine, const aco_engine_settings *settings)
{
	size_t count = 0;

	while (settings->headers && settings->headers[count]) {
		count++;
	}

	engine->base_url = strdup(settings->base_url);
	engine->headers = calloc(count + 1, sizeof(*engine->headers));
	if (!engine->base_url || !engine->headers) {
		return false;
	}

	for (size_t i = 0; i < count; i++) {
		if (!(engine->headers[i] = strdup(settings->headers[i]))) {
			return false;
		}
	}

	return true;
}

void aco_engine_free_addressing(aco_engine *engine)
{
	while (engine->channels) {
		aco_channel_entry *next = engine->channels->next;

		free_channel(engine->channels);
		engine->channels = next;
	}
	for (char **header = engine->headers; header && *header; header++) {
		free(*header);
	}
	free(engine->headers);
	free(engine->base_url);
}
