/*
 * Included before every file of a build with PHP 8.2: takes away what PHP 8.1 does not have, so that its use fails the
 * build. What is newer than 8.2 is not there anyway. Macros are undefined, functions poisoned, after the headers that
 * use them.
 */
#include "php.h"
#include "php_ini.h"
#include "ext/standard/info.h"
#include "zend_attributes.h"
#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_hash.h"
#include "zend_interfaces.h"
#include "zend_smart_str.h"
#include "zend_weakrefs.h"

#undef ZEND_HASH_MAP_FOREACH_FROM
#undef ZEND_HASH_MAP_FOREACH
#undef ZEND_HASH_MAP_FOREACH_BUCKET
#undef ZEND_HASH_MAP_FOREACH_KEY_VAL
#undef ZEND_HASH_MAP_FOREACH_PTR
#undef ZEND_HASH_MAP_FOREACH_STR_KEY
#undef ZEND_HASH_MAP_FOREACH_STR_KEY_PTR
#undef ZEND_HASH_MAP_FOREACH_STR_KEY_VAL
#undef ZEND_HASH_MAP_FOREACH_VAL
#undef ZEND_HASH_PACKED_FOREACH
#undef ZEND_HASH_PACKED_FOREACH_FROM
#undef ZEND_HASH_PACKED_FOREACH_KEY_VAL
#undef ZEND_HASH_PACKED_FOREACH_PTR
#undef ZEND_HASH_PACKED_FOREACH_VAL

#pragma GCC poison smart_str_trim_to_size zend_enum_get_case_by_value zend_enum_get_case_by_id
#pragma GCC poison zend_get_attribute_object zend_is_countable zend_is_iterable zend_string_ends_with
#pragma GCC poison zend_string_equals_cstr zend_string_starts_with zend_string_starts_with_cstr
