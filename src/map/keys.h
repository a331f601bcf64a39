/* SPDX-License-Identifier: MIT */
/* The names of members that are looked up: their texts are known to the compiler, their hashes are computed once. */
#ifndef ACO_MAP_KEYS_H
#define ACO_MAP_KEYS_H

#include "php.h"

/* Names of the order feed that no other feed has. */
#define ACO_MAP_ORDER_KEYS(KEY) \
	KEY(additionalInformation) KEY(attributes_info) KEY(basePrice) KEY(billingAddress) KEY(categories) KEY(city) \
	KEY(commerceOrderId) KEY(commerceOrderNumber) KEY(commerceShipmentNumber) KEY(condition) KEY(country) \
	KEY(createdAt) \
	KEY(creditMemoId) KEY(creditMemos) KEY(customerEmail) KEY(discountAmount) KEY(entityId) KEY(grandTotal) \
	KEY(invoiceItems) KEY(invoices) KEY(isVirtual) KEY(itemId) KEY(itemPrice) KEY(items) \
	KEY(itemsShippedTogether) KEY(multiLineStreet) KEY(orderId) KEY(orderItemId) KEY(parentEntityId) KEY(path) \
	KEY(payment) KEY(paymentMethodCode) KEY(postcode) KEY(productImageUrl) KEY(productOptions) KEY(productSku) \
	KEY(purchaseOrderNumber) KEY(qtyApproved) KEY(qtyAuthorized) KEY(qtyCanceled) KEY(qtyInvoiced) KEY(qtyOrdered) \
	KEY(qtyReceived) KEY(qtyRefunded) KEY(qtyRequested) KEY(qtyShipped) KEY(reason) KEY(refundItems) KEY(region) \
	KEY(resolution) KEY(returnId) KEY(returnItems) KEY(returns) \
	KEY(shipmentId) KEY(shipments) KEY(shipping) KEY(shippingAddress) KEY(shippingAmount) \
	KEY(shippingMethodCode) KEY(shippingMethodName) KEY(state) KEY(storeCode) KEY(street) KEY(taxAmount) \
	KEY(trackingInfo) KEY(trackingNumber) KEY(trackingUrl) KEY(transactions) KEY(txnId) KEY(updatedAt)

#define ACO_MAP_KEYS(KEY) \
	KEY(attributeCode) KEY(attributes) KEY(categoryData) KEY(categoryId) KEY(categoryPath) KEY(code) \
	KEY(colorHex) KEY(currency) KEY(customRoles) KEY(customerGroupCode) KEY(customerGroupId) \
	KEY(customerGroupName) KEY(dataType) KEY(deleted) KEY(description) KEY(discounts) KEY(externalIds) \
	KEY(filterable) KEY(frontendInput) KEY(id) KEY(image) KEY(imageUrl) KEY(images) KEY(inStock) \
	KEY(includeInMenu) KEY(isActive) KEY(isDefault) KEY(keywords) KEY(label) KEY(layer) KEY(links) KEY(locale) \
	KEY(lowStock) KEY(metaDescription) KEY(metaKeyword) KEY(metaKeywords) KEY(metaTags) KEY(metaTitle) KEY(name) \
	KEY(optionsV2) KEY(origin) KEY(parents) KEY(percentage) KEY(position) KEY(price) KEY(productId) \
	KEY(productPosition) KEY(productType) KEY(qty) KEY(qtyMutability) KEY(regular) KEY(renderType) KEY(required) \
	KEY(resource) KEY(roles) KEY(searchTypes) KEY(searchWeight) KEY(searchable) KEY(shortDescription) KEY(sku) \
	KEY(sortOrder) KEY(sortable) KEY(source) KEY(status) KEY(storeViewCode) KEY(swatchType) KEY(tierPrices) \
	KEY(title) KEY(type) KEY(url) KEY(urlKey) KEY(urlPath) KEY(value) KEY(valueId) KEY(values) \
	KEY(variantReferenceId) KEY(visibility) KEY(visible) KEY(visibleInCompareList) KEY(visibleInListing) \
	KEY(visibleInSearch) KEY(websiteCode) KEY(websiteName) KEY(weight) KEY(weightUnit) \
	ACO_MAP_ORDER_KEYS(KEY)

/* Names of asset metadata, which are not C identifiers. */
#define ACO_MAP_NAMED_KEYS(NAMED) \
	NAMED(altTextStoreViews, "commerce:altTextStoreViews") NAMED(altTextValues, "commerce:altTextValues") \
	NAMED(assetFormat, "dc:format") NAMED(assetId, "assetId") NAMED(assetMetadata, "assetMetadata") \
	NAMED(assetPosition, "commerce:position") NAMED(assetPositions, "commerce:positions") \
	NAMED(assetRoles, "commerce:roles") NAMED(assetStatus, "dam:status") NAMED(isCommerce, "commerce:isCommerce") \
	NAMED(repositoryMetadata, "repositoryMetadata")

typedef enum aco_map_key {
#define KEY(name) ACO_KEY_##name,
#define NAMED(name, text) ACO_KEY_##name,
	ACO_MAP_KEYS(KEY)
	ACO_MAP_NAMED_KEYS(NAMED)
#undef NAMED
#undef KEY
	ACO_KEY_COUNT
} aco_map_key;

/* In the header, so that a comparison with a known key is compiled to a few instructions without a call. */
static const struct {
	const char *text;
	size_t length;
} aco_map_key_names[ACO_KEY_COUNT] = {
#define KEY(name) {#name, sizeof(#name) - 1},
#define NAMED(name, text) {text, sizeof(text) - 1},
	ACO_MAP_KEYS(KEY)
	ACO_MAP_NAMED_KEYS(NAMED)
#undef NAMED
#undef KEY
};

extern zend_ulong aco_map_key_hashes[ACO_KEY_COUNT];

/* Called once, when the module starts; the hashes are read-only from then on. */
void aco_map_keys_init(void);

#endif
