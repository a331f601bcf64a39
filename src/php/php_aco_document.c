#include "php_aco_document.h"

#include "ext/json/php_json.h"
#include "php_aco_exceptions.h"
#include "zend_interfaces.h"

#include "php_aco_document_arginfo.h"

#define MAX_DEPTH 64
#define MAX_ID_LENGTH 64

zend_class_entry *php_aco_document_ce;

PHP_ACO_ASSERT_STD_LAST(php_aco_document);

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	php_aco_document *document = zend_object_alloc(sizeof(*document), class_entry);

	zend_object_std_init(&document->std, class_entry);
	object_properties_init(&document->std, class_entry);
	document->std.handlers = &handlers;
	return &document->std;
}

static void free_object(zend_object *object)
{
	php_aco_document *document = PHP_ACO_DOCUMENT(object);

	if (document->json) {
		zend_string_release(document->json);
	}
	zend_object_std_dtor(object);
}

/* Takes over the references of json and id. */
static void make(zval *target, zend_object *feed_case, aco_feed_id feed, zend_string *json, zend_string *id, const char *hash, bool deleted)
{
	php_aco_document *document;
	zval value;

	object_init_ex(target, php_aco_document_ce);
	document = PHP_ACO_DOCUMENT(Z_OBJ_P(target));
	document->feed = feed;
	document->json = json;
	ZVAL_OBJ_COPY(&value, feed_case);
	php_aco_set_property(&document->std, PHP_ACO_DOCUMENT_FEED, &value);
	ZVAL_STR(&value, id);
	php_aco_set_property(&document->std, PHP_ACO_DOCUMENT_ID, &value);
	ZVAL_STRINGL(&value, hash, ACO_SHA1_HEX);
	php_aco_set_property(&document->std, PHP_ACO_DOCUMENT_HASH, &value);
	ZVAL_BOOL(&value, deleted);
	php_aco_set_property(&document->std, PHP_ACO_DOCUMENT_DELETED, &value);
}

void php_aco_document_make(zval *target, zend_object *feed_case, aco_feed_id feed, const aco_map *map)
{
	make(target, feed_case, feed,
		zend_string_init(map->out.buf.data, map->out.buf.length, false),
		zend_string_init(map->id, ACO_SHA1_HEX, false), map->hash, map->deleted);
}

/* One JSON object, within the depth; says what is wrong otherwise. */
static bool check_json(zend_string *json)
{
	bool object = false;
	zval decoded;

	for (size_t i = 0; i < ZSTR_LEN(json); i++) {
		char byte = ZSTR_VAL(json)[i];
		if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r') {
			object = byte == '{';
			break;
		}
	}
	if (!object) {
		php_aco_throw_argument("$json must be a JSON object");
		return false;
	}
	ZVAL_UNDEF(&decoded);
	if (php_json_decode_ex(&decoded, ZSTR_VAL(json), ZSTR_LEN(json), PHP_JSON_OBJECT_AS_ARRAY, MAX_DEPTH) == FAILURE) {
		php_aco_throw_argument("$json is not valid JSON of at most %d levels", MAX_DEPTH);
		return false;
	}
	zval_ptr_dtor(&decoded);
	return true;
}

ZEND_METHOD(Aco_Document, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aco_Document, fromJson)
{
	char hash[ACO_SHA1_HEX];
	zend_string *id, *json;
	bool deleted = false;
	zend_object *feed;

	ZEND_PARSE_PARAMETERS_START(3, 4)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_STR(id)
		Z_PARAM_STR(json)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(deleted)
	ZEND_PARSE_PARAMETERS_END();

	if (ZSTR_LEN(id) == 0 || ZSTR_LEN(id) > MAX_ID_LENGTH || strlen(ZSTR_VAL(id)) != ZSTR_LEN(id)) {
		php_aco_throw_argument("$id must have 1 to %d bytes, none of them NUL", MAX_ID_LENGTH);
		RETURN_THROWS();
	}
	if (!check_json(json)) {
		RETURN_THROWS();
	}
	aco_digest_sha1_hex(ZSTR_VAL(json), ZSTR_LEN(json), hash);
	make(return_value, feed, php_aco_feed_id(feed), zend_string_copy(json), zend_string_copy(id), hash, deleted);
}

/* Objects without a body can only come from reflection. */
static zend_string *body(zval *this_value)
{
	php_aco_document *document = PHP_ACO_DOCUMENT(Z_OBJ_P(this_value));

	if (!document->json) {
		zend_throw_error(NULL, "Aco\\Document was not made by a Mapper or fromJson()");
	}
	return document->json;
}

ZEND_METHOD(Aco_Document, __toString)
{
	zend_string *json;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(json = body(ZEND_THIS))) {
		RETURN_THROWS();
	}
	RETURN_STR_COPY(json);
}

ZEND_METHOD(Aco_Document, jsonSerialize)
{
	zend_string *json;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(json = body(ZEND_THIS))) {
		RETURN_THROWS();
	}
	php_json_decode_ex(return_value, ZSTR_VAL(json), ZSTR_LEN(json), PHP_JSON_OBJECT_AS_ARRAY, MAX_DEPTH);
}

void php_aco_document_register(void)
{
	php_aco_document_ce = register_class_Aco_Document(zend_ce_stringable, php_json_serializable_ce);
	php_aco_document_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(php_aco_document, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
