/*
 * Preloaded into a PHP that is built without sanitizers: it loads modules with RTLD_DEEPBIND, which keeps a module from
 * the allocator that AddressSanitizer brings.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int);

	*(void **) &next = dlsym(RTLD_NEXT, "dlopen");
	return next(file, mode & ~RTLD_DEEPBIND);
}
