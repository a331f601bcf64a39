<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\OrderMapper;
use Aco\Experience\Settings;

/** The settings of the Experience Platform connector, in `core_config_data` below `aco_exporter/experience/`. */
final class ExperienceConfig
{
    public const ORGANIZATION_ID = 'organization_id';
    public const ENVIRONMENT_ID = 'environment_id';
    public const WEB_SDK_NAME = 'web_sdk_name';
    /** JSON: the default scope. */
    public const DEFAULTS = 'defaults';
    /** JSON: scopes by website code. */
    public const WEBSITES = 'websites';
    public const DOCUMENTED_NAMES = 'documented_names';
    /** JSON: paths of custom attributes by name. */
    public const ORDER_ATTRIBUTES = 'order_attributes';
    public const ITEM_ATTRIBUTES = 'item_attributes';
    public const CUSTOMER_ATTRIBUTES = 'customer_attributes';
    public const CUSTOMER_EVENTS = 'customer_events';
    public const TRACKING_PATH = 'tracking_path';
    public const ITEM_DETAILS = 'item_details';
    public const NUMBER_ATTRIBUTE = 'po_attribute';
    public const NORMALIZED_IDENTITY = 'normalized_identity';
    public const EDGE_URL = 'edge_url';
    public const REQUESTS_PER_SECOND = 'requests_per_second';
    public const RETENTION_DAYS = 'retention_days';
    public const SUPPRESSION_LIST = 'suppression_list';
    public const CONSENT_SOURCE = 'consent_source';
    /** JSON: datasets by website; of "" for all others. */
    public const DATASETS = 'datasets';
    /** JSON: members of ProfileTarget by website; of "" for all others. */
    public const PROFILE_TARGETS = 'profile_targets';
    public const STREAMING_URL = 'streaming_url';
    /** JSON: in or out by website; of "" for all others. */
    public const ORDER_CONSENT = 'order_consent';
    /** Up to when Commerce's feed table was read, UTC. */
    public const READ_UNTIL = 'read_until';

    /** Fields that standard XDM field groups lack or give another type. */
    private const NOT_IN_XDM = [
        'commerce.order.payments[].paymentTransactionID', 'commerce.refunds', 'productListItems[].id',
        'commerce.shipping.trackingNumber (as text)', 'refundPaymentType (outside its list)',
    ];

    private const DEFAULT_REQUESTS_PER_SECOND = 100.0;
    private const PREFIX = 'aco_exporter/experience/';

    /** @var ?array<string, string> */
    private ?array $values = null;

    public function __construct(private readonly Database $database)
    {
    }

    public function isEmpty(): bool
    {
        return array_diff_key($this->values(), [self::READ_UNTIL => true]) === [];
    }

    public function text(string $name): string
    {
        return $this->values()[$name] ?? '';
    }

    /** @return array<string, mixed> */
    public function map(string $name): array
    {
        return json_decode($this->values()[$name] ?? '{}', true, 8, JSON_THROW_ON_ERROR);
    }

    /** To the Edge Network; 0: no limit. */
    public function requestsPerSecond(): float
    {
        $text = $this->text(self::REQUESTS_PER_SECOND);

        return $text === '' ? self::DEFAULT_REQUESTS_PER_SECOND : (float) $text;
    }

    public function retentionDays(): int
    {
        return (int) $this->text(self::RETENTION_DAYS);
    }

    /** @return list<string> what a dataset is likely to reject or drop */
    public function warnings(): array
    {
        $withheld = $this->text(self::CONSENT_SOURCE) === ''
            ? array_keys($this->map(self::ORDER_CONSENT), Consent::OUT, true)
            : [];

        return [...$this->namesWarning(), ...array_map(
            static fn (int|string $website): string => 'All orders of ' . ($website === ''
                ? 'websites without a setting of their own'
                : "the website $website")
                . ' are withheld: --order-consent is out, and no --consent-source says who has consented.',
            $withheld,
        )];
    }

    /** @return list<string> */
    private function namesWarning(): array
    {
        return $this->text(self::DOCUMENTED_NAMES) === '1'
            ? ['--documented-names is on: schemas of the standard XDM field groups reject ' . implode(
                ', ',
                self::NOT_IN_XDM,
            )
                . '. Switch it off, or add these fields to the schema.']
            : [];
    }

    /** @param array<string, string> $changes that are not stored yet */
    public function settings(array $changes = []): Settings
    {
        $text = fn (string $name): string => $changes[$name] ?? $this->text($name);
        $map = static fn (string $json): array => json_decode(
            $json === '' ? '{}' : $json,
            true,
            8,
            JSON_THROW_ON_ERROR,
        );

        return self::named(static fn (): Settings => new Settings(
            $text(self::ORGANIZATION_ID),
            $text(self::ENVIRONMENT_ID),
            $text(self::WEB_SDK_NAME),
            $map($text(self::DEFAULTS)),
            $map($text(self::WEBSITES)),
        ));
    }

    /** @param array<string, string> $changes that are not stored yet */
    public function mapper(Settings $settings, array $changes = []): OrderMapper
    {
        $text = fn (string $name): string => $changes[$name] ?? $this->text($name);
        $map = static fn (string $json): array => json_decode(
            $json === '' ? '{}' : $json,
            true,
            8,
            JSON_THROW_ON_ERROR,
        );

        return self::named(static fn (): OrderMapper => new OrderMapper(
            $settings,
            $text(self::DOCUMENTED_NAMES) === '1',
            $map($text(self::ORDER_ATTRIBUTES)),
            $map($text(self::ITEM_ATTRIBUTES)),
            $text(self::TRACKING_PATH),
            $text(self::NORMALIZED_IDENTITY) === '1',
        ));
    }

    public function suppressionList(): SuppressionList
    {
        $file = $this->text(self::SUPPRESSION_LIST);

        return $file === '' ? SuppressionList::none() : SuppressionList::read($file);
    }

    public function completion(): OrderCompletion
    {
        return new OrderCompletion(ItemDetails::ifOn($this->database), $this->text(self::NUMBER_ATTRIBUTE));
    }

    public function consent(): Consent
    {
        $source = $this->text(self::CONSENT_SOURCE);

        return new Consent(
            $source === '' ? null : ConsentTable::of($this->database, $source),
            $this->map(self::ORDER_CONSENT),
        );
    }

    /** @param array<string, string> $changes "" removes */
    public function save(array $changes): void
    {
        $this->database->transaction(function () use ($changes): void {
            $rows = new ConfigRows($this->database);

            foreach ($changes as $name => $value) {
                $value === '' ? $rows->remove(self::PREFIX . $name) : $rows->put(self::PREFIX . $name, $value);
            }
        });
        $this->values = null;
    }

    /** @return array<string, string> */
    private function values(): array
    {
        return $this->values ??= $this->database->read(function (): array {
            $rows = $this->database->execute(
                "SELECT path, value FROM {core_config_data}
                WHERE scope = 'default' AND scope_id = 0 AND value IS NOT NULL AND substr(path, 1, "
                . strlen(self::PREFIX) . ') = ?',
                [self::PREFIX],
            )->fetchAll();
            $values = [];

            foreach ($rows as [$path, $value]) {
                $values[substr($path, strlen(self::PREFIX))] = $value;
            }

            return $values;
        });
    }

    /**
     * @template T
     * @param callable(): T $make
     * @return T
     */
    private static function named(callable $make): mixed
    {
        try {
            return $make();
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(strtr(rtrim($e->getMessage(), '.'), [
                '$organizationId' => '--org-id',
                '$environmentId' => '--environment-id',
                '$webSdkName' => '--web-sdk-name',
                '$orderAttributes' => '--order-attribute',
                '$itemAttributes' => '--item-attribute',
                '$trackingPath' => '--tracking-path',
            ]) . '.', previous: $e);
        }
    }
}
