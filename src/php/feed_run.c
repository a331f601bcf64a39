/* SPDX-License-Identifier: MIT */
#include "src/php/feed_run.h"

#include "src/php/document.h"
#include "src/php/exceptions.h"
#include "src/php/log.h"
#include "src/core/services/ingestion.h"

bool php_aco_feed_run_begin(php_aco_feed_run *run, aco_engine *engine, zend_object *feed_case,
	zend_object *mapper, zval *on_batch, zval *logger)
{
	aco_channel channel;

	run->feed = &aco_feeds[php_aco_feed_id(feed_case)];

	if (mapper && !php_aco_mapper_check(mapper)) {
		return false;
	}

	if (mapper && PHP_ACO_MAPPER(mapper)->feed != run->feed->id) {
		php_aco_throw_argument("$mapper maps the feed %s, not %s", aco_feeds[PHP_ACO_MAPPER(mapper)->feed].name,
			run->feed->name);
		return false;
	}

	channel = aco_ingestion_channel(run->feed);
	if (!php_aco_run_begin(&run->base, engine, aco_engine_channel(engine, &channel), on_batch, logger)) {
		return false;
	}

	run->base.make_report = php_aco_batch_make;
	ZVAL_OBJ_COPY(&run->feed_case, feed_case);

	if (mapper) {
		ZVAL_OBJ_COPY(&run->mapper, mapper);
	} else {
		ZVAL_NULL(&run->mapper);
	}

	return true;
}

void php_aco_feed_run_close(php_aco_feed_run *run, php_aco_remains *remains)
{
	php_aco_run_close(&run->base, remains);
	php_aco_remains_take(remains, &run->feed_case);
	php_aco_remains_take(remains, &run->mapper);
}

void php_aco_feed_run_add_gc(php_aco_feed_run *run, zend_get_gc_buffer *buffer)
{
	php_aco_run_add_gc(&run->base, buffer);
	zend_get_gc_buffer_add_zval(buffer, &run->feed_case);
	zend_get_gc_buffer_add_zval(buffer, &run->mapper);
}

static bool push_document(php_aco_feed_run *run, zend_object *object, zend_long position)
{
	php_aco_document *document = PHP_ACO_DOCUMENT(object);
	aco_document core;
	bool pushed;

	if (!document->json) {
		zend_throw_error(NULL, "Aco\\Document was not made by a Mapper or fromJson()");
		return false;
	}

	if (document->feed != run->feed->id) {
		php_aco_throw_argument("item " ZEND_LONG_FMT " is a document of the feed %s, not %s", position,
			aco_feeds[document->feed].name, run->feed->name);
		return false;
	}

	php_aco_document_hash(document);
	core.position = position;
	core.json = ZSTR_VAL(document->json);
	core.length = ZSTR_LEN(document->json);
	core.id = ZSTR_VAL(document->id);
	core.id_length = ZSTR_LEN(document->id);
	core.hash = ZSTR_VAL(document->hash);
	core.route = document->deleted ? ACO_ROUTE_DELETE : document->patch ? ACO_ROUTE_PATCH : ACO_ROUTE_LIVE;

	/* A callback that runs during a wait may drop the caller's reference. */
	GC_ADDREF(object);
	pushed = php_aco_run_push_document(&run->base, &core);
	OBJ_RELEASE(object);

	return pushed;
}

static bool log_replaced(php_aco_feed_run *run, HashTable *item, const char *field, zend_long position)
{
	char identity[ACO_MAP_FIELD_SIZE];
	zend_string *message;
	zval context;

	if (Z_TYPE(run->base.logger) == IS_NULL) {
		return true;
	}

	aco_map_describe(run->feed->id, item, identity, sizeof(identity));
	message = zend_strpprintf(0, "%s item (%s): invalid UTF-8 in %s was replaced by U+FFFD", run->feed->name, identity,
		field);
	array_init(&context);
	add_assoc_string(&context, "feed", run->feed->name);
	add_assoc_long(&context, "position", position);
	add_assoc_string(&context, "field", field);
	php_aco_log(&run->base.logger, "warning", message, &context);
	zend_string_release(message);

	return !EG(exception);
}

/* A copy, because the logger and callbacks that run during a wait may map items, which overwrites the scratch. */
static bool push_copy(php_aco_feed_run *run, const aco_document *document, HashTable *item, const aco_mapping *map)
{
	zend_string *json = zend_string_init(document->json, document->length, false);
	char replaced_field[ACO_MAP_FIELD_SIZE];
	aco_document copy = *document;
	bool pushed;

	memcpy(replaced_field, map->replaced_field, sizeof(replaced_field));
	copy.json = ZSTR_VAL(json);
	pushed = (!replaced_field[0] || log_replaced(run, item, replaced_field, (zend_long) document->position))
		&& php_aco_run_push_document(&run->base, &copy);
	zend_string_release(json);
	return pushed;
}

static bool push_mapped(php_aco_feed_run *run, HashTable *item, const aco_mapping *map, zend_long position)
{
	char id[ACO_SHA1_HEX];
	aco_document document = {
		.position = position,
		.json = map->out.buf.data,
		.length = map->out.buf.length,
		.id = id,
		.id_length = sizeof(id),
		.route = map->deleted ? ACO_ROUTE_DELETE : ACO_ROUTE_LIVE,
	};

	aco_digest_sha1_hex(map->identity.data, map->identity.length, id);

	if (EXPECTED(!map->replaced_field[0])
		&& EXPECTED(aco_engine_push(run->base.engine, run->base.stream, &document) == ACO_PUSH_DONE)) {
		return true;
	}

	return push_copy(run, &document, item, map);
}

static bool push_array(php_aco_feed_run *run, HashTable *item, zend_long position)
{
	const aco_mapping *map = php_aco_scratch_mapping();
	aco_map_result result;

	if (Z_TYPE(run->mapper) == IS_NULL) {
		object_init_ex(&run->mapper, php_aco_mapper_ce);
		php_aco_mapper_construct(Z_OBJ(run->mapper), Z_OBJ(run->feed_case), NULL);
	}

	if (!php_aco_mapper_run(PHP_ACO_MAPPER(Z_OBJ(run->mapper)), item, &result)) {
		return false;
	}

	switch (result) {
		case ACO_MAP_DONE:
			return push_mapped(run, item, map, position);
		case ACO_MAP_FAILED:
			php_aco_run_refuse(&run->base, position, ACO_STATUS_REJECTED,
				php_aco_mapping_message(run->feed->id, item, map), map->field);
			return true;
		default:
			run->base.skipped++;

			return true;
	}
}

bool php_aco_feed_run_push(php_aco_feed_run *run, zval *item)
{
	zend_long position = run->base.next_position++;
	bool pushed;

	ZVAL_DEREF(item);

	if (Z_TYPE_P(item) == IS_ARRAY) {
		pushed = push_array(run, Z_ARRVAL_P(item), position);
	} else if (Z_TYPE_P(item) == IS_OBJECT && Z_OBJCE_P(item) == php_aco_document_ce) {
		pushed = push_document(run, Z_OBJ_P(item), position);
	} else {
		php_aco_throw_argument("item " ZEND_LONG_FMT " must be an array or an Aco\\Document, %s given", position,
			zend_zval_type_name(item));
		return false;
	}

	return pushed && php_aco_run_tick(&run->base, position);
}
