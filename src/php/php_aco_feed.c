#include "php_aco_classes.h"

#include "zend_enum.h"

#include "php_aco_feed_arginfo.h"

zend_class_entry *php_aco_feed_ce;

void php_aco_feed_register(void)
{
	php_aco_feed_ce = register_class_Aco_Feed();
}

aco_feed_id php_aco_feed_id(zend_object *feed)
{
	const zval *value = zend_enum_fetch_case_value(feed);

	for (int id = 0; id < ACO_FEED_COUNT; id++) {
		if (strcmp(Z_STRVAL_P(value), aco_feeds[id].name) == 0) {
			return (aco_feed_id) id;
		}
	}
	ZEND_UNREACHABLE();
}

static const aco_feed *this_feed(zval *this_value)
{
	return &aco_feeds[php_aco_feed_id(Z_OBJ_P(this_value))];
}

ZEND_METHOD(Aco_Feed, path)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->path);
}

ZEND_METHOD(Aco_Feed, deletePath)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->delete_path);
}

ZEND_METHOD(Aco_Feed, batchLimit)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long) this_feed(ZEND_THIS)->batch_limit);
}

ZEND_METHOD(Aco_Feed, indexer)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->indexer);
}

ZEND_METHOD(Aco_Feed, table)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->table);
}
