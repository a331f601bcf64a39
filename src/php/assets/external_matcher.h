/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_ASSETS_EXTERNAL_MATCHER_H
#define ACO_PHP_ASSETS_EXTERNAL_MATCHER_H

void php_aco_assets_external_matcher_register(void);

#endif
