/* SPDX-License-Identifier: MIT */
/*
 * The external media operations of Commerce's REST API: one document per request, and a
 * separate operation for each kind of change.
 */
#ifndef ACO_CORE_SERVICES_MEDIA_H
#define ACO_CORE_SERVICES_MEDIA_H

#include "src/core/engine/service.h"

/* Routes of the channel. */
enum {
	ACO_MEDIA_SYNC_ASSET,
	ACO_MEDIA_IMAGE,
	ACO_MEDIA_VIDEO,
	ACO_MEDIA_PRODUCT,
	ACO_MEDIA_REMOVE_ASSET,
	ACO_MEDIA_REMOVE_ASSET_AND_SKU,
	ACO_MEDIA_REMOVE_SKU,
	ACO_MEDIA_ROUTE_COUNT
};

/* Relative to the address of the store's REST API. */
#define ACO_MEDIA_PATH "/V1/products/external-media/"

extern const aco_service aco_media;

extern const aco_channel aco_media_channel;

/* The sentence in Commerce's error responses: a message with placeholders, and their parameters. */
void aco_media_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size);

#endif
