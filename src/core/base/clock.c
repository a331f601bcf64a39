/* SPDX-License-Identifier: MIT */
#include "src/core/base/clock.h"

#ifdef _WIN32
# include <windows.h>

/* From 1601 to 1970, in units of 100 ns. */
# define EPOCH_DIFFERENCE 116444736000000000LL

int64_t aco_clock_us(void)
{
	return (int64_t) GetTickCount64() * 1000;
}

/* GetTickCount64() counts the time in which the host slept. */
int64_t aco_clock_suspended_us(void)
{
	return aco_clock_us();
}

int64_t aco_clock_wall_ms(void)
{
	FILETIME now;

	GetSystemTimeAsFileTime(&now);
	return ((((int64_t) now.dwHighDateTime << 32) | now.dwLowDateTime) - EPOCH_DIFFERENCE) / 10000;
}
#else
# include <time.h>

# ifdef CLOCK_BOOTTIME
#  define SUSPENDED_CLOCK CLOCK_BOOTTIME
# else
#  define SUSPENDED_CLOCK CLOCK_MONOTONIC
# endif

static int64_t read_clock_us(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (int64_t) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t aco_clock_us(void)
{
	return read_clock_us(CLOCK_MONOTONIC);
}

int64_t aco_clock_suspended_us(void)
{
	return read_clock_us(SUSPENDED_CLOCK);
}

int64_t aco_clock_wall_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
#endif

int64_t aco_clock_ms(void)
{
	return aco_clock_us() / 1000;
}
