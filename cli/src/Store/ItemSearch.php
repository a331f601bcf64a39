<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\Sync\FeedProfile;
use Aco\Feed;

/** Which items of a feed are looked for. */
final class ItemSearch
{
    private const ESCAPE = "'!'";

    public function __construct(
        /** The whole code: a SKU, a path, an attribute code, a price book or its website. */
        public readonly string $code = '',
        /** A part of the code, in small or capital letters. */
        public readonly string $part = '',
        public readonly string $scope = '',
        public readonly ?ItemState $state = null,
    ) {
    }

    /** @return array{string, list<string>} SQL and its values */
    public function condition(Feed $feed, Database $database): array
    {
        $profile = FeedProfile::of($feed);
        $code = self::member($database, $profile->codePaths());
        $conditions = [$this->state?->condition() ?? '1 = 1'];
        $values = [];

        if ($this->code !== '') {
            $conditions[] = "($code = ? OR $code LIKE ? ESCAPE " . self::ESCAPE . ')';
            $below = $profile->codeInBody === null ? self::pattern($this->code) . '::%' : self::pattern($this->code);
            array_push($values, $this->code, $below);
        }

        if ($this->part !== '') {
            $conditions[] = "LOWER($code) LIKE LOWER(?) ESCAPE " . self::ESCAPE;
            $values[] = '%' . self::pattern($this->part) . '%';
        }

        if ($this->scope !== '') {
            $scope = self::member($database, $profile->scopePaths());
            $conditions[] = "($scope = ? OR $scope LIKE ? ESCAPE " . self::ESCAPE . ')';
            array_push($values, $this->scope, self::pattern($this->scope) . '::%');
        }

        return [implode(' AND ', $conditions), $values];
    }

    /** @param list<string> $paths the first that is there */
    private static function member(Database $database, array $paths): string
    {
        return 'COALESCE(' . implode(', ', array_map(
            static fn (string $path): string => $database->jsonText('feed_data', $path),
            $paths,
        )) . ')';
    }

    private static function pattern(string $text): string
    {
        return strtr($text, ['!' => '!!', '%' => '!%', '_' => '!_']);
    }
}
