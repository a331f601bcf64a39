/* SPDX-License-Identifier: MIT */
/* What Aco\sendWhile() was given, which is asked before requests start. */
#ifndef ACO_PHP_PERMIT_H
#define ACO_PHP_PERMIT_H

#include "src/core/engine/engine.h"

#include <stdbool.h>

/* Asks when the last word is too old, and tells the engine how long it counts; false with an exception pending. */
bool php_aco_permit_renew(aco_engine *engine);
/* At the end of a request of the web server, or of the script. */
void php_aco_permit_end(void);

#endif
