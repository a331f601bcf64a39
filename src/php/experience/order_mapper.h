/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_ORDER_MAPPER_H
#define ACO_PHP_EXPERIENCE_ORDER_MAPPER_H

void php_aco_experience_order_mapper_register(void);

#endif
