/* SPDX-License-Identifier: MIT */
#include "src/map/roles.h"

#include "src/core/base/count.h"

#include <string.h>

/* The labels of both are documented, the names are not. */
static const struct {
	const char *commerce;
	const char *catalog;
} roles[] = {
	{"image", "\"BASE\""},
	{"small_image", "\"SMALL\""},
	{"thumbnail", "\"THUMBNAIL\""},
	{"swatch_image", "\"SWATCH\""},
};

#define ROLE_COUNT ACO_COUNT(roles)

const char *aco_map_catalog_role(const char *role, size_t length)
{
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		if (strlen(roles[i].commerce) == length && memcmp(roles[i].commerce, role, length) == 0) {
			return roles[i].catalog;
		}
	}

	return NULL;
}
