/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_EDGE_CLIENT_H
#define ACO_PHP_EXPERIENCE_EDGE_CLIENT_H

#include "php.h"

void php_aco_experience_edge_client_register(void);

#endif
