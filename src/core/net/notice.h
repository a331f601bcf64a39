/* Something to tell the user that is no error. */
#ifndef ACO_CORE_NET_NOTICE_H
#define ACO_CORE_NET_NOTICE_H

/* Bytes of the longest one, with its NUL. */
#define ACO_NOTICE_SIZE 512

#endif
