/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 39aae9f5ec0cb3cb6086e104f150dbe0d5cb436f */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Aco_priceBookId, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, websiteCode, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, customerGroupId, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Aco_sendWhile, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, holds, IS_CALLABLE, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, milliseconds, IS_LONG, 0, "15000")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Aco_gzip, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_FUNCTION(Aco_priceBookId);
ZEND_FUNCTION(Aco_sendWhile);
ZEND_FUNCTION(Aco_gzip);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("Aco", priceBookId, Aco_priceBookId, arginfo_Aco_priceBookId)
	ZEND_NS_FALIAS("Aco", sendWhile, Aco_sendWhile, arginfo_Aco_sendWhile)
	ZEND_NS_FALIAS("Aco", gzip, Aco_gzip, arginfo_Aco_gzip)
	ZEND_FE_END
};

static void register_aco_symbols(int module_number)
{
	REGISTER_STRING_CONSTANT("Aco\\VERSION", PHP_ACO_VERSION, CONST_PERSISTENT);
}
