<?php

/**
 * What the extension aco has, for editors and static analysis; not to be loaded. Made by scripts/ide-stub.
 *
 * @noinspection ALL
 */

namespace Aco\Experience {
    /** Sends events to datastreams of the Edge Network (`POST /ee/v2/collect`), up to 64 KB in one request. */
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
         * The positions of the result count the events from 0. Events with status 400 will never be accepted; those with
         * status 2 have to be sent again, with the same `_id`. Exceptions of the generator, of $onBatch and of the logger
         * reach the caller, and requests in flight are dropped.
         *
         * @param iterable<\Aco\Experience\Event> $events Event objects
         * @param (callable(\Aco\Report): void)|null $onBatch fn(\Aco\Report $report): void, for every response, and for events given up without one
         * @param string $datasetId a dataset instead of the one that the datastream has; its override has to be configured
         *     there. "": that of the datastream
         * @throws \Aco\Exception\InvalidArgumentException when the datastream's id is invalid, or an item is not an Event
         */
        public function submit(string $datastreamId, \Traversable|array $events, ?callable $onBatch = null, string $datasetId = ''): \Aco\Submission {}

        /**
         * Opens a stream to push events to. Streams to several datastreams share the client's connections.
         *
         * @param (callable(\Aco\Report): void)|null $onBatch as for submit()
         * @throws \Aco\Exception\InvalidArgumentException when the datastream's id is invalid
         */
        public function open(string $datastreamId, ?callable $onBatch = null, string $datasetId = ''): \Aco\Experience\EventStream {}

        /**
         * Counters since the client was constructed.
         *
         * `partial` counts responses 207: accepted, with a failure behind the Edge Network. `withoutConsent` counts
         * warnings that an accepted event was ignored because consent is missing.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int, partial: int, withoutConsent: int}
         */
        public function stats(): array {}
    }

    /** The Edge Network, and the credentials for it. */
    final class EdgeConnection
    {
        /** null: requests go without a token, and the datastreams must accept that. */
        public readonly ?\Aco\ImsCredentials $credentials;

        public readonly string $url;

        /** The name of the query parameter with the datastream's id. */
        public readonly string $datastreamParameter;

        public readonly bool $gzip;

        public readonly \Aco\Transport $transport;

        /**
         * @param \Aco\ImsCredentials|null $credentials with an `orgId`
         * @param string|null $url null: `https://server.adobedc.net` with credentials, `https://edge.adobedc.net` without
         * @param string $datastreamParameter `datastreamId`, or `dataStreamId` as in older documentation
         * @param bool $gzip compress bodies; no documentation says whether the service accepts that
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

    /** One event of an order, as it is sent to the Edge Network. */
    final class Event implements \Stringable, \JsonSerializable
    {
        /** The `_id` of the XDM document: the same whenever the same event is made. */
        public readonly string $id;

        /** The `eventType` of the XDM document. */
        public readonly string $type;

        /** The UUID of the order, or its number in the database when it has none. */
        public readonly string $orderId;

        /** The website, which decides the datastream; "" when the store view of the order was deleted. */
        public readonly string $websiteCode;

        /** When the event happened, as in RFC 3339. */
        public readonly string $timestamp;

        /**
         * How much of the order is not in the body, by field: `trackingNumber` for tracking numbers that are not numbers; for an event that would be too large for a request, `details` for names, options and custom attributes, and `productListItems` for lines.
         *
         * @var array<string, int>
         */
        public readonly array $leftOut;

        private function __construct() {}

        /**
         * An event from its stored parts.
         *
         * @param string $id 1 to 64 bytes
         * @param string $json one JSON object of at most 64 levels, kept byte for byte
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function fromJson(string $id, string $type, string $orderId, string $websiteCode, string $timestamp, string $json): \Aco\Experience\Event {}

        /** The JSON, as it is sent: `{"xdm":{…}}`. */
        public function __toString(): string {}

        /**
         * The JSON, decoded.
         *
         * @return array<string, mixed>
         */
        public function jsonSerialize(): array {}
    }

    /**
     * An open submission of events to one datastream; EdgeClient::open() makes it.
     *
     * A stream that is destroyed before finish() drops the events without a response, and logs a warning.
     */
    final class EventStream
    {
        private function __construct() {}

        /**
         * Adds an event. Blocks only while the window is full.
         *
         * @throws \Aco\Exception\InvalidArgumentException when the stream is finished, or was opened by the parent process
         */
        public function push(\Aco\Experience\Event $event): void {}

        /**
         * Whether the service is down, so that nothing more is sent: what is pushed from now on is retryable without having
         * been tried.
         *
         * @throws \Aco\Exception\InvalidArgumentException when the stream is finished
         */
        public function isStopped(): bool {}

        /**
         * Sends what is pending, waits for the responses, and closes the stream.
         *
         * @throws \Aco\Exception\InvalidArgumentException when called twice, or by the stream's own $onBatch
         */
        public function finish(): \Aco\Submission {}
    }

    /** Maps orders, as Commerce's feed assembles them, to the events in them that are new. */
    final class OrderMapper
    {
        public readonly \Aco\Experience\Settings $settings;

        /** Whether fields have the names of Commerce's documentation where those of the XDM schemas differ. */
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

        /**
         * The path of tracking numbers as text, below `commerce.shipping`; "": only numbers are sent, in the field of the
         * schema.
         */
        public readonly string $trackingPath;

        /** Whether the e-mail address that is the identity is trimmed and in lower case. */
        public readonly bool $normalizedIdentity;

        /**
         * Only the listed attributes of `additionalInformation` are sent, because it also holds payment data. A path
         * consists of two to eight names of letters, digits and underscores, joined by dots. It starts with that of the
         * tenant, e.g. `_mytenant.giftWrapping`, and is below `commerce.order` or below each product list item. The schemas
         * take tracking numbers as numbers only, while most carriers use letters: `$trackingPath`, e.g.
         * `_mytenant.trackingNumber`, takes all of them.
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
         * The events of an order that were not sent before, in the order of the business process. There are none while back
         * office events are off for the website of the order.
         *
         * @param array<string, mixed> $order
         * @param list<string> $sentIds ids of the events that were sent before
         * @param array<string, array{string, ?string}> $firstSent by id: the timestamp of an event and the `updatedAt` of its order when it was first sent. An event that is made again keeps them, however its order has changed since
         * @return list<\Aco\Experience\Event>
         * @throws \Aco\Exception\MappingException names the field when one is missing or of a wrong type
         */
        public function map(array $order, array $sentIds = [], array $firstSent = []): array {}
    }

    /** The settings of an operator: some for the instance, others for each website, which inherits from the default scope. */
    final class Settings
    {
        /** 24 letters or digits followed by `@AdobeOrg`; "" while it is not set. */
        public readonly string $organizationId;

        /** The SaaS environment (data space); part of the events' `_id`. */
        public readonly string $environmentId;

        /** The global name of a Web SDK of the merchant in the storefront; "" for the one that comes with the storefront. */
        public readonly string $webSdkName;

        /**
         * A scope is an array of `datastreamId` (string), `storefrontEvents` (bool), `backOfficeEvents` (bool) and
         * `defaultConsent` ("in", "out" or "pending"). What is left out or null is inherited: by a website from `$default`,
         * and by `$default` from the defaults, which are no datastream, storefront events as soon as they can work, no back
         * office events, and the consent "pending".
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

        /** The datastream of a website, "" when it has none that can be used. null: that of the default scope. */
        public function datastreamId(?string $websiteCode): string {}

        /** Whether events of the orders of a website are to be sent. */
        public function backOfficeEvents(?string $websiteCode): bool {}

        /** Whether the storefront of a website is to send events, and is able to. */
        public function storefrontEvents(?string $websiteCode): bool {}

        /**
         * The configuration of the collector in the storefront.
         *
         * @return array{organizationId: string, datastreamId: string, webSdkName: string, enabled: bool, defaultConsent: string} string, datastreamId: string, webSdkName: string, enabled: bool, defaultConsent: string}
         */
        public function storefrontConfig(?string $websiteCode): array {}

        /**
         * What prevents events of a website from being sent, in sentences.
         *
         * @return list<string>
         */
        public function errors(?string $websiteCode): array {}

        /**
         * What works but is probably a mistake, in sentences.
         *
         * @return list<string>
         */
        public function warnings(?string $websiteCode): array {}
    }
}

namespace Aco\Exception {
    /** All exceptions of this extension. */
    interface AcoException extends \Throwable
    {
        /** Whether the same call may succeed later. */
        public function isRetryable(): bool;
    }

    /** The service responded with an error. The code is the HTTP status. */
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

    /** A source of items that cannot be read, or not to its end. */
    final class ReadException extends \RuntimeException implements \Aco\Exception\AcoException
    {
        public function isRetryable(): bool {}
    }

    /** No connection, or no readable response. The code is libcurl's. */
    class TransportException extends \RuntimeException implements \Aco\Exception\AcoException
    {
        public function isRetryable(): bool {}
    }

    /** An argument or a setting that can never work. */
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
    /** A destination of the mappings of assets to products. */
    interface Sink
    {
        /**
         * Applies changes. Repeating one is harmless.
         *
         * @param iterable<\Aco\Assets\AssetChange|\Aco\Assets\ProductChange> $changes AssetChange or ProductChange objects, as far as the sink takes them
         * @param (callable(\Aco\Report): void)|null $onBatch gets an \Aco\Report whenever the outcome of changes is decided
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function apply(\Traversable|array $changes, ?callable $onBatch = null): \Aco\Submission;
    }

    /** An AEM as a Cloud Service environment. Ids may have their letter or not, and are kept without it. */
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
         * From the URL of an author or delivery tier, e.g. `https://author-p12345-e67890.adobeaemcloud.com/`.
         *
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function fromHost(string $host): \Aco\Assets\AemEnvironment {}

        /** The host that delivers assets: `delivery-p{programId}-e{environmentId}.adobeaemcloud.com`. */
        public function deliveryHost(): string {}
    }

    /** The products that show an asset, by its metadata or by an external matcher. */
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
         * one for each SKU; empty when it is not eligible.
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

    /** A change of the products that show one asset. */
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
         * : every product that is to show the asset; empty: none.
         *
         * @var list<\Aco\Assets\Assignment>
         */
        public readonly array $assignments;

        /**
         * : those among them that are new or changed.
         *
         * @var list<\Aco\Assets\Assignment>
         */
        public readonly array $upserts;

        /**
         * : SKUs of the products that are to stop showing the asset.
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

        /** null: at the end. */
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
        /** The base URL, to which paths such as `/V1/…` are appended. */
        public readonly string $url;

        public readonly string $storeViewCode;

        /**
         * null: requests are signed with the keys of an integration, as Commerce on premises and on cloud infrastructure
         * requires.
         */
        public readonly ?\Aco\ImsCredentials $credentials;

        public readonly \Aco\Transport $transport;

        private function __construct() {}

        /**
         * Adobe Commerce on premises or on cloud infrastructure: OAuth 1.0a with HMAC-SHA256.
         *
         * @param string $baseUrl base URL of the store, e.g. `https://shop.example.com`
         * @param string $storeViewCode the scope of the requests; media have a global one
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
         * @param \Aco\ImsCredentials $credentials without a scope, `commerce.accs` and its companions are requested
         * @param string $storeViewCode sent in the header `Store`
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
     * An AssetChange becomes one `sync-asset` where the store knows that operation, and otherwise removals and imports in
     * turn. A ProductChange replaces what the product shows. Changes of one asset, or of one product, keep their order.
     */
    final class CommerceSink implements \Aco\Assets\Sink
    {
        /**
         * @param \Aco\Limits|null $limits default: those of a new Limits object, but 10 requests a second
         * @param (callable(string, string, array<string, mixed>): void)|\Psr\Log\LoggerInterface|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`
         * @param bool|null $syncAsset whether the store knows `sync-asset`; null: by its version, for which the store is
         *     asked once
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
         * The positions and counts of the result are those of the changes; `deleted` counts changes that leave nothing. A
         * change that takes several requests has its position in several reports.
         *
         * @param iterable<\Aco\Assets\AssetChange|\Aco\Assets\ProductChange> $changes AssetChange or ProductChange objects
         * @param (callable(\Aco\Report): void)|null $onBatch fn(\Aco\Report $report): void
         * @throws \Aco\Exception\InvalidArgumentException for a change of another class
         */
        public function apply(\Traversable|array $changes, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * The version of the extension in the store, "" when the store does not say. A store as a cloud service is always
         * current, and is not asked.
         *
         * @throws \Aco\Exception\TransportException no connection, no readable response
         * @throws \Aco\Exception\ApiException the store refuses the credentials
         */
        public function version(): string {}

        /**
         * Counters since the sink was constructed.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int}
         */
        public function stats(): array {}
    }

    /**
     * Where shoppers get assets from: Dynamic Media with OpenAPI of an AEM environment, or a domain of the merchant in
     * front of it. URLs have neither rendition nor query, which the storefront adds.
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

        /** The URL of an image, or of the thumbnail of a video. */
        public function imageUrl(string $assetId): string {}

        /** The URL of the player of a video. */
        public function videoUrl(string $assetId): string {}

        /** Replaces the origin of the URL of an asset, and keeps path and query. Any other URL is returned unchanged. */
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
        /** The service responded with something that is not documented. */
        case Unknown = 'unknown';
    }

    /**
     * Asks an external matcher which products show an asset, and which assets a product shows.
     *
     * Transient failures are retried. After an exception the mappings have to stay as they are.
     */
    final class ExternalMatcher
    {
        /** @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults */
        public function __construct(\Aco\Assets\MatcherConnection $connection, ?\Aco\Limits $limits = null) {}

        /**
         * An asset that no product may show, which the matcher need not be asked about.
         *
         * @param array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>} $asset as for assetToProduct()
         * @return Asset|null null: the matcher decides
         * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
         */
        public static function withoutAsking(array $asset): ?\Aco\Assets\Asset {}

        /**
         * Asks several questions at once.
         *
         * @param array<array-key, array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>}|array{sku: string, eventData?: array<string, mixed>}> $questions as for assetToProduct() and productToAssets(), in any mixture
         * @param int $concurrency requests in flight, 1 to 64
         * @return array<array-key, \Aco\Assets\Asset|list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>, roles: list<string>, position: ?int}>|\Aco\Exception\AcoException|null> by the keys of the questions, in the order of the answers: what these methods return, or the exception that they throw
         * @throws \Aco\Exception\InvalidArgumentException the concurrency is out of range
         */
        public function ask(array $questions, int $concurrency = 8): array {}

        /**
         * The products of an asset. An empty response means that no product shows it. The matcher is not asked about an
         * asset that is not approved.
         *
         * @param array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>} $asset as in the data of an event, with all of the metadata
         * @return Asset|null null: the matcher wants nothing to change (`skip`)
         * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
         * @throws \Aco\Exception\AuthenticationException the OAuth server or the matcher refuses the credentials
         * @throws \Aco\Exception\ApiException the matcher responds with an error, or with something else than matches
         * @throws \Aco\Exception\TransportException no connection, no readable response
         */
        public function assetToProduct(array $asset): ?\Aco\Assets\Asset {}

        /**
         * The assets of a product. A matcher knows no alternative texts, so these are empty.
         *
         * @param array<string, mixed> $eventData that the matcher gets in addition to the SKU
         * @return list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>, roles: list<string>, position: ?int}>|null the media of a ProductChange; null: the matcher wants nothing to change (`skip`)
         * @throws \Aco\Exception\AuthenticationException
         * @throws \Aco\Exception\ApiException
         * @throws \Aco\Exception\TransportException
         */
        public function productToAssets(string $sku, array $eventData = []): ?array {}
    }

    /** An external matcher, such as an App Builder application of the merchant, and its credentials. */
    final class MatcherConnection
    {
        public readonly string $assetToProductUrl;

        public readonly string $productToAssetUrl;

        public readonly \Aco\ImsCredentials $credentials;

        public readonly \Aco\Transport $transport;

        /**
         * @param \Aco\ImsCredentials $credentials with an `orgId`; without a scope, `openid,AdobeID` is requested
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
         * The URLs may be paths, such as `/api/v1/web/my-package/asset-to-product`, which the action URL of the file
         * completes.
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
         * By one of the names that the documentation and the Admin use, in upper or lower case: `matchBySKU`,
         * `matchBySkuRule`, `Match by product SKU`, `externalMatcher`, `Custom match`, `Custom Matcher`.
         *
         * @param string|null $metadataField for matching by SKU; null: `commerce:skus`
         * @param MatcherConnection|null $matcher required for an external matcher
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public static function named(string $type, ?string $metadataField = null, ?\Aco\Assets\MatcherConnection $matcher = null): \Aco\Assets\MatchingRule {}
    }

    /**
     * Shows assets in Commerce Optimizer, in a product layer of their own. Layers take images only, so videos are left out.
     *
     * A layer holds all images of a product, so only ProductChange objects are taken.
     */
    final class OptimizerSink implements \Aco\Assets\Sink
    {
        /**
         * @param string $layer name of the layer, which nothing else may write to
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
         * The positions of the result are those of the changes; `deleted` counts changes that leave no image.
         *
         * @param iterable<\Aco\Assets\ProductChange> $changes ProductChange objects
         * @param (callable(\Aco\Report): void)|null $onBatch fn(\Aco\Report $report): void
         * @throws \Aco\Exception\InvalidArgumentException for a change of another class
         */
        public function apply(\Traversable|array $changes, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * Counters since the sink was constructed.
         *
         * @return array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int, bytesUncompressed: int, bytesReceived: int, waitedMs: int}
         */
        public function stats(): array {}
    }

    /** A change of the media of one product. */
    final class ProductChange
    {
        public readonly string $sku;

        /**
         * : everything that the product is to show; empty: nothing.
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

    /** A registered tenant. */
    final class Registration
    {
        /** null when the service does not say, as for a tenant that existed before. */
        public readonly ?string $tenantId;

        public readonly bool $alreadyRegistered;

        /** The dialect that the service accepted. */
        public readonly \Aco\Assets\Dialect $dialect;

        /** The service's `x-request-id`, "" when there was none. */
        public readonly string $requestId;

        private function __construct() {}
    }

    /** The asset rules service, and the API key for it. The private key is kept out of properties, dumps and traces. */
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
         * @param string $url URL of the GraphQL service
         * @param array<string, mixed> $extraClaims claims of each token in addition to `iat` and `exp`
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
         * @param bool $legacyNames also accept the property `commerce:position` and the roles `base` and `swatch`
         * @throws \Aco\Exception\InvalidArgumentException
         */
        public function __construct(string $metadataField = 'commerce:skus', bool $legacyNames = false) {}

        /** @param array{assetId: string, assetMetadata?: array<string, mixed>, repositoryMetadata?: array<string, mixed>} $asset */
        public function match(array $asset): \Aco\Assets\Asset {}
    }

    /** Registers a Commerce instance with the asset rules service, which connects it to AEM Assets. */
    final class TenantRegistry
    {
        /**
         * @param Dialect $dialect tried first; the other one is tried when the service does not know a field of it
         * @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults
         */
        public function __construct(
            \Aco\Assets\RegistryConnection $connection,
            \Aco\Assets\Dialect $dialect = \Aco\Assets\Dialect::Nested,
            ?\Aco\Limits $limits = null
        ) {}

        /**
         * Registers the instance and waits for the response. This may be repeated: a tenant that exists already is not an
         * error.
         *
         * @param string $projectId the SaaS project id
         * @param string $commerceBaseUrl base URL of the storefront
         * @param bool $enabled whether assets are synchronized
         * @param string|null $commerceVersion e.g. `2.4.8-p1`
         * @param string|null $extensionVersion version of the Assets integration in Commerce
         * @param int|null $threshold 0 to 100; the documentation says that it is not used
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
     * The id of the price book of a website, or of one customer group on it.
     *
     * The base book of a website has the website code as its id. The book of a group has
     * `websiteCode::sha1(customerGroupId)`, as Commerce's storefront computes it (guests are group 0). The ingestion API
     * takes at most 64 bytes, so it refuses the group books of website codes longer than 22 bytes.
     *
     * @throws Exception\InvalidArgumentException when the website code is empty or the group id negative
     */
    function priceBookId(string $websiteCode, ?int $customerGroupId = null): string {}

    /**
     * Lets the clients of this process start requests only while something holds, such as a lease that another process
     * takes over when this one does not renew it.
     *
     * A request is started if the latest call of $holds began less than $milliseconds ago; otherwise $holds is called
     * first. So a process that was frozen for longer, and may have been replaced, sends nothing more of what it has queued,
     * whatever it is doing when it goes on. Time in which the host is suspended counts. Requests in flight are not ended.
     *
     * @param (callable(): void)|null $holds fn(): void, throws when it does not hold any more: the exception reaches whoever waits for responses. It must not send. Null: nothing has to hold
     * @param int $milliseconds 100 to 3,600,000; whoever waits for responses gets an
     *     InvalidArgumentException when $holds takes longer ten times in a row
     * @throws Exception\InvalidArgumentException when $milliseconds is out of range
     */
    function sendWhile(?callable $holds, int $milliseconds = 15000): void {}

    /**
     * Compresses as the client compresses request bodies: gzip, with the library that the extension was built with (ISA-L,
     * libdeflate or zlib).
     */
    function gzip(string $data): string {}

    /**
     * Where hosts share the rates of a tenant and its token: given to Limits as `$shared`. The values mean nothing to the
     * store, and the rules are the extension's: a store replaces values, and has a clock.
     *
     * It is called while a client sends, as callbacks are. An exception says that the store cannot be used now; its message
     * is logged, and must not contain a secret. A store must not use the client that it serves.
     */
    interface SharedStore
    {
        /**
         * Replaces the value of a key in one step, if it is the expected one, and says what is stored now and what time it
         * is.
         *
         * @param string $key up to 63 letters, digits and hyphens
         * @param string|null $expected the value that is replaced; null: there is none
         * @param string|null $value up to 32 KiB of any bytes; null: nothing is replaced
         * @param int $seconds after which the store may forget the value
         * @return array{?string, int} : the value that is stored now, or null, and the store's own clock in microseconds since 1970, the same one for all hosts
         */
        public function swap(string $key, ?string $expected, ?string $value, int $seconds): array;
    }

    /** The results of one request: what $onBatch gets. A batch that was given up without a response has one as well. */
    final class Batch
    {
        public readonly \Aco\Feed $feed;

        /** 200 delivered, 400 rejected, 2 to be sent again. */
        public readonly int $status;

        /** The API's `x-request-id`, "" when there was none or no response. */
        public readonly string $requestId;

        /**
         * The items whose outcome this decided
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
         * Failures of items and of the network are part of the result, and never exceptions. Exceptions of the generator,
         * of $onBatch and of the logger reach the caller, and requests in flight are dropped.
         *
         * @param iterable<array<string, mixed>|\Aco\Document> $items raw feed items (arrays, which are mapped) and Documents in any mix; keys are ignored, positions count from 0
         * @param Mapper|null $mapper default: new Mapper($feed)
         * @param (callable(\Aco\Batch): void)|null $onBatch fn(Batch $batch): void, for every response, and for batches given up without one
         * @throws Exception\InvalidArgumentException when the mapper or a document is of another feed, or an
         *     item is neither an array nor a Document
         */
        public function submit(\Aco\Feed $feed, \Traversable|array $items, ?\Aco\Mapper $mapper = null, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * Opens a stream to push items to. Several may be open at once; they share the client's connections.
         *
         * @param (callable(\Aco\Batch): void)|null $onBatch fn(Batch $batch): void, for every response, and for batches given up without one
         * @throws Exception\InvalidArgumentException when the mapper is of another feed
         */
        public function open(\Aco\Feed $feed, ?\Aco\Mapper $mapper = null, ?callable $onBatch = null): \Aco\Stream {}

        /** Sends what is pending in all open streams, and waits for the responses. */
        public function drain(): void {}

        /**
         * Counters since the client was constructed.
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

        /** URL of the tenant's Studio, if discover() found one. */
        public readonly ?string $studioUrl;

        /** What the header `service-connector-metadata` of every request says; null: it is not sent. */
        public readonly ?string $metadata;

        /**
         * @param string $ingestionUrl base URL; the tenant id is appended unless it is the last path
         *     segment already
         * @param string $imsUrl token endpoint; a URL without a path gets `/ims/token/v3`
         * @param string|null $scope comma-separated OAuth scopes; null: those that the ingestion API documents
         * @param string|null $metadata sent as the header `service-connector-metadata`, by which Adobe's exporter names
         *     its version: JSON, at most 1024 bytes of ASCII
         * @throws Exception\InvalidArgumentException names the parameter. Plain http is accepted for loopback
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
            ?\Aco\Transport $transport = null,
            ?string $metadata = null
        ) {}

        /**
         * The documented base URL of a tenant: `https://{region}[-sandbox].api.commerce.adobe.com/{tenantId}`.
         *
         * @param string $region e.g. `na1`, `eu1`
         * @param string $type `sandbox` or `production`
         * @throws Exception\InvalidArgumentException
         */
        public static function ingestionUrl(string $tenantId, string $region, string $type): string {}

        /**
         * Gets a token from IMS and the tenant's URLs from the Commerce Cloud Manager.
         *
         * @param string $ccmUrl base URL; one without a path gets `/api/v1`
         * @throws Exception\AuthenticationException IMS refuses the credentials
         * @throws Exception\ApiException the tenant is unknown or belongs to another organization
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

    /** One item as it is sent. */
    final class Document implements \Stringable, \JsonSerializable
    {
        public readonly \Aco\Feed $feed;

        /** SHA-1 hex of the identity of the source item: the `feed_id` of Commerce's feed tables. */
        public readonly string $id;

        /** SHA-1 hex of the JSON. An item whose hash is unchanged need not be sent. */
        public readonly string $hash;

        /** True for the body of a deletion. */
        public readonly bool $deleted;

        /** True for a part of a body: it is sent with PATCH, and changes only the members that it has. */
        public readonly bool $patch;

        private function __construct() {}

        /**
         * A document from stored JSON.
         *
         * @param string $id 1 to 64 bytes, normally the `$id` of the document that was stored
         * @param string $json one JSON object of at most 64 levels, kept byte for byte
         * @throws Exception\InvalidArgumentException
         */
        public static function fromJson(\Aco\Feed $feed, string $id, string $json, bool $deleted = false): \Aco\Document {}

        /**
         * A part of a document, which the API merges into what it holds: the members that identify the item, and those
         * that have changed.
         *
         * The API takes it for an item that it does not hold without saying so, and then nothing comes of it. What it makes
         * of an empty list is not documented. A part settles no earlier document of its id that has failed, as the next
         * whole document does.
         *
         * @param string $id 1 to 64 bytes: that of the whole document
         * @param string $json one JSON object of at most 64 levels, kept byte for byte
         * @throws Exception\InvalidArgumentException also for a feed without PATCH, see Feed::takesPatch()
         */
        public static function patch(\Aco\Feed $feed, string $id, string $json): \Aco\Document {}

        /** The JSON, as it is sent. */
        public function __toString(): string {}

        /**
         * The JSON, decoded.
         *
         * @return array<string, mixed>
         */
        public function jsonSerialize(): array {}
    }

    /**
     * The feeds of the catalog, and the operations that take them.
     *
     * Commerce exports the first five. Items of the others have the shape of the bodies that the API takes.
     */
    enum Feed: string
    {
        case Products = 'products';
        case ProductAttributes = 'productAttributes';
        case Categories = 'categories';
        case Prices = 'prices';
        case PriceBooks = 'priceBooks';
        /** The attributes that categories may have: metadata. */
        case CategoryAttributes = 'categoryAttributes';
        /** What replaces values of a product in one layer of the catalog. */
        case ProductLayers = 'productLayers';

        /** Path of the create-or-replace operation, below `{ingestionUrl}/{tenantId}`. */
        public function path(): string {}

        /** Path of the delete operation, below `{ingestionUrl}/{tenantId}`. */
        public function deletePath(): string {}

        /** Whether the API takes PATCH at path(), and so documents that Document::patch() makes: not for product layers. */
        public function takesPatch(): bool {}

        /** The most items that the ingestion API takes in one request: 500 for prices and price books, 100 for the others. */
        public function batchLimit(): int {}

        /**
         * Commerce's indexer id of the feed, e.g. `catalog_data_exporter_products`; "" for a feed that Commerce does not
         * export.
         */
        public function indexer(): string {}

        /** The feed table, e.g. `cde_products_feed`: Commerce's, or this project's where Commerce exports no such feed. */
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

        /** null: the scopes that the service documents. */
        public readonly ?string $scope;

        public readonly string $orgId;

        /**
         * @param string $imsUrl token endpoint; a URL without a path gets `/ims/token/v3`, one without a scheme `https://`
         * @param string|null $scope comma-separated OAuth scopes
         * @param string $orgId the organization, e.g. `0123456789ABCDEF01234567@AdobeOrg`, for services that require it
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

    /** Some of the texts that an ItemReader reads, in their order; positions begin at 0. */
    final class ItemChunk implements \Countable
    {
        private function __construct() {}

        /**
         * 22 characters of base64url, equal only for equal texts that were read with the same version of the library, feed
         * and scopes, for which the first 4 characters stand. An item with a known fingerprint need not be mapped.
         *
         * @throws Exception\InvalidArgumentException
         */
        public function fingerprint(int $position): string {}

        /**
         * Looks for the items in a list of fingerprints, fastest where it has their order.
         *
         * @param string $noted fingerprints separated by commas; each may have a dot and something else before it
         * @return array<int, int> : by the positions of the items that are in the list, the number of their entry, from 0
         */
        public function find(string $noted): array {}

        /**
         * Maps the items.
         *
         * @param list<int>|null $positions null for all
         * @return array<int, \Aco\MappedItem> by position
         * @throws Exception\InvalidArgumentException
         */
        public function map(?array $positions = null): array {}

        /**
         * The decoded item, null when the text is none.
         *
         * @return array<string, mixed>|null
         * @throws Exception\InvalidArgumentException
         */
        public function item(int $position): ?array {}

        /**
         * Maps an item that the caller has changed, as the one at the position.
         *
         * @param array<string, mixed> $item
         * @throws Exception\InvalidArgumentException
         */
        public function mapItem(int $position, array $item): \Aco\MappedItem {}

        /**
         * The number of the text in its source, from 1.
         *
         * @throws Exception\InvalidArgumentException
         */
        public function line(int $position): int {}

        /** The length of the texts. */
        public function bytes(): int {}

        public function count(): int {}
    }

    /**
     * Reads feed items (JSON lines or one JSON array, gzip or not) and maps them, a chunk at a time. A loop over it yields
     * chunks, and goes on where the one before ended.
     *
     * Numbers that PHP would round become strings; bytes that are not UTF-8 and unpaired surrogates become U+FFFD. A line
     * of more than 32 MiB is passed over and reported.
     */
    final class ItemReader implements \IteratorAggregate
    {
        /**
         * @param string|resource $source string|resource: a path, or an open stream such as STDIN
         * @param int $chunkItems items of a chunk at most, 1 to 100000
         * @param string|null $name how messages call the source; by default the name of the file, or "standard input"
         * @throws Exception\ReadException when the path cannot be read
         * @throws Exception\InvalidArgumentException
         */
        public function __construct(\Aco\Mapper $mapper, mixed $source, int $chunkItems = 500, ?string $name = null) {}

        /**
         * The next chunk, of about 2 MiB at most; null at the end.
         *
         * @throws Exception\ReadException when the source is damaged, after all that comes before was returned
         */
        public function next(): ?\Aco\ItemChunk {}

        /** Bytes read from the source so far, before unpacking. */
        public function consumed(): int {}

        /** The size of a regular file; null for other sources. */
        public function size(): ?int {}

        /**
         * A reader of the same items from the start; null when the source can be read only once.
         *
         * @throws Exception\ReadException when the path cannot be read any more
         */
        public function reopen(): ?\Aco\ItemReader {}

        /** What a text is called: "line", or "item" of an array. Known after the first chunk. */
        public function unit(): string {}

        /** @return \Iterator<int, \Aco\ItemChunk> \Iterator<int, ItemChunk> */
        public function getIterator(): \Iterator {}
    }

    /** Rates, concurrency and retries. The default rates are the documented base allocation of a tenant; 0 means unlimited. */
    final class Limits
    {
        public readonly float $requestsPerSecond;

        public readonly int $productsPerMinute;

        public readonly int $pricesPerMinute;

        public readonly int $concurrency;

        public readonly int $maxAttempts;

        public readonly int $maxRequestBytes;

        public readonly int $retryBudgetMs;

        public readonly \Aco\SharedStore|bool $shared;

        public readonly int $hosts;

        /**
         * @param float $requestsPerSecond 0 to 10000; 0: unlimited
         * @param int $productsPerMinute product items, live and deleted; 0: unlimited
         * @param int $pricesPerMinute price items, live and deleted; 0: unlimited
         * @param int $concurrency requests in flight at once, 1 to 64
         * @param int $maxAttempts failed attempts after which a request is given up, 1 to 20;
         *     a pause that a 429 asks for does not count
         * @param int $maxRequestBytes bytes of a request body before compression, 1 KiB to 256 MiB
         * @param int $retryBudgetMs milliseconds after its first failure in which a request may be retried, 0 to one day
         * @param bool|SharedStore $shared share rates and tokens with other processes of the host through
         *     `aco.state_dir`, not on Windows; or with other hosts through a store
         * @param int $hosts how many hosts share a store, 1 to 1000: while it cannot be used, each keeps to its share of
         *     the rates
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
            \Aco\SharedStore|bool $shared = true,
            int $hosts = 1
        ) {}
    }

    /** An item that was read, with its document or the reason why it has none. */
    final class MappedItem
    {
        /** The number of the text in its source, from 1. */
        public readonly int $line;

        /** Null for an item that is refused, and for one with nothing to submit (the root category). */
        public readonly ?\Aco\Document $document;

        /** The id of a refused item, as far as it can be identified: that of Mapper::deletion(). */
        public readonly ?string $refusedId;

        /** The item's own number in Commerce, 0 when it has none. */
        public readonly int $sourceEntityId;

        /** The JSON of Mapper::deletion(), "" when there is none. */
        public readonly string $deleteBody;

        /** Whether the item itself says that it is deleted; a document is a deletion in a disabled scope as well. */
        public readonly bool $isDeletion;

        /** False when the text is no JSON object; $reason says why. */
        public readonly bool $isItem;

        /** The field of a refused item, e.g. `images.3.resource.url`, "" when it is the item as a whole. */
        public readonly string $field;

        /** What is wrong with it, "" for an item that is not refused. */
        public readonly string $reason;

        /** Whether bytes that are not UTF-8, or half a surrogate pair, became U+FFFD. */
        public readonly bool $isRepaired;

        private function __construct() {}
    }

    /** Maps feed items, as Commerce's SaaS Data Export assembles them, to documents of the ingestion API. */
    final class Mapper
    {
        public readonly \Aco\Feed $feed;

        public function __construct(\Aco\Feed $feed, ?\Aco\Scopes $scopes = null) {}

        /**
         * The document of one item, or null for an item that is never submitted (the root category).
         *
         * Invalid UTF-8 becomes U+FFFD. Fields that the feed does not map are ignored, whatever their value.
         *
         * @param array<string, mixed> $item
         * @throws Exception\MappingException names the field when one is missing or of a wrong type
         */
        public function map(array $item): ?\Aco\Document {}

        /**
         * The documents of many items, under the keys of the items: faster than one after the other.
         *
         * In the place of an item that is never submitted is null, in that of one that cannot be mapped the
         * MappingException that map() would throw.
         *
         * @param array<array<string, mixed>> $items
         * @return array<\Aco\Document|\Aco\Exception\MappingException|null>
         * @throws Exception\InvalidArgumentException when one of the items is no array
         */
        public function mapAll(array $items): array {}

        /**
         * The document that deletes an item, with the same id, whether or not the item is marked as deleted. null for the
         * root category.
         *
         * Reads only the members that identify the item.
         *
         * @param array<string, mixed> $item
         * @throws Exception\MappingException names the field when one is missing or of a wrong type
         */
        public function deletion(array $item): ?\Aco\Document {}
    }

    /** Makes the items of the feed priceBooks, which Commerce does not export. */
    final class PriceBooks
    {
        private function __construct() {}

        /**
         * For each website the base book, then one book for each customer group.
         *
         * @param list<array{websiteCode: string, websiteName?: string, baseCurrency?: string, currency?: string}> $websites or `currency` instead of `baseCurrency`
         * @param list<array{customerGroupId: int, customerGroupName?: string, websites?: list<string>}> $customerGroups `websites` limits the group to these codes
         * @return list<array{websiteCode: string, websiteName: ?string, customerGroupId: ?int, customerGroupName: ?string, currency: ?string, deleted: false}>
         * @throws Exception\InvalidArgumentException names the entry and the member that is wrong
         */
        public static function items(array $websites, array $customerGroups): array {}
    }

    /**
     * The results of one request to a store, a layer or the Edge Network: what $onBatch gets there. A request that was
     * given up without a response has a report as well.
     */
    final class Report
    {
        /** The destination: a datastream, a store or a layer. */
        public readonly string $channel;

        /** 200 delivered, 400 rejected, 2 to be sent again. */
        public readonly int $status;

        /** The service's `x-request-id`, "" when there was none or no response. */
        public readonly string $requestId;

        /**
         * The items whose outcome this decided
         *
         * @var list<array{position: int, id: string, status: int, message: string, field: ?string}>
         */
        public readonly array $results;

        private function __construct() {}
    }

    /** Websites and store views that are switched off. Items that belong to them are mapped to deletions. */
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
         * @param list<string> $disabledWebsites website codes, which decide about prices and price books
         * @param list<string> $disabledStoreViews store view codes, which decide about products, attributes and categories
         * @throws Exception\InvalidArgumentException when a code is not a non-empty string
         */
        public function __construct(array $disabledWebsites = [], array $disabledStoreViews = []) {}
    }

    /**
     * Reads from services of Adobe that have no class of their own: one request at a time, with a token of IMS. Transient
     * failures are retried, and a token that is refused is renewed once. Redirects are not followed; responses are as large
     * as `aco.max_response_bytes` at most.
     */
    final class ServiceReader
    {
        /**
         * @param ImsCredentials|null $credentials null: without a token; without a scope, `openid,AdobeID` is requested
         * @param Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults
         */
        public function __construct(?\Aco\ImsCredentials $credentials = null, ?\Aco\Transport $transport = null, ?\Aco\Limits $limits = null) {}

        /**
         * Makes a GET, or with a body a POST of JSON.
         *
         * @param string $url https, or http to loopback; at most 4,096 bytes
         * @param list<string> $headers lines such as `x-api-key: abc`, at most 16
         * @return array{status: int, body: string, links: string, retryAfterMs: ?int, requestId: string, message: string} whatever the status; `links`: all Link headers, joined by ", "; `message`: for errors, a printable excerpt of the body without secrets
         * @throws Exception\InvalidArgumentException names the parameter
         * @throws Exception\AuthenticationException IMS refuses the credentials
         * @throws Exception\ApiException IMS responds with an error
         * @throws Exception\TransportException no connection, no complete response
         */
        public function request(string $url, array $headers = [], ?string $json = null): array {}
    }

    /**
     * An open submission. Positions count the items pushed, from 0.
     *
     * A stream that is destroyed before finish() drops the items without a response, and logs a warning.
     */
    final class Stream
    {
        private function __construct() {}

        /**
         * Adds an item. Blocks only while the window is full or an item with the same id is in flight.
         *
         * @param array<string, mixed>|\Aco\Document $item
         * @throws Exception\InvalidArgumentException when the stream is finished or a document is of another feed
         */
        public function push(\Aco\Document|array $item): void {}

        /**
         * Whether the service is down, so that nothing more is sent: what is pushed from now on is retryable without having
         * been tried.
         *
         * @throws Exception\InvalidArgumentException when the stream is finished
         */
        public function isStopped(): bool {}

        /**
         * The items of which no request was begun yet: what a program need not undo that breaks the submission off.
         *
         * @return list<int> positions, in no order
         * @throws Exception\InvalidArgumentException when the stream is finished
         */
        public function unsent(): array {}

        /**
         * Sends what is pending, waits for the responses, and closes the stream.
         *
         * @throws Exception\InvalidArgumentException when called twice, or by the stream's own $onBatch
         */
        public function finish(): \Aco\Submission {}
    }

    /** The outcome of all items of a submission, in the shape of `ExportFeedInterface::export()`. */
    final class Submission
    {
        /**
         * 200: every item was delivered or rejected for itself. 2: some items have to be sent again. 400: all were
         * rejected.
         */
        public readonly int $status;

        /** The first failure that was not due to an item, "" when there was none. */
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

    /** How services are reached: certificate authorities, proxy and timeouts. All connections can share one. */
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
         * @param int $connectTimeoutMs milliseconds that a connection may take
         * @param int $timeoutMs milliseconds that a whole request may take
         * @throws Exception\InvalidArgumentException names the parameter
         */
        public function __construct(?string $caFile = null, ?string $proxy = null, int $connectTimeoutMs = 5000, int $timeoutMs = 30000) {}
    }
}
