#ifndef ACO_VERSION_H
#define ACO_VERSION_H

#define ACO_VERSION "0.1.0"

#endif
