/* Which run of the host this is: moments of aco_clock_us() mean nothing in another one. */
#ifndef ACO_CORE_SHARED_BOOT_ID_H
#define ACO_CORE_SHARED_BOOT_ID_H

#define ACO_BOOT_ID_SIZE 40

/* NUL-terminated; "" where the system does not tell. */
void aco_boot_id(char id[ACO_BOOT_ID_SIZE]);

#endif
