<?php

/**
 * What the extension aco has, for editors and static analysis; not to be loaded. Made by scripts/ide-stub.
 *
 * @noinspection ALL
 */

namespace Aco\Exception {
    /** Everything this extension throws for reasons of its own. */
    interface AcoException extends \Throwable
    {
        /** Whether the same call can succeed later without a change. */
        public function isRetryable(): bool;
    }

    /** The service answers with an error. The code is the HTTP status. */
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

    /** No connection, or no readable answer. The code is libcurl's. */
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

    /** Nothing came in time. */
    final class TimeoutException extends \Aco\Exception\TransportException
    {
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

    /** The answer to one request, or what became of a batch that got none: what $onBatch gets. */
    final class Batch
    {
        public readonly \Aco\Feed $feed;

        /** 200 delivered, 400 rejected, 2 to be sent again. */
        public readonly int $status;

        /** The API's `x-request-id`, "" when there was none or no answer. */
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
         * Sends all items and waits for the answers.
         *
         * What happens to items or to the network is in the result, never an exception. Exceptions of
         * the generator, of $onBatch and of the logger come through; requests under way are dropped then.
         *
         * @param iterable<array<string, mixed>|\Aco\Document> $items raw feed items (arrays, mapped on the way) or Documents, mixed; keys are ignored, positions count from 0
         * @param Mapper|null $mapper default: new Mapper($feed)
         * @param (callable(\Aco\Batch): void)|null $onBatch fn(Batch $batch): void, for every answer, and for batches given up without one
         * @throws Exception\InvalidArgumentException when the mapper or a document is of another feed, or an
         *     item is neither an array nor a Document
         */
        public function submit(\Aco\Feed $feed, \Traversable|array $items, ?\Aco\Mapper $mapper = null, ?callable $onBatch = null): \Aco\Submission {}

        /**
         * A stream to push items to; several may be open at once and share the client's connections.
         *
         * @param (callable(\Aco\Batch): void)|null $onBatch fn(Batch $batch): void, for every answer, and for batches given up without one
         * @throws Exception\InvalidArgumentException when the mapper is of another feed
         */
        public function open(\Aco\Feed $feed, ?\Aco\Mapper $mapper = null, ?callable $onBatch = null): \Aco\Stream {}

        /** Sends what is pending in all open streams and waits for the answers. */
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

        public readonly ?string $caFile;

        public readonly ?string $proxy;

        public readonly int $connectTimeoutMs;

        public readonly int $timeoutMs;

        /** Address of the tenant's Studio, when discover() found one. */
        public readonly ?string $studioUrl;

        /**
         * @param string $ingestionUrl base address; requests go below it, with the tenant id appended
         *     unless it is the last path segment already
         * @param string $imsUrl token endpoint; an address without a path gets `/ims/token/v3`
         * @param string|null $scope comma separated OAuth scopes; null: what the ingestion API asks for
         * @param string|null $caFile PEM bundle to trust instead of `aco.ca_bundle` and the system's
         * @param string|null $proxy e.g. `http://proxy:3128`; null: the environment's, "": none
         * @param int $connectTimeoutMs milliseconds for one connection attempt
         * @param int $timeoutMs milliseconds for one whole request
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
            ?string $caFile = null,
            ?string $proxy = null,
            int $connectTimeoutMs = 5000,
            int $timeoutMs = 30000
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
         * @throws Exception\TransportException no connection, no readable answer
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
            ?string $caFile = null,
            ?string $proxy = null,
            int $connectTimeoutMs = 5000,
            int $timeoutMs = 30000
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
         * @param int $maxAttempts failed attempts after which a request is given up, 1 to 20; waiting as told (429) is none
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
     * A stream destroyed before finish() drops what was not answered, and says so to the logger.
     */
    final class Stream
    {
        private function __construct() {}

        /**
         * Adds an item. Blocks only while the send window is full or an item of the same id is under way.
         *
         * @param array<string, mixed>|\Aco\Document $item
         * @throws Exception\InvalidArgumentException when the stream is finished or a document is of another feed
         */
        public function push(\Aco\Document|array $item): void {}

        /**
         * Sends the rest, waits for all answers and closes the stream.
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
         * `x-request-id` of the answers, in order of arrival.
         *
         * @var list<string>
         */
        public readonly array $requestIds;

        private function __construct() {}
    }
}
