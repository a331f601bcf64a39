<?php

/**
 * What the extension aco has, for editors and static analysis; not to be loaded. Made by scripts/ide-stub.
 *
 * @noinspection ALL
 */

namespace Aco\Experience {
    /** Sends events to datastreams of the Edge Network (`POST /ee/v2/collect`), up to 64 KB a request. */
    final class EdgeClient
    {
        /**
         * @param \Aco\Limits|null $limits default: those of a new Limits object, but 100 requests a second
         * @param (callable(string, string, array<string, mixed>): void)|\Psr\Log\LoggerInterface|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`; never gets a secret, a token or an event
         * @throws \Aco\Exception\InvalidArgumentException when the logger is neither, or the state folder cannot be used
         */
        public function __construct(\Aco\Experience\EdgeConnection $connection, ?\Aco\Limits $limits = null, callable|object|null $logger = null) {}

        /**
         * Sends all events to one datastream and waits for the responses.
         *
         * The result's positions count the events from 0: 400 for what the service will never take, 2 for what
         * is to be sent again, with the same `_id`. Exceptions of the generator, of $onBatch and of the logger come
         * through; requests in flight are dropped.
         *
         * @param iterable<\Aco\Experience\Event> $events Event objects
         * @param (callable(\Aco\Report): void)|null $onBatch fn(\Aco\Report $report): void, for every response, and for events given up without one
         * @throws \Aco\Exception\InvalidArgumentException when the datastream's id is invalid, or an item is not an Event
         */
        public function submit(string $datastreamId, \Traversable|array $events, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * A stream to push events to; several, for several datastreams, share the client's connections.
         *
         * @param (callable(\Aco\Report): void)|null $onBatch as for submit()
         * @throws \Aco\Exception\InvalidArgumentException when the datastream's id is invalid
         */
        public function open(string $datastreamId, ?callable $onBatch = null): \Aco\Experience\EventStream {}

        /**
         * Counters since the client was made.
         *
         * `partial`: responses 207, accepted with a failure behind the Edge Network. `withoutConsent`: warnings that an
         * accepted event was ignored because consent is missing.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int, partial: int, withoutConsent: int}
         */
        public function stats(): array {}
    }

    /** How to reach the Edge Network, and as whom. */
    final class EdgeConnection
    {
        /** null: nobody; then the datastreams must be open to requests without a token. */
        public readonly ?\Aco\ImsCredentials $credentials;

        public readonly string $url;

        /** How the query spells the datastream's id. */
        public readonly string $datastreamParameter;

        public readonly bool $gzip;

        public readonly \Aco\Transport $transport;

        /**
         * @param \Aco\ImsCredentials|null $credentials with an `orgId`
         * @param string|null $url null: `https://server.adobedc.net` with credentials, `https://edge.adobedc.net` without
         * @param string $datastreamParameter `datastreamId`; `dataStreamId` in older documents
         * @param bool $gzip compress bodies; whether the service takes that is not documented
         * @throws \Aco\Exception\InvalidArgumentException names the parameter
         */
        public function __construct(
            ?\Aco\ImsCredentials $credentials = null,
            ?string $url = null,
            string $datastreamParameter = 'datastreamId',
            bool $gzip = false,
            ?\Aco\Transport $transport = null
        ) {}
    }

    /** One event of an order, as it goes to the Edge Network. */
    final class Event implements \Stringable, \JsonSerializable
    {
        /** The `_id` of the XDM document: the same whenever the same event is made. */
        public readonly string $id;

        /** The `eventType` of the XDM document. */
        public readonly string $type;

        /** The UUID of the order, its number in the database where it has none. */
        public readonly string $orderId;

        /** Decides the datastream; "" when the order's store view was deleted. */
        public readonly string $websiteCode;

        /** When it happened, RFC 3339. */
        public readonly string $timestamp;

        /**
         * What of the order is not in the body, by field: `trackingNumber` for one that is not a number, `details` for names, options and custom attributes and `productListItems` for lines that made the event too large for a request.
         *
         * @var array<string, int>
         */
        public readonly array $leftOut;

        private function __construct() {}

        /**
         * An event from what was stored of it.
         *
         * @param string $id 1 to 64 bytes
         * @param string $json one JSON object of at most 64 levels, kept byte for byte
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function fromJson(string $id, string $type, string $orderId, string $websiteCode, string $timestamp, string $json): \Aco\Experience\Event {}

        /** The wire JSON: `{"xdm":{…}}`. */
        public function __toString(): string {}

        /**
         * The wire JSON, decoded.
         *
         * @return array<string, mixed>
         */
        public function jsonSerialize(): array {}
    }

    /**
     * Events on their way to one datastream. From EdgeClient::open().
     *
     * A stream destroyed before finish() drops what got no response, and logs a warning.
     */
    final class EventStream
    {
        private function __construct() {}

        /**
         * Blocks only when the send window is full.
         *
         * @throws \Aco\Exception\InvalidArgumentException when the stream is finished, or was opened by the parent process
         */
        public function push(\Aco\Experience\Event $event): void {}

        /**
         * Sends what is pending, waits for the responses, and ends the stream.
         *
         * @throws \Aco\Exception\InvalidArgumentException when called again, or by the stream's own callback
         */
        public function finish(): \Aco\Submission {}
    }

    /** Maps orders, as Commerce's feed has them, to the events that are new in them. */
    final class OrderMapper
    {
        public readonly \Aco\Experience\Settings $settings;

        /** Whether bodies have the names of Commerce's documentation where the XDM schemas have others. */
        public readonly bool $documentedNames;

        /**
         *
         *
         * @var array<string, string> paths of the custom attributes of orders that are sent, by name
         */
        public readonly array $orderAttributes;

        /**
         *
         *
         * @var array<string, string> the same of order lines
         */
        public readonly array $itemAttributes;

        /** Where tracking numbers go as text, below `commerce.shipping`; "": only numbers go, to the schema's field. */
        public readonly string $trackingPath;

        /** Whether the identity is the e-mail address without blanks around it and in lower case. */
        public readonly bool $normalizedIdentity;

        /**
         * Of `additionalInformation` only what is listed is sent: it also holds payment data. A path has two to
         * eight names of letters, digits and underscores, joined by dots, and starts with the tenant's, e.g.
         * `_mytenant.giftWrapping`: below `commerce.order`, or below each product list item. The schemas have a number for
         * tracking numbers, while most carriers use letters: `$trackingPath`, e.g. `_mytenant.trackingNumber`, takes all of
         * them.
         *
         * @param array<string, string> $orderAttributes
         * @param array<string, string> $itemAttributes
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(
            \Aco\Experience\Settings $settings,
            bool $documentedNames = false,
            array $orderAttributes = [],
            array $itemAttributes = [],
            string $trackingPath = '',
            bool $normalizedIdentity = false
        ) {}

        /**
         * The events of a snapshot that were not sent before, in the order in which business goes. None for an order
         * whose website has its back office events off.
         *
         * @param array<string, mixed> $order
         * @param list<string> $sentIds ids of the events that were sent before
         * @param array<string, array{string, ?string}> $firstSent by id: timestamp of an event that is made again, and `updatedAt` of its order, with which it was sent first. It keeps them, however its order has changed since
         * @return list<\Aco\Experience\Event>
         * @throws \Aco\Exception\MappingException names the field when one is missing or of a wrong type
         */
        public function map(array $order, array $sentIds = [], array $firstSent = []): array {}
    }

    /** What an operator sets: once for the instance, and per website with the default scope behind it. */
    final class Settings
    {
        /** 24 letters or digits followed by `@AdobeOrg`; "" while it is not set. */
        public readonly string $organizationId;

        /** The SaaS environment (data space); part of the events' `_id`. */
        public readonly string $environmentId;

        /** Global name of an own Web SDK in the storefront; "" for the one that comes with it. */
        public readonly string $webSdkName;

        /**
         * A scope is an array of `datastreamId` (string), `storefrontEvents` (bool), `backOfficeEvents` (bool) and
         * `defaultConsent` ("in", "out" or "pending"). What is left out or null is inherited: a website has it of
         * `$default`, and `$default` has no datastream, storefront events as soon as they can work, no back office
         * events, and the consent "pending".
         *
         * @param array{datastreamId?: ?string, storefrontEvents?: ?bool, backOfficeEvents?: ?bool, defaultConsent?: "in"|"out"|"pending"|null} $default the default scope
         * @param array<string, array{datastreamId?: ?string, storefrontEvents?: ?bool, backOfficeEvents?: ?bool, defaultConsent?: "in"|"out"|"pending"|null}> $websites scopes by website code
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(
            string $organizationId,
            string $environmentId = '',
            string $webSdkName = '',
            array $default = [],
            array $websites = []
        ) {}

        /**
         * The codes of the websites that have settings of their own.
         *
         * @return list<string>
         */
        public function websites(): array {}

        /** The datastream of a website, "" when it has none that can be used. Null is the default scope. */
        public function datastreamId(?string $websiteCode): string {}

        /** Whether the orders of a website are wanted. */
        public function backOfficeEvents(?string $websiteCode): bool {}

        /** Whether the storefront of a website is to send events, and can. */
        public function storefrontEvents(?string $websiteCode): bool {}

        /**
         * What the storefront's collector needs.
         *
         * @return array{organizationId: string, datastreamId: string, webSdkName: string, enabled: bool, defaultConsent: string} string, datastreamId: string, webSdkName: string, enabled: bool, defaultConsent: string}
         */
        public function storefrontConfig(?string $websiteCode): array {}

        /**
         * What keeps events of a website from being sent, in sentences.
         *
         * @return list<string>
         */
        public function errors(?string $websiteCode): array {}

        /**
         * What works but is hardly meant.
         *
         * @return list<string>
         */
        public function warnings(?string $websiteCode): array {}
    }
}

namespace Aco\Exception {
    /** Everything this extension throws for reasons of its own. */
    interface AcoException extends \Throwable
    {
        /** Whether the same call can succeed later without a change. */
        public function isRetryable(): bool;
    }

    /** The service responds with an error. The code is the HTTP status. */
    final class ApiException extends \RuntimeException implements \Aco\Exception\AcoException
    {
        public readonly int $status;

        /** The service's `x-request-id`, "" when there was none. */
        public readonly string $requestId;

        public function isRetryable(): bool {}
    }

    /** IMS refuses the credentials. */
    final class AuthenticationException extends \RuntimeException implements \Aco\Exception\AcoException
    {
        public function isRetryable(): bool {}
    }

    /** No connection, or no readable response. The code is libcurl's. */
    class TransportException extends \RuntimeException implements \Aco\Exception\AcoException
    {
        public function isRetryable(): bool {}
    }

    /** A setting or an argument that can never work. */
    final class InvalidArgumentException extends \InvalidArgumentException implements \Aco\Exception\AcoException
    {
        public function isRetryable(): bool {}
    }

    /** An item that cannot be mapped. */
    final class MappingException extends \UnexpectedValueException implements \Aco\Exception\AcoException
    {
        /** Source field, e.g. `images.3.resource.url`. */
        public readonly string $field;

        /** What is wrong with it, without the item. */
        public readonly string $reason;

        public function isRetryable(): bool {}
    }

    /** No response in time. */
    final class TimeoutException extends \Aco\Exception\TransportException
    {
    }
}

namespace Aco\Assets {
    /** Where the mappings of assets to products go. */
    interface Sink
    {
        /**
         * Applies changes. Repeating one is harmless.
         *
         * @param iterable<\Aco\Assets\AssetChange|\Aco\Assets\ProductChange> $changes AssetChange or ProductChange objects; which of them are taken is for the sink to say
         * @param (callable(\Aco\Report): void)|null $onBatch gets an \Aco\Report as soon as the fate of changes is decided
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function apply(\Traversable|array $changes, ?callable $onBatch = null): \Aco\Submission;
    }

    /** An AEM as a Cloud Service environment. Ids are accepted with and without their letter, and kept without. */
    final class AemEnvironment
    {
        public readonly string $programId;

        public readonly string $environmentId;

        /**
         * @param string $programId e.g. `12345` or `p12345`
         * @param string $environmentId e.g. `67890` or `e67890`
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(string $programId, string $environmentId) {}

        /**
         * From the address of an author or delivery tier, e.g. `https://author-p12345-e67890.adobeaemcloud.com/`.
         *
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function fromHost(string $host): \Aco\Assets\AemEnvironment {}

        /** The host that delivers assets: `delivery-p{programId}-e{environmentId}.adobeaemcloud.com`. */
        public function deliveryHost(): string {}
    }

    /** What the metadata of an asset, or an external matcher, says: which products show it. */
    final class Asset
    {
        public readonly string $id;

        /** Whether products may show it. */
        public readonly bool $eligible;

        /** Why not: `not_commerce`, `not_approved` or `no_sku`; "" when eligible. */
        public readonly string $reason;

        public readonly bool $video;

        /** MIME type, "" when unknown. */
        public readonly string $format;

        /**
         * empty for videos.
         *
         * @var list<array{store_code: string, value: string}>
         */
        public readonly array $altTexts;

        /**
         * one for each SKU; empty when not eligible.
         *
         * @var list<\Aco\Assets\Assignment>
         */
        public readonly array $assignments;

        private function __construct() {}

        /**
         * An asset from the response of an external matcher. Without assignments it is not eligible.
         *
         * @param string $id at most 255 bytes
         * @param list<\Aco\Assets\Assignment> $assignments
         * @param list<array{store_code: string, value: string}> $altTexts dropped for videos
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function fromMatches(string $id, array $assignments, bool $video = false, array $altTexts = [], string $format = ''): \Aco\Assets\Asset {}
    }

    /** What is to become of one asset at a sink. */
    final class AssetChange
    {
        public readonly string $assetId;

        public readonly bool $video;

        /**
         * empty for videos.
         *
         * @var list<array{store_code: string, value: string}>
         */
        public readonly array $altTexts;

        /**
         * : every product that shows the asset; empty: none shall.
         *
         * @var list<\Aco\Assets\Assignment>
         */
        public readonly array $assignments;

        /**
         * : those of them that are new or changed.
         *
         * @var list<\Aco\Assets\Assignment>
         */
        public readonly array $upserts;

        /**
         * : SKUs that no longer show the asset.
         *
         * @var list<string>
         */
        public readonly array $removals;

        /**
         * @param string $assetId at most 255 bytes
         * @param list<array{store_code: string, value: string}> $altTexts
         * @param list<\Aco\Assets\Assignment> $assignments
         * @param list<\Aco\Assets\Assignment> $upserts
         * @param list<string> $removals
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(string $assetId, bool $video, array $altTexts, array $assignments, array $upserts, array $removals) {}
    }

    /** A product that shows an asset. */
    final class Assignment
    {
        public readonly string $sku;

        /**
         * e.g. `image`, `small_image`, `thumbnail`, `swatch_image`.
         *
         * @var list<string>
         */
        public readonly array $roles;

        /** Null: at the end. */
        public readonly ?int $position;

        /**
         * @param string $sku at most 255 bytes
         * @param list<string> $roles at most 64
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(string $sku, array $roles = [], ?int $position = null) {}
    }

    /** The REST API of a store. Secrets are kept out of properties, dumps and traces. */
    final class CommerceConnection
    {
        /** Operations are below this, at `/V1/…`. */
        public readonly string $url;

        public readonly string $storeViewCode;

        /** null: the store is on premises or in the cloud, and requests are signed with the keys of an integration. */
        public readonly ?\Aco\ImsCredentials $credentials;

        public readonly \Aco\Transport $transport;

        private function __construct() {}

        /**
         * Adobe Commerce on premises or on cloud infrastructure: OAuth 1.0a with HMAC-SHA256.
         *
         * @param string $baseUrl of the store, e.g. `https://shop.example.com`
         * @param string $storeViewCode the scope of the requests; media are global
         * @throws \Aco\Exception\InvalidArgumentException names the parameter
         */
        public static function paas(
            string $baseUrl,
            \Aco\Assets\CommerceCredentials $credentials,
            string $storeViewCode = 'all',
            ?\Aco\Transport $transport = null
        ): \Aco\Assets\CommerceConnection {}

        /**
         * Adobe Commerce as a Cloud Service: a token from IMS.
         *
         * @param string $url e.g. `https://na1.api.commerce.adobe.com/{tenantId}`
         * @param \Aco\ImsCredentials $credentials without a scope `commerce.accs` and what goes with it are asked for
         * @param string $storeViewCode goes with each request as `Store`
         * @throws \Aco\Exception\InvalidArgumentException names the parameter
         */
        public static function saas(
            string $url,
            \Aco\ImsCredentials $credentials,
            string $storeViewCode = 'default',
            ?\Aco\Transport $transport = null
        ): \Aco\Assets\CommerceConnection {}
    }

    /** The keys of a Commerce integration (OAuth 1.0a). Secrets and token are kept out of properties, dumps and traces. */
    final class CommerceCredentials
    {
        public readonly string $consumerKey;

        /** @throws \Aco\Exception\InvalidArgumentException */
        public function __construct(string $consumerKey, string $consumerSecret, string $accessToken, string $accessTokenSecret) {}
    }

    /**
     * Shows assets on the products of a store, through the REST operations of the integration's Commerce extension.
     *
     * An AssetChange becomes one `sync-asset` where the store knows that, else removals and imports one after the other.
     * A ProductChange replaces what the product shows. Changes of one asset, or of one product, keep their order.
     */
    final class CommerceSink implements \Aco\Assets\Sink
    {
        /**
         * @param \Aco\Limits|null $limits default: those of a new Limits object, but 10 requests a second
         * @param (callable(string, string, array<string, mixed>): void)|\Psr\Log\LoggerInterface|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`
         * @param bool|null $syncAsset whether the store knows `sync-asset`; null: by its version, which is asked for once
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(
            \Aco\Assets\CommerceConnection $connection,
            \Aco\Assets\Delivery $delivery,
            ?\Aco\Limits $limits = null,
            callable|object|null $logger = null,
            ?bool $syncAsset = null
        ) {}

        /**
         * The result's positions and counts are those of the changes; `deleted` are changes that leave nothing. A change
         * that takes several requests has its position in several reports.
         *
         * @param iterable<\Aco\Assets\AssetChange|\Aco\Assets\ProductChange> $changes AssetChange or ProductChange objects
         * @param (callable(\Aco\Report): void)|null $onBatch fn(\Aco\Report $report): void
         * @throws \Aco\Exception\InvalidArgumentException for anything else among the changes
         */
        public function apply(\Traversable|array $changes, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * The version of the store's extension, "" when it does not tell. Asks on premises only; a cloud service is always
         * current.
         *
         * @throws \Aco\Exception\TransportException no connection, no readable response
         * @throws \Aco\Exception\ApiException the store refuses the credentials
         */
        public function version(): string {}

        /**
         * Counters since the sink was made.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int}
         */
        public function stats(): array {}
    }

    /**
     * Where shoppers get assets from: Dynamic Media with OpenAPI of an AEM environment, or a domain of the merchant's own
     * before it. Addresses are the bare ones, without rendition and query: the storefront adds these.
     */
    final class Delivery
    {
        /** E.g. `https://delivery-p12345-e67890.adobeaemcloud.com`. */
        public readonly string $origin;

        /**
         * @param string|null $customDomain host that replaces the environment's, with or without `https://`
         * @throws \Aco\Exception\InvalidArgumentException when it holds more than a host and a port
         */
        public function __construct(\Aco\Assets\AemEnvironment $environment, ?string $customDomain = null) {}

        /** The image, or a video's thumbnail. */
        public function imageUrl(string $assetId): string {}

        /** The player of a video. */
        public function videoUrl(string $assetId): string {}

        /** An address of an asset with this origin in place of its own; any other address as it is. Path and query stay. */
        public function rewrite(string $url): string {}
    }

    /** The two documented shapes of the registration. */
    enum Dialect: string
    {
        /** `rule: {type: …, matchBySkuRule: {…}}`, of the newer documentation. */
        case Nested = 'nested';
        /** `ruleType: …, matchBySkuRule: {…}`. */
        case Flat = 'flat';
    }

    /** What kind of error a registration met: who can fix it. */
    enum ErrorClass: string
    {
        /** Settings that do not go together: AEM ids, addresses, Commerce credentials, organisation. */
        case Configuration = 'configuration';
        /** API key or token. */
        case Authentication = 'authentication';
        /** Something is not ready yet, such as an approved asset: try again later. */
        case State = 'state';
        /** The request is wrong: a bug of the caller, or a change of the service. */
        case CallerBug = 'callerBug';
        /** No connection, no readable response, or a failure of the service. */
        case Transport = 'transport';
        /** The service says something that is not documented. */
        case Unknown = 'unknown';
    }

    /**
     * Asks a matcher of your own which products show an asset, and which assets a product shows.
     *
     * Whatever is thrown: what is mapped stays as it is. Troubles that may pass are met by further attempts first.
     */
    final class ExternalMatcher
    {
        /** @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults */
        public function __construct(\Aco\Assets\MatcherConnection $connection, ?\Aco\Limits $limits = null) {}

        /**
         * What is known of an asset without the matcher: that no product may show it.
         *
         * @param array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>} $asset as for assetToProduct()
         * @return Asset|null null: the matcher has to be asked
         * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
         */
        public static function withoutAsking(array $asset): ?\Aco\Assets\Asset {}

        /**
         * The products of an asset: an empty response means that none shows it. An asset that is not approved is not asked
         * about.
         *
         * @param array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>} $asset as in the data of an event, with all of the metadata
         * @return Asset|null null: the matcher says that nothing is to change (`skip`)
         * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
         * @throws \Aco\Exception\AuthenticationException the OAuth server or the matcher refuses the credentials
         * @throws \Aco\Exception\ApiException the matcher responds with an error, or not with what was asked for
         * @throws \Aco\Exception\TransportException no connection, no readable response
         */
        public function assetToProduct(array $asset): ?\Aco\Assets\Asset {}

        /**
         * The assets of a product. Alternative texts are not part of a matcher's response: they are empty here.
         *
         * @param array<string, mixed> $eventData that the matcher gets beside the SKU
         * @return list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>, roles: list<string>, position: ?int}>|null the media of a ProductChange; null: the matcher says that nothing is to change (`skip`)
         * @throws \Aco\Exception\AuthenticationException
         * @throws \Aco\Exception\ApiException
         * @throws \Aco\Exception\TransportException
         */
        public function productToAssets(string $sku, array $eventData = []): ?array {}
    }

    /** A matcher of your own, such as an App Builder application, and how to log in to it. */
    final class MatcherConnection
    {
        public readonly string $assetToProductUrl;

        public readonly string $productToAssetUrl;

        public readonly \Aco\ImsCredentials $credentials;

        public readonly \Aco\Transport $transport;

        /**
         * @param \Aco\ImsCredentials $credentials with an `orgId`; without a scope `openid,AdobeID` is asked for
         * @throws \Aco\Exception\InvalidArgumentException names the parameter
         */
        public function __construct(
            string $assetToProductUrl,
            string $productToAssetUrl,
            \Aco\ImsCredentials $credentials,
            ?\Aco\Transport $transport = null
        ) {}

        /**
         * From the `workspace.json` that the Adobe Developer Console exports for an App Builder project.
         *
         * The addresses may be paths, such as `/api/v1/web/my-package/asset-to-product`: they are completed by the action
         * URL of the file.
         *
         * @throws \Aco\Exception\InvalidArgumentException names the member that is missing or wrong
         */
        public static function fromWorkspace(
            string $json,
            string $assetToProductUrl = '/api/v1/web/app-builder-external-rule/asset-to-product',
            string $productToAssetUrl = '/api/v1/web/app-builder-external-rule/product-to-asset',
            string $oauthServerUrl = 'https://ims-na1.adobelogin.com',
            ?\Aco\Transport $transport = null
        ): \Aco\Assets\MatcherConnection {}
    }

    /** A matching rule, as it is registered. */
    final class MatchingRule
    {
        public readonly \Aco\Assets\RuleType $type;

        /** The property that holds the SKUs; null for an external matcher. */
        public readonly ?string $metadataField;

        public readonly ?\Aco\Assets\MatcherConnection $matcher;

        private function __construct() {}

        /** @throws \Aco\Exception\InvalidArgumentException */
        public static function bySku(string $metadataField = 'commerce:skus'): \Aco\Assets\MatchingRule {}

        public static function external(\Aco\Assets\MatcherConnection $matcher): \Aco\Assets\MatchingRule {}

        /**
         * By one of the names that documentation and Admin give the rules, in any case of letters: `matchBySKU`,
         * `matchBySkuRule`, `Match by product SKU`, `externalMatcher`, `Custom match`, `Custom Matcher`.
         *
         * @param string|null $metadataField for the first only; null: `commerce:skus`
         * @param MatcherConnection|null $matcher for the second only, and needed there
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function named(string $type, ?string $metadataField = null, ?\Aco\Assets\MatcherConnection $matcher = null): \Aco\Assets\MatchingRule {}
    }

    /**
     * Shows assets in Commerce Optimizer, as a product layer of their own. Images only, as documented: videos are left out.
     *
     * A layer holds all images of a product, so only ProductChange objects are taken.
     */
    final class OptimizerSink implements \Aco\Assets\Sink
    {
        /**
         * @param string $layer name of the layer; it must be this sink's alone
         * @param string|null $locale e.g. `en-US`; null: all locales
         * @param \Aco\Limits|null $limits default: new Limits()
         * @param (callable(string, string, array<string, mixed>): void)|\Psr\Log\LoggerInterface|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`
         * @param string|null $labelStoreView the store view whose alt text becomes the label; null: the first one
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(
            \Aco\Connection $connection,
            \Aco\Assets\Delivery $delivery,
            string $layer = 'AEM-Assets',
            ?string $locale = 'en-US',
            ?\Aco\Limits $limits = null,
            callable|object|null $logger = null,
            ?string $labelStoreView = null
        ) {}

        /**
         * The result's positions are those of the changes; `deleted` are changes that leave no image.
         *
         * @param iterable<\Aco\Assets\ProductChange> $changes ProductChange objects
         * @param (callable(\Aco\Report): void)|null $onBatch fn(\Aco\Report $report): void
         * @throws \Aco\Exception\InvalidArgumentException for anything else among the changes
         */
        public function apply(\Traversable|array $changes, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * Counters since the sink was made.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int}
         */
        public function stats(): array {}
    }

    /** What is to become of the media of one product at a sink. */
    final class ProductChange
    {
        public readonly string $sku;

        /**
         * : everything the product shows; empty: nothing.
         *
         * @var list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>, roles: list<string>, position: ?int}>
         */
        public readonly array $media;

        /**
         * @param string $sku at most 255 bytes
         * @param list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>, roles: list<string>, position: ?int}> $media
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(string $sku, array $media) {}
    }

    /** A tenant that is registered. */
    final class Registration
    {
        /** Null when the service does not tell it, as for a tenant that existed before. */
        public readonly ?string $tenantId;

        public readonly bool $alreadyRegistered;

        /** The one that the service took. */
        public readonly \Aco\Assets\Dialect $dialect;

        /** The service's `x-request-id`, "" when there was none. */
        public readonly string $requestId;

        private function __construct() {}
    }

    /** The asset rules service, and who registers there. The private key is kept out of properties, dumps and traces. */
    final class RegistryConnection
    {
        public readonly string $apiKey;

        public readonly string $environmentId;

        public readonly string $url;

        public readonly \Aco\Transport $transport;

        /**
         * @param string $apiKey the public API key of the Commerce Services Connector
         * @param string $environmentId the SaaS data space (environment) id
         * @param string $privateKey RSA key in PEM (PKCS#8) that belongs to the API key
         * @param string $url address of the GraphQL service
         * @param array<string, mixed> $extraClaims that go into each token beside `iat` and `exp`
         * @throws \Aco\Exception\InvalidArgumentException names the parameter, and what is wrong with a key
         */
        public function __construct(
            string $apiKey,
            string $environmentId,
            string $privateKey,
            string $url = 'https://commerce.adobe.io/assets-integration/graphql',
            array $extraClaims = [],
            ?\Aco\Transport $transport = null
        ) {}
    }

    /** Who decides which products show an asset. */
    enum RuleType: string
    {
        case MatchBySku = 'matchBySKU';
        case ExternalMatcher = 'externalMatcher';
    }

    /** Finds the products of an asset by the SKUs in its metadata. */
    final class SkuMatcher
    {
        public readonly string $metadataField;

        public readonly bool $legacyNames;

        /**
         * @param string $metadataField the property that holds the SKUs
         * @param bool $legacyNames also takes the property `commerce:position` and the roles `base` and `swatch`
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(string $metadataField = 'commerce:skus', bool $legacyNames = false) {}

        /** @param array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>} $asset */
        public function match(array $asset): \Aco\Assets\Asset {}
    }

    /** Registers a Commerce instance at the asset rules service, which connects AEM Assets with it. */
    final class TenantRegistry
    {
        /**
         * @param Dialect $dialect what to try first; the other one is tried when the service does not know a field of it
         * @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults
         */
        public function __construct(
            \Aco\Assets\RegistryConnection $connection,
            \Aco\Assets\Dialect $dialect = \Aco\Assets\Dialect::Nested,
            ?\Aco\Limits $limits = null
        ) {}

        /**
         * Registers, and waits for the response. A tenant that already exists is not an error, so this may be repeated.
         *
         * @param string $projectId the SaaS project id
         * @param string $commerceBaseUrl base URL of the storefront
         * @param bool $enabled whether assets are synchronised
         * @param string|null $commerceVersion e.g. `2.4.8-p1`
         * @param string|null $extensionVersion version of the Assets integration in Commerce
         * @param int|null $threshold 0 to 100; documented as not in use
         * @throws RegistrationException
         * @throws \Aco\Exception\InvalidArgumentException before anything is sent
         */
        public function register(
            string $projectId,
            \Aco\Assets\AemEnvironment $aem,
            string $commerceBaseUrl,
            \Aco\Assets\CommerceCredentials $credentials,
            \Aco\Assets\MatchingRule $rule,
            bool $enabled = true,
            ?string $commerceVersion = null,
            ?string $extensionVersion = null,
            ?int $threshold = null
        ): \Aco\Assets\Registration {}
    }

    /** The tenant is not registered. The code is the HTTP status, or libcurl's when there was no response. */
    final class RegistrationException extends \RuntimeException implements \Aco\Exception\AcoException
    {
        public readonly \Aco\Assets\ErrorClass $errorClass;

        /** HTTP status; 0 when there was no response. */
        public readonly int $status;

        /** The service's `x-request-id`, "" when there was none. */
        public readonly string $requestId;

        /**
         * of a GraphQL response.
         *
         * @var list<array{message: string, path: string}>
         */
        public readonly array $errors;

        public readonly bool $retryable;

        public function isRetryable(): bool {}
    }
}

namespace Aco {
    /**
     * Version of the extension.
     *
     * @var string
     */
    const VERSION = '0.1.0';

    /**
     * The price book of a website, or of one customer group on it.
     *
     * Base book: the website code. Group book: `websiteCode::sha1(customerGroupId)`, as Commerce's
     * storefront computes it (guests are group 0). The ingestion API takes at most 64 bytes, so the
     * group books of website codes over 22 bytes are refused by the API.
     *
     * @throws Exception\InvalidArgumentException when the website code is empty or the group id negative
     */
    function priceBookId(string $websiteCode, ?int $customerGroupId = null): string {}

    /** Compresses as the client compresses request bodies: gzip, by libdeflate where the build has it, else by zlib. */
    function gzip(string $data): string {}

    /** The response to one request, or what became of a batch that got none: what $onBatch gets. */
    final class Batch
    {
        public readonly \Aco\Feed $feed;

        /** 200 delivered, 400 rejected, 2 to be sent again. */
        public readonly int $status;

        /** The API's `x-request-id`, "" when there was none or no response. */
        public readonly string $requestId;

        /**
         * The items whose fate this decided
         *
         * @var list<array{position: int, id: string, hash: string, deleted: bool, status: int, message: string, field: ?string}>
         */
        public readonly array $results;

        private function __construct() {}
    }

    /** Sends documents to the ingestion API in batches. */
    final class Client
    {
        /**
         * @param (callable(string, string, array<string, mixed>): void)|\Psr\Log\LoggerInterface|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`; never gets a secret, a token or a payload
         * @throws Exception\InvalidArgumentException when the logger is neither, or the state folder cannot be used
         */
        public function __construct(\Aco\Connection $connection, ?\Aco\Limits $limits = null, callable|object|null $logger = null) {}

        /**
         * Sends all items and waits for the responses.
         *
         * What happens to items or to the network is in the result, never an exception. Exceptions of
         * the generator, of $onBatch and of the logger come through; requests in flight are dropped.
         *
         * @param iterable<array<string, mixed>|\Aco\Document> $items raw feed items (arrays, mapped on the way) or Documents, mixed; keys are ignored, positions count from 0
         * @param Mapper|null $mapper default: new Mapper($feed)
         * @param (callable(\Aco\Batch): void)|null $onBatch fn(Batch $batch): void, for every response, and for batches given up without one
         * @throws Exception\InvalidArgumentException when the mapper or a document is of another feed, or an
         *     item is neither an array nor a Document
         */
        public function submit(\Aco\Feed $feed, \Traversable|array $items, ?\Aco\Mapper $mapper = null, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * A stream to push items to; several may be open at once and share the client's connections.
         *
         * @param (callable(\Aco\Batch): void)|null $onBatch fn(Batch $batch): void, for every response, and for batches given up without one
         * @throws Exception\InvalidArgumentException when the mapper is of another feed
         */
        public function open(\Aco\Feed $feed, ?\Aco\Mapper $mapper = null, ?callable $onBatch = null): \Aco\Stream {}

        /** Sends what is pending in all open streams and waits for the responses. */
        public function drain(): void {}

        /**
         * Counters since the client was made.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int}
         */
        public function stats(): array {}
    }

    /** Where to send and as whom. The client secret is kept out of properties, dumps and traces. */
    final class Connection
    {
        public readonly string $tenantId;

        public readonly string $clientId;

        public readonly string $ingestionUrl;

        public readonly string $orgId;

        public readonly string $imsUrl;

        public readonly string $scope;

        public readonly \Aco\Transport $transport;

        /** Address of the tenant's Studio, when discover() found one. */
        public readonly ?string $studioUrl;

        /**
         * @param string $ingestionUrl base address; requests go below it, with the tenant id appended
         *     unless it is the last path segment already
         * @param string $imsUrl token endpoint; an address without a path gets `/ims/token/v3`
         * @param string|null $scope comma separated OAuth scopes; null: what the ingestion API asks for
         * @throws Exception\InvalidArgumentException names the parameter. Plain http is taken for loopback
         *     addresses only, unless `aco.allow_http` is on
         */
        public function __construct(
            string $tenantId,
            string $clientId,
            #[\SensitiveParameter] string $clientSecret,
            string $ingestionUrl,
            string $orgId = '',
            string $imsUrl = 'https://ims-na1.adobelogin.com/ims/token/v3',
            ?string $scope = null,
            ?\Aco\Transport $transport = null
        ) {}

        /**
         * The documented address of a tenant: `https://{region}[-sandbox].api.commerce.adobe.com/{tenantId}`.
         *
         * @param string $region e.g. `na1`, `eu1`
         * @param string $type `sandbox` or `production`
         * @throws Exception\InvalidArgumentException
         */
        public static function ingestionUrl(string $tenantId, string $region, string $type): string {}

        /**
         * Asks IMS for a token and the Commerce Cloud Manager for the tenant's addresses.
         *
         * @param string $ccmUrl base address; one without a path gets `/api/v1`
         * @throws Exception\AuthenticationException IMS refuses the credentials
         * @throws Exception\ApiException the tenant is unknown or belongs to another organisation
         * @throws Exception\TransportException no connection, no readable response
         * @throws Exception\InvalidArgumentException
         */
        public static function discover(
            string $orgId,
            string $tenantId,
            string $clientId,
            #[\SensitiveParameter] string $clientSecret,
            string $imsUrl = 'https://ims-na1.adobelogin.com/ims/token/v3',
            string $ccmUrl = 'https://ccm.api.commerce.adobe.com/api/v1',
            ?string $scope = null,
            ?\Aco\Transport $transport = null
        ): \Aco\Connection {}
    }

    /** One item as it goes over the wire. */
    final class Document implements \Stringable, \JsonSerializable
    {
        public readonly \Aco\Feed $feed;

        /** SHA-1 hex of the identity of the source item: the `feed_id` of Commerce's feed tables. */
        public readonly string $id;

        /** SHA-1 hex of the wire JSON. Equal hashes: nothing to send. */
        public readonly string $hash;

        /** True for a delete body. */
        public readonly bool $deleted;

        private function __construct() {}

        /**
         * A document from stored wire JSON.
         *
         * @param string $id 1 to 64 bytes, normally the `$id` of the document that was stored
         * @param string $json one JSON object of at most 64 levels, kept byte for byte
         * @throws Exception\InvalidArgumentException
         */
        public static function fromJson(\Aco\Feed $feed, string $id, string $json, bool $deleted = false): \Aco\Document {}

        /** The wire JSON. */
        public function __toString(): string {}

        /**
         * The wire JSON, decoded.
         *
         * @return array<string, mixed>
         */
        public function jsonSerialize(): array {}
    }

    /** The five feeds of the catalog and where each goes. */
    enum Feed: string
    {
        case Products = 'products';
        case ProductAttributes = 'productAttributes';
        case Categories = 'categories';
        case Prices = 'prices';
        case PriceBooks = 'priceBooks';

        /** Path of the create-or-replace operation, below `{ingestionUrl}/{tenantId}`. */
        public function path(): string {}

        /** Path of the delete operation, below `{ingestionUrl}/{tenantId}`. */
        public function deletePath(): string {}

        /** Most items one request may hold: 500 for prices and price books, else 100. */
        public function batchLimit(): int {}

        /** Commerce's indexer id of the feed, e.g. `catalog_data_exporter_products`. */
        public function indexer(): string {}

        /** Commerce's feed table, e.g. `cde_products_feed`. */
        public function table(): string {}
    }

    /**
     * An OAuth Server-to-Server credential of the Adobe Developer Console. The client secret is kept out of properties,
     * dumps and traces.
     */
    final class ImsCredentials
    {
        public readonly string $clientId;

        public readonly string $imsUrl;

        /** null: what the service asks for that the credentials are used with. */
        public readonly ?string $scope;

        public readonly string $orgId;

        /**
         * @param string $imsUrl token endpoint; an address without a path gets `/ims/token/v3`, one without a scheme
         *     `https://`
         * @param string|null $scope comma separated OAuth scopes
         * @param string $orgId the organization, e.g. `0123456789ABCDEF01234567@AdobeOrg`, for services that ask for it
         * @throws Exception\InvalidArgumentException names the parameter
         */
        public function __construct(
            string $clientId,
            #[\SensitiveParameter] string $clientSecret,
            string $imsUrl = 'https://ims-na1.adobelogin.com/ims/token/v3',
            ?string $scope = null,
            string $orgId = ''
        ) {}
    }

    /**
     * Makes feed items of what the providers of Commerce's SaaS Data Export returned, equal to those of its transformer.
     *
     * The framework looks each field up in the schema, and encodes it, again for each row. An assembler reads the schema
     * once.
     */
    final class ItemAssembler
    {
        /**
         * @param array<string, mixed> $field the root field of a feed, as the schema's reader makes it
         * @param array<string, array<string, mixed>> $records all records by the names of their types; at least those that the field leads to
         * @throws \ValueError names the field or record of the schema that is damaged
         */
        public function __construct(array $field, array $records) {}

        /**
         * The items, or null where the rows hold something that only the framework's own transformer can judge, by a
         * warning, an exception or a conversion of an object. Nothing of this kind has happened then.
         *
         * @param array<string, array<mixed>> $snapshot the rows by the key of their field, as the framework's extractor collects them
         * @return array<mixed>|null
         */
        public function assemble(array $snapshot): ?array {}
    }

    /** How fast and how hard to send. The defaults are the base allocation of a tenant; 0 lifts a rate. */
    final class Limits
    {
        public readonly float $requestsPerSecond;

        public readonly int $productsPerMinute;

        public readonly int $pricesPerMinute;

        public readonly int $concurrency;

        public readonly int $maxAttempts;

        public readonly int $maxRequestBytes;

        public readonly int $retryBudgetMs;

        public readonly bool $shared;

        /**
         * @param float $requestsPerSecond 0 to 10000
         * @param int $productsPerMinute product items, live and deleted
         * @param int $pricesPerMinute price items, live and deleted
         * @param int $concurrency requests in flight at once, 1 to 64
         * @param int $maxAttempts failed attempts after which a request is given up, 1 to 20;
         *     a pause asked for by a 429 does not count
         * @param int $maxRequestBytes bytes of a body before compression, 1 KiB to 256 MiB
         * @param int $retryBudgetMs milliseconds after its first failure in which a request may be tried again, 0 to a day
         * @param bool $shared share rates and token with the host's other processes through `aco.state_dir`; not on Windows
         * @throws Exception\InvalidArgumentException names the parameter and its range
         */
        public function __construct(
            float $requestsPerSecond = 2.0,
            int $productsPerMinute = 1000,
            int $pricesPerMinute = 50000,
            int $concurrency = 4,
            int $maxAttempts = 4,
            int $maxRequestBytes = 8388608,
            int $retryBudgetMs = 60000,
            bool $shared = true
        ) {}
    }

    /** Maps feed items, as Commerce's SaaS Data Export assembles them, to bodies of the ingestion API. */
    final class Mapper
    {
        public readonly \Aco\Feed $feed;

        public function __construct(\Aco\Feed $feed, ?\Aco\Scopes $scopes = null) {}

        /**
         * The body of one item, or null for an item that is never submitted (the root category).
         *
         * Invalid UTF-8 becomes U+FFFD. Fields the feed does not map are ignored whatever they hold.
         *
         * @param array<string, mixed> $item
         * @throws Exception\MappingException names the field when one is missing or of a wrong type
         */
        public function map(array $item): ?\Aco\Document {}

        /**
         * The body that deletes an item, under the same id, whether the item is marked as deleted or not; null for the root
         * category.
         *
         * Only what identifies the item is looked at.
         *
         * @param array<string, mixed> $item
         * @throws Exception\MappingException names the field when one is missing or of a wrong type
         */
        public function deletion(array $item): ?\Aco\Document {}
    }

    /** Makes the raw items of the priceBooks feed, which Commerce does not export. */
    final class PriceBooks
    {
        private function __construct() {}

        /**
         * For each website its base book, then one book for each customer group.
         *
         * @param list<array{websiteCode: string, websiteName?: string, baseCurrency?: string, currency?: string}> $websites `currency` is taken when `baseCurrency` is absent
         * @param list<array{customerGroupId: int, customerGroupName?: string, websites?: list<string>}> $customerGroups `websites` limits the group to these codes
         * @return list<array{websiteCode: string, websiteName: ?string, customerGroupId: ?int, customerGroupName: ?string, currency: ?string, deleted: false}>
         * @throws Exception\InvalidArgumentException names the entry and the member that is wrong
         */
        public static function items(array $websites, array $customerGroups): array {}
    }

    /**
     * The response to one request of the asset service or the Edge Network, or what became of one that got none: what
     * $onBatch gets there.
     */
    final class Report
    {
        /** Where it went: the datastream, the store, the layer. */
        public readonly string $channel;

        /** 200 delivered, 400 rejected, 2 to be sent again. */
        public readonly int $status;

        /** The service's `x-request-id`, "" when there was none or no response. */
        public readonly string $requestId;

        /**
         * What this decided
         *
         * @var list<array{position: int, id: string, status: int, message: string, field: ?string}>
         */
        public readonly array $results;

        private function __construct() {}
    }

    /** Websites and store views that are switched off. What belongs to them maps to its delete body. */
    final class Scopes
    {
        /**
         * Codes, in the order given.
         *
         * @var list<string>
         */
        public readonly array $disabledWebsites;

        /**
         * Codes, in the order given.
         *
         * @var list<string>
         */
        public readonly array $disabledStoreViews;

        /**
         * @param list<string> $disabledWebsites website codes; decides prices and price books
         * @param list<string> $disabledStoreViews store view codes; decides products, attributes and categories
         * @throws Exception\InvalidArgumentException when a code is not a non-empty string
         */
        public function __construct(array $disabledWebsites = [], array $disabledStoreViews = []) {}
    }

    /**
     * An open submission. Positions count the items pushed, from 0.
     *
     * A stream destroyed before finish() drops what got no response, and logs a warning.
     */
    final class Stream
    {
        private function __construct() {}

        /**
         * Adds an item. Blocks only while the send window is full or an item of the same id is in flight.
         *
         * @param array<string, mixed>|\Aco\Document $item
         * @throws Exception\InvalidArgumentException when the stream is finished or a document is of another feed
         */
        public function push(\Aco\Document|array $item): void {}

        /**
         * Sends the rest, waits for all responses and closes the stream.
         *
         * @throws Exception\InvalidArgumentException when called twice, or by the stream's own $onBatch
         */
        public function finish(): \Aco\Submission {}
    }

    /** What became of all items of a submission; shaped for `ExportFeedInterface::export()`. */
    final class Submission
    {
        /** 200: every item is delivered or individually 400. 2: some are to be sent again. 400: all were rejected. */
        public readonly int $status;

        /** The first cause that was not an item's own, "" when there was none. */
        public readonly string $reason;

        /**
         * by position. What is not listed is delivered or skipped.
         *
         * @var array<int, array{message: string, status: 400|2, field: ?string}>
         */
        public readonly array $failedItems;

        public readonly int $accepted;

        public readonly int $deleted;

        public readonly int $rejected;

        public readonly int $retryable;

        /** Items that are never submitted. */
        public readonly int $skipped;

        /**
         * `x-request-id` of the responses, in order of arrival.
         *
         * @var list<string>
         */
        public readonly array $requestIds;

        private function __construct() {}
    }

    /** How services are reached: whom to trust, through which proxy, and how long to wait. One can serve all connections. */
    final class Transport
    {
        public readonly ?string $caFile;

        /** Without user and password, which are kept out of properties, dumps and traces. */
        public readonly ?string $proxy;

        public readonly int $connectTimeoutMs;

        public readonly int $timeoutMs;

        /**
         * @param string|null $caFile PEM bundle to trust instead of `aco.ca_bundle` and the system's
         * @param string|null $proxy e.g. `http://user:password@proxy:3128`; null: the environment's, "": none
         * @param int $connectTimeoutMs milliseconds for one connection attempt
         * @param int $timeoutMs milliseconds for one whole request
         * @throws Exception\InvalidArgumentException names the parameter
         */
        public function __construct(?string $caFile = null, ?string $proxy = null, int $connectTimeoutMs = 5000, int $timeoutMs = 30000) {}
    }
}
