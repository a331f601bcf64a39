/* SPDX-License-Identifier: MIT */
#ifndef ACO_CORE_BASE_VERSION_H
#define ACO_CORE_BASE_VERSION_H

#define ACO_VERSION "0.1.0"

#endif
