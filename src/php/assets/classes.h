/* SPDX-License-Identifier: MIT */
/* The classes of the namespace Aco\Assets, and what each of their files offers to the others. */
#ifndef ACO_PHP_ASSETS_CLASSES_H
#define ACO_PHP_ASSETS_CLASSES_H

#include "src/map/assets.h"
#include "src/php/classes.h"

extern zend_class_entry *php_aco_assets_assignment_ce;
extern zend_class_entry *php_aco_assets_asset_ce;
extern zend_class_entry *php_aco_assets_asset_change_ce;
extern zend_class_entry *php_aco_assets_product_change_ce;
extern zend_class_entry *php_aco_assets_sink_ce;

void php_aco_assets_assignment_register(void);
void php_aco_assets_asset_register(void);
void php_aco_assets_changes_register(void);
void php_aco_assets_sku_matcher_register(void);
void php_aco_assets_sink_register(void);

/* `roles` may be NULL: no roles. ACO_ASSET_NO_POSITION becomes null. */
void php_aco_assets_assignment_make(zval *target, zend_string *sku, zval *roles, zend_long position);
void php_aco_assets_asset_make(zval *target, const aco_asset *asset);

/* Values in the order of declaration. */
enum { PHP_ACO_ASSIGNMENT_SKU, PHP_ACO_ASSIGNMENT_ROLES, PHP_ACO_ASSIGNMENT_POSITION };

enum {
	PHP_ACO_ASSET_CHANGE_ASSET_ID,
	PHP_ACO_ASSET_CHANGE_VIDEO,
	PHP_ACO_ASSET_CHANGE_ALT_TEXTS,
	PHP_ACO_ASSET_CHANGE_ASSIGNMENTS,
	PHP_ACO_ASSET_CHANGE_UPSERTS,
	PHP_ACO_ASSET_CHANGE_REMOVALS
};

enum { PHP_ACO_PRODUCT_CHANGE_SKU, PHP_ACO_PRODUCT_CHANGE_MEDIA };

/*
 * Checks of constructor arguments: false with an exception pending that names the parameter. What they accept can be
 * read from the twins (values.h) without further checks: nobody else writes these arrays, and no member is a
 * reference.
 */
bool php_aco_assets_check_name(const zend_string *name, const char *parameter);
bool php_aco_assets_check_roles(const zval *roles, const char *parameter);
bool php_aco_assets_check_position(zend_long position, const char *parameter);
/* A list of array{store_code: string, value: string}. */
bool php_aco_assets_check_alt_texts(const zval *alt_texts, const char *parameter);
/* A list of Assignment objects. */
bool php_aco_assets_check_assignments(const zval *assignments, const char *parameter);
bool php_aco_assets_check_skus(const zval *skus, const char *parameter);
/* A list of array{assetId: string, video: bool, altTexts: list, roles: list<string>, position: ?int}. */
bool php_aco_assets_check_media(const zval *media, const char *parameter);

#endif
