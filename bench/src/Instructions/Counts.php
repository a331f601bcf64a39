<?php

declare(strict_types=1);

namespace Aco\Bench\Instructions;

use Aco\Bench\Items;
use Aco\Bench\TemporaryFolder;

/**
 * Instructions of mapping the sample catalog: only those in Mapper::map() and in hashing, so that PHP around it does
 * not count.
 */
final class Counts
{
    private const MAP = 'zim_Aco_Mapper_map';
    private const HASH = 'aco_digest_sha1_hex_many';
    /** A count may differ by so much without being said. */
    public const TOLERANCE = 0.05;
    private const WRITER = '/aco_(json|buf|utf8|number)/';

    /**
     * @return array{build: array<string, string>, feeds: array<string, array{documents: int, bytes: int, map: int,
     *        hash: int, writing: int}>} by feed: documents and their bytes, and instructions a document
     */
    public static function measure(): array
    {
        $folder = new TemporaryFolder();
        $items = Items::sample();
        $facts = "$folder->path/facts.json";
        $parts = (new Valgrind($folder))->run(
            [
                '-n', '-d', 'extension=' . realpath(Valgrind::MODULE), '-d', 'memory_limit=-1',
                dirname(__DIR__, 2) . '/workers/instructions.php', $items->folder, $facts,
            ],
            [
                '--collect-atstart=no', '--toggle-collect=' . self::MAP, '--toggle-collect=' . self::HASH,
                // Each feed has a mapper of its own.
                '--dump-before=zim_Aco_Mapper___construct',
            ],
        );
        $facts = json_decode((string) file_get_contents($facts), true, 512, JSON_THROW_ON_ERROR);

        // Before the first mapper nothing is collected.
        array_shift($parts);

        if (count($parts) !== count($facts)) {
            throw new \RuntimeException('callgrind has not seen the mapper: is modules/aco.so stripped?');
        }

        $feeds = [];

        foreach (array_keys($facts) as $number => $feed) {
            ['documents' => $documents, 'bytes' => $bytes, 'rounds' => $rounds] = $facts[$feed];
            $profile = $parts[$number];
            $each = static fn (int $count): int => (int) round($count / $documents / $rounds);

            if ($profile->of(self::MAP) === 0 || $profile->of(self::HASH) === 0) {
                throw new \RuntimeException("callgrind has counted nothing for $feed");
            }

            $feeds[$feed] = [
                'documents' => $documents,
                'bytes' => (int) round($bytes / $documents),
                'map' => $each($profile->of(self::MAP)),
                'hash' => $each($profile->of(self::HASH)),
                'writing' => $each($profile->within('/^aco\.so$/', self::WRITER)),
            ];
        }

        return ['build' => Build::of(Valgrind::MODULE, end($parts)), 'feeds' => $feeds];
    }

    /**
     * @param array<string, mixed> $kept an earlier result of measure()
     * @param array<string, mixed> $now
     * @return array{grown: list<string>, fallen: list<string>} a sentence each
     */
    public static function compare(array $kept, array $now): array
    {
        $changes = ['grown' => [], 'fallen' => []];

        foreach ($now['feeds'] as $feed => $figures) {
            foreach (['map', 'hash'] as $step) {
                $before = $kept['feeds'][$feed][$step] ?? null;
                if ($before === null) {
                    $changes['grown'][] = "$feed, $step: no count is kept";
                    continue;
                }

                $share = $figures[$step] / $before - 1;
                $sentence = sprintf('%s, %s: %s instructions a document, %s before (%+.1f %%)', $feed, $step, ...[
                    number_format($figures[$step]), number_format($before), 100 * $share,
                ]);

                if ($share > self::TOLERANCE) {
                    $changes['grown'][] = $sentence;
                } elseif ($share < -self::TOLERANCE) {
                    $changes['fallen'][] = $sentence;
                }
            }
        }

        return $changes;
    }
}
