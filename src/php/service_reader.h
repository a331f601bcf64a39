/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_SERVICE_READER_H
#define ACO_PHP_SERVICE_READER_H

void php_aco_service_reader_register(void);

#endif
