/* SPDX-License-Identifier: MIT */
#include "src/php/assets/classes.h"

#include "src/php/assets/sink_arginfo.h"

zend_class_entry *php_aco_assets_sink_ce;

void php_aco_assets_sink_register(void)
{
	php_aco_assets_sink_ce = register_class_Aco_Assets_Sink();
}
