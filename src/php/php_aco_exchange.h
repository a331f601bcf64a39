/* One request and its answer, for what is asked once in a while: waits in slices, so that signals and time limits are seen. */
#ifndef PHP_ACO_EXCHANGE_H
#define PHP_ACO_EXCHANGE_H

#include "php.h"
#include "src/core/aco_http.h"

/*
 * The finished transfer, to be released; NULL with an exception pending. The pump belongs to an object, or to a frame that
 * catches bailouts.
 */
aco_http_transfer *php_aco_exchange(aco_http *http, const aco_http_request *request);
/* False with an exception pending. */
bool php_aco_exchange_pause(aco_http *http, int64_t milliseconds);
/* A pump of this process, with these settings, in `*http`; false with an exception pending. */
bool php_aco_exchange_ready(aco_http **http, const aco_http_settings *settings);
/* NULL is allowed. */
void php_aco_exchange_end(aco_http *http);

#endif
