/* SPDX-License-Identifier: MIT */
/* Identifies this boot of the host: values of aco_clock_us() mean nothing after another boot. */
#ifndef ACO_CORE_SHARED_BOOT_ID_H
#define ACO_CORE_SHARED_BOOT_ID_H

#define ACO_BOOT_ID_SIZE 40

/* NUL-terminated; "" where the system does not provide it. */
void aco_boot_id(char id[ACO_BOOT_ID_SIZE]);

#endif
