/* SPDX-License-Identifier: MIT */
#include "src/core/shared/boot_id.h"

#include <stdio.h>
#include <string.h>
#if defined(__APPLE__) || defined(__FreeBSD__)
# include <sys/sysctl.h>
# include <sys/time.h>
#endif

void aco_boot_id(char id[ACO_BOOT_ID_SIZE])
{
	memset(id, 0, ACO_BOOT_ID_SIZE);
#if defined(__linux__)
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");

	if (file) {
		if (!fgets(id, ACO_BOOT_ID_SIZE, file)) {
			id[0] = '\0';
		}

		fclose(file);
	}
#elif defined(__APPLE__) || defined(__FreeBSD__)
	struct timeval boot;
	size_t size = sizeof(boot);

	if (sysctlbyname("kern.boottime", &boot, &size, NULL, 0) == 0) {
		snprintf(id, ACO_BOOT_ID_SIZE, "%lld", (long long) boot.tv_sec);
	}
#endif
}
