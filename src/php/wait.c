/* SPDX-License-Identifier: MIT */
#include "src/php/wait.h"

#if PHP_VERSION_ID >= 80200
# include "zend_atomic.h"
# define INTERRUPTED() zend_atomic_bool_load_ex(&EG(vm_interrupt))
# define CLEAR_INTERRUPT() zend_atomic_bool_store_ex(&EG(vm_interrupt), false)
# define TIMED_OUT() zend_atomic_bool_load_ex(&EG(timed_out))
#else
# define INTERRUPTED() EG(vm_interrupt)
# define CLEAR_INTERRUPT() (EG(vm_interrupt) = 0)
# define TIMED_OUT() EG(timed_out)
#endif

bool php_aco_handle_interrupt(void)
{
	if (INTERRUPTED()) {
		CLEAR_INTERRUPT();
		if (TIMED_OUT()) {
			zend_timeout();
		} else if (zend_interrupt_function) {
			zend_interrupt_function(EG(current_execute_data));
		}
	}
	return !EG(exception);
}
