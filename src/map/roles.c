/* SPDX-License-Identifier: MIT */
#include "src/map/roles.h"

#include <string.h>

#define IS(literal) (memcmp(role, (literal), sizeof(literal) - 1) == 0)

/* The labels of both are documented, the names are not. */
const char *aco_map_catalog_role(const char *role, size_t length)
{
	switch (length) {
		case sizeof("image") - 1:
			return IS("image") ? "\"BASE\"" : NULL;
		case sizeof("small_image") - 1:
			return IS("small_image") ? "\"SMALL\"" : NULL;
		case sizeof("thumbnail") - 1:
			return IS("thumbnail") ? "\"THUMBNAIL\"" : NULL;
		case sizeof("swatch_image") - 1:
			return IS("swatch_image") ? "\"SWATCH\"" : NULL;
		default:
			return NULL;
	}
}
