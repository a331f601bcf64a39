/* SPDX-License-Identifier: MIT */
#include "src/php/service_client.h"

#include "src/php/classes.h"
#include "src/php/exceptions.h"
#include "src/php/log.h"

static bool check_new(const php_aco_service_client *client, const zend_object *object)
{
	if (client->engine) {
		zend_throw_error(NULL, "Cannot construct %s twice", ZSTR_VAL(object->ce->name));
		return false;
	}
	return true;
}

bool php_aco_service_client_begin(php_aco_service_client *client, const zend_object *object, zend_object *connection,
	zend_object *limits, zval *logger)
{
	aco_engine *engine;
	zval kept = {0};

	if (!check_new(client, object)) {
		return false;
	}

	if (logger && !php_aco_log_accepts(logger)) {
		php_aco_throw_argument("$logger must be a PSR-3 logger, a callable or null");
		return false;
	}

	ZVAL_NULL(&kept);
	if (logger && !php_aco_log_keep(&kept, logger)) {
		return false;
	}

	/* Checking the logger may run an autoloader, which may have called the constructor. */
	if (!check_new(client, object) || !(engine = client->make_engine(connection, limits))) {
		zval_ptr_dtor(&kept);
		return false;
	}

	client->engine = engine;
	ZVAL_OBJ_COPY(&client->connection, connection);

	if (limits) {
		ZVAL_OBJ_COPY(&client->limits, limits);
	}

	ZVAL_COPY_VALUE(&client->logger, &kept);

	return true;
}

void php_aco_service_client_construct(php_aco_service_client *client, const zend_object *object,
	zend_class_entry *connection_ce, zend_execute_data *execute_data)
{
	zend_object *connection, *limits = NULL;
	zval *logger = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJ_OF_CLASS(connection, connection_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
		Z_PARAM_ZVAL(logger)
	ZEND_PARSE_PARAMETERS_END();

	php_aco_service_client_begin(client, object, connection, limits, logger);
}

void php_aco_service_client_close(php_aco_service_client *client, php_aco_remains *remains)
{
	aco_engine_release(client->engine);
	client->engine = NULL;
	php_aco_remains_take(remains, &client->connection);
	php_aco_remains_take(remains, &client->limits);
	php_aco_remains_take(remains, &client->logger);
}

void php_aco_service_client_add_gc(php_aco_service_client *client, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_zval(buffer, &client->connection);
	zend_get_gc_buffer_add_zval(buffer, &client->limits);
	zend_get_gc_buffer_add_zval(buffer, &client->logger);
}

HashTable *php_aco_service_client_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_aco_service_client_add_gc(php_aco_object_struct(object), buffer);
	return php_aco_gc(object, buffer, table, count);
}

bool php_aco_service_client_stats(php_aco_service_client *client, const zend_object *object, zval *target)
{
	bool ready = php_aco_service_client_ready(client, object);

	if (ready) {
		php_aco_engine_stats(target, client->engine);
	}
	return ready;
}

bool php_aco_service_client_ready(php_aco_service_client *client, const zend_object *object)
{
	aco_engine *engine;

	if (!client->engine) {
		zend_throw_error(NULL, "%s was not constructed", ZSTR_VAL(object->ce->name));
		return false;
	}

	if (!aco_engine_is_inherited(client->engine)) {
		return true;
	}

	engine = client->make_engine(Z_OBJ(client->connection),
		Z_TYPE(client->limits) == IS_OBJECT ? Z_OBJ(client->limits) : NULL);
	if (engine) {
		aco_engine_release(client->engine);
		client->engine = engine;
	}

	return engine != NULL;
}
