#ifndef PHP_ACO_EXPERIENCE_ORDER_MAPPER_H
#define PHP_ACO_EXPERIENCE_ORDER_MAPPER_H

void php_aco_experience_order_mapper_register(void);

#endif
