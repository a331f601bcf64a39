<?php

declare(strict_types=1);

namespace Aco\Cli\PriceBook;

use Aco\Cli\CommandFailure;
use Aco\Cli\Source\ByteReader;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\JsonDecoder;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Source\SourceResolver;

/** Websites and customer groups of a source folder: scopes.json, or the scope feeds of SaaS Data Export. */
final class ScopesFolder
{
    private const FILE = 'scopes.json';
    private const LISTS = ['websites' => 'scopesWebsite', 'customerGroups' => 'scopesCustomerGroup'];

    public function __construct(private readonly string $folder)
    {
    }

    public function hasFile(): bool
    {
        return is_file("{$this->folder}/" . self::FILE);
    }

    /**
     * The list of the file, or the items of the feed of these scopes.
     *
     * @param 'websites'|'customerGroups' $list
     * @return array{string, list<array<string, mixed>>}|null name of the file and its entries; null when there are none
     */
    public function entries(string $list): ?array
    {
        $entries = $this->document()[$list] ?? null;
        if ($entries !== null) {
            if (!is_array($entries) || !array_is_list($entries)) {
                throw $this->wrong("\"$list\" must be a list");
            }

            foreach ($entries as $position => $entry) {
                if (!is_array($entry) || array_is_list($entry)) {
                    throw $this->wrong("{$list}[$position] must be an object");
                }
            }

            return [self::FILE, $entries];
        }

        foreach (['.jsonl', '.jsonl.gz'] as $suffix) {
            $path = $this->folder . '/' . self::LISTS[$list] . $suffix;
            if (SourceResolver::isInput($path)) {
                return [basename($path), self::feed($path)];
            }
        }

        return null;
    }

    /** @return array<string, mixed> */
    private function document(): array
    {
        if (!$this->hasFile()) {
            return [];
        }

        $text = @file_get_contents("{$this->folder}/" . self::FILE);
        if ($text === false) {
            throw $this->wrong('it cannot be read');
        }

        $document = JsonDecoder::decode($text, depth: 64);
        if (!is_array($document) || ($document !== [] && array_is_list($document))) {
            throw $this->wrong(
                json_last_error() === JSON_ERROR_NONE ? 'it must contain a JSON object' : json_last_error_msg()
            );
        }

        return $document;
    }

    /** @return list<array<string, mixed>> */
    private static function feed(string $path): array
    {
        $entries = [];

        try {
            $reader = new ItemReader(ByteReader::file($path));
            while (($item = $reader->next()) !== null) {
                if (!is_array($item)) {
                    throw new CommandFailure("$path {$item->unit} {$item->line}: {$item->reason}.");
                }
                if (!($item['deleted'] ?? false)) {
                    $entries[] = $item;
                }
            }
        } catch (SourceException $e) {
            throw new CommandFailure("{$e->getMessage()}.", previous: $e);
        }

        return $entries;
    }

    private function wrong(string $reason): CommandFailure
    {
        return new CommandFailure("{$this->folder}/" . self::FILE . ": $reason.");
    }
}
