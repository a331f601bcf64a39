/* SPDX-License-Identifier: MIT */
/* A message to the user that is not an error. */
#ifndef ACO_CORE_NET_NOTICE_H
#define ACO_CORE_NET_NOTICE_H

/* Size of the longest notice, with its NUL. */
#define ACO_NOTICE_SIZE 512

#endif
