/* SPDX-License-Identifier: MIT */
/* The roles of images: those of Commerce have a name in the catalog, all others are the merchant's own. */
#ifndef ACO_MAP_ROLES_H
#define ACO_MAP_ROLES_H

#include <stddef.h>

/* The catalog's name of a role of Commerce, as JSON text; NULL for a role of the merchant's own. */
const char *aco_map_catalog_role(const char *role, size_t length);

#endif
