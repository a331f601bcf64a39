#ifndef ACO_HTTP_H
#define ACO_HTTP_H
#include <stdbool.h>
bool aco_http_global_init(void);
void aco_http_global_cleanup(void);
#endif
