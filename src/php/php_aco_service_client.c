#include "php_aco_service_client.h"

#include "php_aco_exceptions.h"
#include "php_aco_log.h"

bool php_aco_service_client_check_new(const php_aco_service_client *client, const zend_object *object, zval *logger)
{
	if (client->engine) {
		zend_throw_error(NULL, "Cannot construct %s twice", ZSTR_VAL(object->ce->name));
		return false;
	}
	if (logger && !php_aco_log_accepts(logger)) {
		php_aco_throw_argument("$logger must be a PSR-3 logger, a callable or null");
		return false;
	}
	return true;
}

bool php_aco_service_client_begin(php_aco_service_client *client, zend_object *connection, zend_object *limits, zval *logger)
{
	client->engine = client->make_engine(connection, limits);
	if (!client->engine) {
		return false;
	}
	ZVAL_OBJ_COPY(&client->connection, connection);
	if (limits) {
		ZVAL_OBJ_COPY(&client->limits, limits);
	}
	if (logger) {
		ZVAL_COPY(&client->logger, logger);
	} else {
		ZVAL_NULL(&client->logger);
	}
	return true;
}

void php_aco_service_client_end(php_aco_service_client *client)
{
	aco_engine_release(client->engine);
	zval_ptr_dtor(&client->connection);
	zval_ptr_dtor(&client->limits);
	zval_ptr_dtor(&client->logger);
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
	engine = client->make_engine(Z_OBJ(client->connection), Z_TYPE(client->limits) == IS_OBJECT ? Z_OBJ(client->limits) : NULL);
	if (engine) {
		aco_engine_release(client->engine);
		client->engine = engine;
	}
	return engine != NULL;
}
