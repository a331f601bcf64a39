<?php

declare(strict_types=1);

namespace Aco\Cli\PriceBook;

use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Json;
use Aco\Cli\Source\FeedInput;
use Aco\Exception\InvalidArgumentException;
use Aco\PriceBooks;

/** The items of the feed priceBooks, which exports lack: a book for each website and each of its customer groups. */
final class GeneratedPriceBooks
{
    /** Most digits of a number that PHP does not round. */
    private const MAX_DIGITS = 18;

    /**
     * @param bool $isRequired whether to fail when the folder lacks the data
     * @return ?FeedInput null when the folder lacks websites or groups
     */
    public static function input(string $folder, bool $isRequired): ?FeedInput
    {
        $scopes = new ScopesFolder($folder);
        $isRequired = $isRequired || $scopes->hasFile();
        [$file, $entries] = $scopes->entries('websites') ?? ['', []];

        try {
            if ($entries === []) {
                throw new CommandFailure(
                    "$folder contains no priceBooks.jsonl, and no scopes.json with websites to make them from."
                );
            }

            $websites = self::websites("$folder/$file", $entries);
            $groups = $scopes->entries('customerGroups') ?? throw new CommandFailure(
                "$folder contains no customer groups: list them in scopes.json or scopesCustomerGroup.jsonl."
            );
            $items = self::items($folder, $websites, self::customerGroups("$folder/$groups[0]", $groups[1]));
        } catch (CommandFailure $e) {
            if ($isRequired) {
                throw $e;
            }

            // The scope feeds of Commerce have no currencies: without a scopes.json, price books come from elsewhere.
            return null;
        }

        return FeedInput::text(
            $file,
            implode('', array_map(static fn (array $item): string => Json::encode($item) . "\n", $items)),
        );
    }

    /**
     * @param list<array<string, mixed>> $entries
     * @return list<array<string, string>>
     */
    private static function websites(string $path, array $entries): array
    {
        $websites = [];

        foreach ($entries as $position => $entry) {
            $code = self::text($entry, ['code', 'websiteCode'])
                ?? throw new CommandFailure("$path: websites[$position] has no code.");
            $websites[] = [
                'websiteCode' => $code,
                'websiteName' => self::text($entry, ['name', 'websiteName']) ?? $code,
                'currency' => self::text($entry, ['currency', 'baseCurrency']) ?? throw new CommandFailure(
                    "$path has no currency for website $code: list websites with code, name and currency "
                    . 'in scopes.json.'
                ),
            ];
        }

        return $websites;
    }

    /**
     * @param list<array<string, mixed>> $entries
     * @return list<array<string, mixed>>
     */
    private static function customerGroups(string $path, array $entries): array
    {
        $groups = [];

        foreach ($entries as $position => $entry) {
            $id = self::text($entry, ['id', 'customerGroupId']);
            if ($id === null || !ctype_digit($id) || strlen($id) > self::MAX_DIGITS) {
                throw new CommandFailure("$path: customerGroups[$position] has no id.");
            }

            $group = ['customerGroupId' => (int) $id];
            $name = self::text($entry, ['name', 'customerGroupName']);
            if ($name !== null) {
                $group['customerGroupName'] = $name;
            }
            if (isset($entry['websites'])) {
                $group['websites'] = $entry['websites'];
            }

            $groups[] = $group;
        }

        return $groups;
    }

    /**
     * @param list<array<string, string>> $websites
     * @param list<array<string, mixed>> $groups
     * @return list<array<string, mixed>>
     */
    private static function items(string $folder, array $websites, array $groups): array
    {
        try {
            return PriceBooks::items($websites, $groups);
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure("$folder: " . rtrim($e->getMessage(), '.') . '.', previous: $e);
        }
    }

    /**
     * @param array<string, mixed> $entry
     * @param list<string> $members
     */
    private static function text(array $entry, array $members): ?string
    {
        foreach ($members as $member) {
            $value = $entry[$member] ?? null;
            if ((is_string($value) && $value !== '') || is_int($value)) {
                return (string) $value;
            }
        }

        return null;
    }
}
