<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\AemEnvironment;
use Aco\Assets\CommerceCredentials;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Assets\Webhook\WebhookSettings;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Address;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\Toggle;
use Aco\Exception\InvalidArgumentException;
use Aco\ImsCredentials;
use Aco\Limits;
use Aco\Transport;

/** The settings of the assets integration, checked. */
final class AssetConfig
{
    /** Of one question to the matcher: what fails nevertheless is asked again by a later run. */
    private const MATCHER_ATTEMPTS = 2;
    private const MATCHER_BUDGET_MS = 5000;
    private const MAX_CONCURRENCY = 64;
    private const MATCHER_CONCURRENCY = 16;
    private const MAX_JOURNAL_LIMIT = 1000;
    private const MAX_QUERY = 4096;
    private const QUERY_LEVELS = 32;
    /** Seconds. */
    public const MAX_WEBHOOK_AGE = 604800;
    public const FLAGS = [AssetSetting::ENABLED, AssetSetting::LEGACY_NAMES, AssetSetting::ANNOUNCED_ONLY,
        AssetSetting::ASK_ON_PRODUCT_CHANGE];
    private const CHOICES = [
        AssetSetting::SINK => ['commerce' => AssetSetting::SINK_COMMERCE, 'optimizer' => AssetSetting::SINK_OPTIMIZER],
        AssetSetting::VISUALIZATION_OWNER => [
            'commerce' => AssetSetting::OWNER_COMMERCE, 'adobecommerce' => AssetSetting::OWNER_COMMERCE,
            'aem' => AssetSetting::OWNER_AEM, 'aemassets' => AssetSetting::OWNER_AEM,
        ],
        AssetSetting::RULE => [
            'matchbysku' => AssetSetting::RULE_SKU, 'matchbyskurule' => AssetSetting::RULE_SKU,
            'matchbyproductsku' => AssetSetting::RULE_SKU, 'externalmatcher' => AssetSetting::RULE_EXTERNAL,
            'custommatch' => AssetSetting::RULE_EXTERNAL, 'custommatcher' => AssetSetting::RULE_EXTERNAL,
        ],
        AssetSetting::KEEP_METADATA => [
            'all' => AssetSetting::KEEP_ALL, 'rule' => AssetSetting::KEEP_RULE,
        ],
        AssetSetting::JOURNAL_START => [
            'oldest' => AssetSetting::START_OLDEST, 'latest' => AssetSetting::START_LATEST,
        ],
        AssetSetting::DIALECT => ['nested' => 'nested', 'flat' => 'flat'],
    ];

    /** @param array<string, string> $values as stored */
    private function __construct(private readonly array $values, private readonly ConfigStore $store)
    {
    }

    public static function of(ConfigStore $store): self
    {
        return new self($store->values(), $store);
    }

    /**
     * The value as it is stored.
     *
     * @throws CommandFailure names the option
     */
    public static function normalize(string $setting, string $value): string
    {
        $value = trim($value);
        $option = '--' . AssetSetting::option($setting);

        if (in_array($setting, self::FLAGS, true)) {
            return match (Toggle::of($value)) {
                true => '1',
                false => '0',
                null => throw new CommandFailure("$option must be on or off."),
            };
        }

        if (isset(self::CHOICES[$setting])) {
            return self::CHOICES[$setting][strtolower(preg_replace('/[\s_-]+/', '', $value))]
                ?? throw new CommandFailure(
                    "$option must be one of " . implode(', ', array_unique(self::CHOICES[$setting])) . '.'
                );
        }

        return match ($setting) {
            AssetSetting::PROGRAM_ID => self::number($option, 'p', $value),
            AssetSetting::ENVIRONMENT_ID => self::number($option, 'e', $value),
            AssetSetting::REQUESTS_PER_SECOND => preg_match('/^\d{1,5}(\.\d{1,3})?$/D', $value) === 1
                ? $value
                : throw new CommandFailure("$option must be a number such as 10 or 0.5, 0 for no limit."),
            AssetSetting::CUSTOM_DOMAIN => self::origin($option, $value),
            AssetSetting::COMMERCE_URL, AssetSetting::REGISTRY_URL, AssetSetting::ASSET_TO_PRODUCT_URL,
            AssetSetting::PRODUCT_TO_ASSET_URL, AssetSetting::JOURNAL_URL
                => Address::check($option, $value),
            AssetSetting::SEARCH_URL => self::searchUrl(Address::check($option, $value)),
            AssetSetting::SEARCH_QUERY => self::json($option, $value),
            AssetSetting::JOURNAL_LIMIT, AssetSetting::SEARCH_LIMIT
                => self::count($option, $value, self::MAX_JOURNAL_LIMIT),
            AssetSetting::MATCHER_CONCURRENCY => self::count($option, $value, self::MAX_CONCURRENCY),
            AssetSetting::WEBHOOK_MAX_AGE => self::count($option, $value, self::MAX_WEBHOOK_AGE),
            AssetSetting::WEBHOOK_KEYS_URL => self::keysUrl($option, $value),
            AssetSetting::COMMERCE_IMS_URL, AssetSetting::MATCHER_OAUTH_URL, AssetSetting::EVENTS_IMS_URL
                => Address::checkOfTokens($option, $value),
            default => $value,
        };
    }

    public function value(string $setting): ?string
    {
        return $this->values[$setting] ?? null;
    }

    /** @throws CommandFailure when it is not set */
    public function required(string $setting): string
    {
        return $this->values[$setting] ?? throw AssetNeeds::failure([$setting]);
    }

    /** @throws CommandFailure when it is not stored */
    public function secret(string $setting): string
    {
        return $this->store->secret($setting) ?? throw AssetNeeds::failure([$setting]);
    }

    /**
     * @param list<string> $settings
     * @throws CommandFailure names all that are missing
     */
    public function requireAll(array $settings): void
    {
        $missing = array_values(array_diff($settings, array_keys($this->values)));

        if ($missing !== []) {
            throw AssetNeeds::failure($missing);
        }
    }

    public function isEnabled(): bool
    {
        return ($this->values[AssetSetting::ENABLED] ?? '1') === '1';
    }

    public function isFlag(string $setting): bool
    {
        return ($this->values[$setting] ?? '0') === '1';
    }

    /** @throws InvalidArgumentException names the parameter */
    public function transport(): Transport
    {
        return new Transport($this->value(AssetSetting::CA_FILE), $this->value(AssetSetting::PROXY));
    }

    public function credentials(): CommerceCredentials
    {
        return new CommerceCredentials(
            $this->required(AssetSetting::CONSUMER_KEY),
            $this->secret(AssetSetting::CONSUMER_SECRET),
            $this->secret(AssetSetting::ACCESS_TOKEN),
            $this->secret(AssetSetting::ACCESS_TOKEN_SECRET),
        );
    }

    public function environment(): AemEnvironment
    {
        return new AemEnvironment(
            $this->required(AssetSetting::PROGRAM_ID),
            $this->required(AssetSetting::ENVIRONMENT_ID),
        );
    }

    public function sink(): string
    {
        return $this->values[AssetSetting::SINK] ?? AssetSetting::SINK_COMMERCE;
    }

    public function unit(): Unit
    {
        return $this->sink() === AssetSetting::SINK_COMMERCE ? Unit::Asset : Unit::Product;
    }

    public function attribute(): string
    {
        return $this->values[AssetSetting::ATTRIBUTE] ?? 'commerce:skus';
    }

    public function matcher(): SkuMatcher
    {
        try {
            return new SkuMatcher($this->attribute(), $this->isFlag(AssetSetting::LEGACY_NAMES));
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure('--attribute is invalid: ' . $e->getMessage() . '.', previous: $e);
        }
    }

    /** Which metadata is kept: with all of it, another rule needs no asset again. */
    public function properties(): AssetProperties
    {
        $isAll = $this->isExternal() || $this->value(AssetSetting::KEEP_METADATA) !== AssetSetting::KEEP_RULE;

        return new AssetProperties($isAll ? null : $this->attribute());
    }

    public function visibility(): Visibility
    {
        return new Visibility(
            $this->value(AssetSetting::HIDE_ATTRIBUTE),
            array_values(array_filter(array_map(
                trim(...),
                explode(',', $this->value(AssetSetting::HIDE_STORE_VIEWS) ?? ''),
            ))),
        );
    }

    /** What decides which products show an asset, as text: another text is another rule. */
    public function ruleText(): string
    {
        $hidden = $this->value(AssetSetting::HIDE_ATTRIBUTE);

        return ($this->isExternal()
            ? AssetSetting::RULE_EXTERNAL
            : AssetSetting::RULE_SKU . " {$this->attribute()}" . ($this->isFlag(AssetSetting::LEGACY_NAMES)
                ? ', legacy names'
                : '')) . ($hidden === null
            ? ''
            : ", hidden by $hidden on " . $this->value(AssetSetting::HIDE_STORE_VIEWS));
    }

    public function isExternal(): bool
    {
        return $this->value(AssetSetting::RULE) === AssetSetting::RULE_EXTERNAL;
    }

    public function matcherConcurrency(): int
    {
        return (int) ($this->value(AssetSetting::MATCHER_CONCURRENCY) ?? self::MATCHER_CONCURRENCY);
    }

    /** Null when assets are matched by SKU. */
    public function externalMatcher(): ?ExternalMatcher
    {
        try {
            return $this->isExternal() ? new ExternalMatcher($this->matcherConnection(), new Limits(
                maxAttempts: self::MATCHER_ATTEMPTS,
                retryBudgetMs: self::MATCHER_BUDGET_MS,
            )) : null;
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(
                'A setting of assets:config is invalid: ' . rtrim($e->getMessage(), '.') . '.',
                previous: $e,
            );
        }
    }

    /** @throws InvalidArgumentException names the parameter */
    public function matcherConnection(): MatcherConnection
    {
        return new MatcherConnection(
            $this->required(AssetSetting::ASSET_TO_PRODUCT_URL),
            $this->required(AssetSetting::PRODUCT_TO_ASSET_URL),
            new ImsCredentials(
                imsUrl: $this->required(AssetSetting::MATCHER_OAUTH_URL),
                clientId: $this->required(AssetSetting::MATCHER_CLIENT_ID),
                clientSecret: $this->secret(AssetSetting::MATCHER_CLIENT_SECRET),
                orgId: $this->required(AssetSetting::MATCHER_ORG_ID),
                scope: $this->value(AssetSetting::MATCHER_SCOPE),
            ),
            $this->transport(),
        );
    }

    /**
     * Of the Developer Console project that events are sent to.
     *
     * @param ?string $scope when not as configured for events
     */
    public function eventsCredentials(?string $scope = null): ImsCredentials
    {
        $ims = $this->value(AssetSetting::EVENTS_IMS_URL);

        try {
            return new ImsCredentials(
                $this->required(AssetSetting::EVENTS_CLIENT_ID),
                $this->secret(AssetSetting::EVENTS_CLIENT_SECRET),
                ...($ims === null ? [] : ['imsUrl' => $ims]),
                scope: $scope ?? $this->value(AssetSetting::EVENTS_SCOPE) ?? AssetSetting::DEFAULT_EVENTS_SCOPE,
                orgId: $this->required(AssetSetting::EVENTS_ORG_ID),
            );
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(
                'A setting of assets:config is invalid: ' . rtrim($e->getMessage(), '.') . '.',
                previous: $e,
            );
        }
    }

    /** What `source` has to be in the tenant's events; null when the tenant is not set. */
    public function eventSource(): ?string
    {
        $program = $this->value(AssetSetting::PROGRAM_ID);
        $environment = $this->value(AssetSetting::ENVIRONMENT_ID);

        return $program === null || $environment === null
            ? null
            : "/^acct:aem(-cmstg)?-p$program-e$environment@adobe\.com$/D";
    }

    private static function number(string $option, string $letter, string $value): string
    {
        return preg_match("/^$letter?(\d{1,12})$/Di", $value, $match) === 1
            ? $match[1]
            : throw new CommandFailure("$option must be a number, such as 12345.");
    }

    private static function json(string $option, string $value): string
    {
        return is_array(json_decode($value, true, self::QUERY_LEVELS)) && strlen($value) <= self::MAX_QUERY
            ? $value
            : throw new CommandFailure("$option must be a JSON list of up to " . self::MAX_QUERY . ' bytes.');
    }

    /** Whoever serves the keys decides which events are Adobe's. */
    private static function keysUrl(string $option, string $value): string
    {
        return Address::check($option, $value) === WebhookSettings::KEYS_URL
            || in_array(parse_url($value, PHP_URL_HOST), ['127.0.0.1', '[::1]', 'localhost'], true)
            ? $value
            : throw new CommandFailure(
                "$option must be https://static.adobeioevents.com, or an address of this host."
            );
    }

    /** Without the path of the search, with which others give the address. */
    private static function searchUrl(string $url): string
    {
        $url = rtrim($url, '/');

        return str_ends_with($url, AssetSetting::SEARCH_PATH)
            ? substr($url, 0, -strlen(AssetSetting::SEARCH_PATH))
            : $url;
    }

    private static function count(string $option, string $value, int $max): string
    {
        return preg_match('/^[1-9]\d{0,5}$/D', $value) === 1 && (int) $value <= $max
            ? $value
            : throw new CommandFailure("$option must be a whole number from 1 to $max.");
    }

    private static function origin(string $option, string $value): string
    {
        $address = rtrim(str_contains($value, '://') ? $value : "https://$value", '/');

        return preg_match('#^https?://[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d{1,5})?$#D', $address) === 1
            ? Address::check($option, $address)
            : throw new CommandFailure(
                "$option must be a domain, such as images.example.com, without path, query or user."
            );
    }
}
