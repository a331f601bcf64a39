/* Clocks: one that never jumps, and the one on the wall. */
#ifndef ACO_CORE_BASE_CLOCK_H
#define ACO_CORE_BASE_CLOCK_H

#include <stdint.h>

/* Of a clock that never jumps and that all processes of the host share; it starts anew with each boot. */
int64_t aco_clock_us(void);
int64_t aco_clock_ms(void);
/* Since 1970; may jump. */
int64_t aco_clock_wall_ms(void);

#endif
