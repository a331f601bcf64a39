/* The source names that mapping looks up: the texts constants to the compiler, the hashes computed once. */
#ifndef ACO_MAP_KEYS_H
#define ACO_MAP_KEYS_H

#include "php.h"

#define ACO_MAP_KEYS(KEY) \
	KEY(attributeCode) KEY(attributes) KEY(categoryData) KEY(categoryPath) KEY(code) KEY(colorHex) \
	KEY(currency) KEY(customerGroupCode) KEY(customerGroupId) KEY(customerGroupName) KEY(dataType) \
	KEY(deleted) KEY(description) KEY(discounts) KEY(filterable) KEY(frontendInput) KEY(id) KEY(image) \
	KEY(imageUrl) KEY(images) KEY(inStock) KEY(includeInMenu) KEY(isActive) KEY(isDefault) KEY(label) \
	KEY(links) KEY(lowStock) KEY(metaDescription) KEY(metaKeyword) KEY(metaKeywords) KEY(metaTitle) \
	KEY(name) KEY(optionsV2) KEY(parents) KEY(percentage) KEY(position) KEY(price) KEY(productId) \
	KEY(productPosition) KEY(productType) KEY(qty) KEY(qtyMutability) KEY(regular) KEY(renderType) \
	KEY(required) KEY(resource) KEY(roles) KEY(searchTypes) KEY(searchWeight) KEY(searchable) \
	KEY(shortDescription) KEY(sku) KEY(sortOrder) KEY(sortable) KEY(status) KEY(storeViewCode) \
	KEY(swatchType) KEY(tierPrices) KEY(type) KEY(url) KEY(urlKey) KEY(urlPath) KEY(value) KEY(valueId) \
	KEY(values) KEY(variantReferenceId) KEY(visibility) KEY(visible) KEY(visibleInCompareList) \
	KEY(visibleInListing) KEY(visibleInSearch) KEY(websiteCode) KEY(websiteName) KEY(weight) KEY(weightUnit)

typedef enum aco_map_key {
#define KEY(name) ACO_KEY_##name,
	ACO_MAP_KEYS(KEY)
#undef KEY
	ACO_KEY_COUNT
} aco_map_key;

/* Here, and not behind a symbol, so that comparing with a known key takes a few instructions and no call. */
static const struct {
	const char *text;
	size_t length;
} aco_map_key_names[ACO_KEY_COUNT] = {
#define KEY(name) {#name, sizeof(#name) - 1},
	ACO_MAP_KEYS(KEY)
#undef KEY
};

extern zend_ulong aco_map_key_hashes[ACO_KEY_COUNT];

/* Once, at module start: the hashes are read-only from then on. */
void aco_map_keys_init(void);

#endif
