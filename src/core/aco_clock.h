/* Milliseconds of a clock that never jumps. */
#ifndef ACO_CLOCK_H
#define ACO_CLOCK_H

#include <stdint.h>

int64_t aco_clock_ms(void);

#endif
