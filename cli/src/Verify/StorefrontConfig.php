<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Address;
use Aco\Cli\Config\Setting;

/** Where shoppers' view of the catalog is read from: address and headers of the Merchandising API. */
final class StorefrontConfig
{
    private const MAX_ENTRIES = 200;
    private const TOKEN = '/^[!#$%&\'*+.^_`|~0-9A-Za-z-]{1,64}$/D';
    private const HEADER_VALUE = '/^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/D';

    /**
     * @param array<string, string> $viewIds by store view; of "" for all others
     * @param list<string> $priceBooks
     * @param array<string, string> $policies values by the name of the header
     */
    private function __construct(
        public readonly string $url,
        private readonly array $viewIds,
        public readonly array $priceBooks,
        private readonly array $policies,
        private readonly bool $sendsLocale,
    ) {
    }

    /**
     * @param array<string, string> $values the stored settings
     * @throws CommandFailure names the option
     */
    public static function of(array $values): self
    {
        $url = $values[Setting::GRAPHQL_URL]
            ?? rtrim($values[Setting::INGESTION_URL] ?? '', '/') . '/graphql';
        $header = $values[Setting::LOCALE_HEADER] ?? 'on';
        if (!in_array($header, ['on', 'off'], true)) {
            throw new CommandFailure('--locale-header must be on or off.');
        }

        $policies = [];
        foreach (self::pairs(Setting::POLICIES, $values) as $name => $value) {
            if ($name === '') {
                throw new CommandFailure('--policies must be NAME=VALUE,…, such as Brand=Acme.');
            }
            $policies["AC-Policy-$name"] = $value;
        }

        return new self(
            Address::check('--graphql-url', $url),
            self::pairs(Setting::VIEW_IDS, $values),
            array_values(self::entries(Setting::PRICE_BOOKS, $values)),
            $policies,
            $header === 'on',
        );
    }

    /** Whether a store view can be looked at. */
    public function knows(string $storeView): bool
    {
        return $this->viewIds === [] || isset($this->viewIds[$storeView]) || isset($this->viewIds['']);
    }

    /** @return array<string, string> by name */
    public function headers(string $storeView, ?string $priceBook): array
    {
        $viewId = $this->viewIds[$storeView] ?? $this->viewIds[''] ?? null;

        return ($viewId === null ? [] : ['AC-View-ID' => $viewId])
            + ($this->sendsLocale ? ['AC-Source-Locale' => $storeView] : [])
            + ($priceBook === null ? [] : ['AC-Price-Book-ID' => $priceBook])
            + $this->policies;
    }

    /**
     * @param array<string, string> $values
     * @return array<string, string> by name, "" for an entry without one
     */
    private static function pairs(string $setting, array $values): array
    {
        $pairs = [];
        foreach (self::entries($setting, $values) as $entry) {
            [$name, $value] = str_contains($entry, '=') ? explode('=', $entry, 2) : ['', $entry];
            $name = trim($name);
            $value = trim($value);
            $isNameUsable = $name === '' || preg_match(self::TOKEN, $name) === 1;
            if (!$isNameUsable || preg_match(self::HEADER_VALUE, $value) !== 1) {
                throw self::unusable($setting);
            }
            $pairs[$name] = $value;
        }

        return $pairs;
    }

    /**
     * @param array<string, string> $values
     * @return list<string>
     */
    private static function entries(string $setting, array $values): array
    {
        $entries = array_values(array_filter(array_map(trim(...), explode(',', $values[$setting] ?? ''))));
        foreach ($entries as $entry) {
            if (preg_match(self::HEADER_VALUE, $entry) !== 1 || count($entries) > self::MAX_ENTRIES) {
                throw self::unusable($setting);
            }
        }

        return $entries;
    }

    private static function unusable(string $setting): CommandFailure
    {
        $shape = match ($setting) {
            Setting::VIEW_IDS => 'an id, or STORE_VIEW=ID,…',
            Setting::PRICE_BOOKS => 'ids of price books, separated by commas',
            default => 'NAME=VALUE,…, such as Brand=Acme',
        };

        return new CommandFailure('--' . Setting::option($setting) . " must be $shape: at most " . self::MAX_ENTRIES
            . ' entries of printable ASCII characters.');
    }
}
