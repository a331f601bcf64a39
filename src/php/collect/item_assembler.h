/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_COLLECT_ITEM_ASSEMBLER_H
#define ACO_PHP_COLLECT_ITEM_ASSEMBLER_H

void php_aco_collect_item_assembler_register(void);

#endif
