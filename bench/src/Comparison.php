<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Maps every item on both sides and looks for the first thing that is not the same.
 */
final class Comparison
{
    private const CONTEXT = 60;

    /** @var list<string> what differs, one text an item */
    public readonly array $differences;

    /** Number of documents, and bytes of their JSON. */
    public readonly int $documents;
    public readonly int $bytes;

    /**
     * @param list<string> $lines JSON of the items
     */
    public function __construct(string $feed, array $lines)
    {
        $ours = Side::Ours->mapper($feed);
        $reference = Side::Reference->mapper($feed);
        $differences = [];
        $documents = 0;
        $bytes = 0;

        foreach ($lines as $position => $line) {
            $item = json_decode($line, true);
            $a = Side::Ours->outcome($ours, $item);
            $b = Side::Reference->outcome($reference, $item);
            if ($a !== $b) {
                $differences[] = "$feed, item $position: " . self::describe($a, $b);
            } elseif (isset($a['json'])) {
                $documents++;
                $bytes += strlen($a['json']);
            }
        }

        $this->differences = $differences;
        $this->documents = $documents;
        $this->bytes = $bytes;
    }

    /**
     * @param array<string, string|bool>|null $ours
     * @param array<string, string|bool>|null $reference
     */
    private static function describe(?array $ours, ?array $reference): string
    {
        if (!isset($ours['json'], $reference['json'])) {
            return sprintf("\n  ours:  %s\n  reference: %s", self::kind($ours), self::kind($reference));
        }

        if ($ours['json'] !== $reference['json']) {
            // The first byte that differs ends the run of zero bytes.
            $at = strspn($ours['json'] ^ $reference['json'], "\0");
            $from = max(0, $at - self::CONTEXT);

            return sprintf(
                "json, byte %d\n  ours:  %s\n  reference: %s",
                $at,
                substr($ours['json'], $from, 2 * self::CONTEXT),
                substr($reference['json'], $from, 2 * self::CONTEXT),
            );
        }

        $field = array_key_first(array_diff_assoc($ours, $reference));

        return sprintf(
            "%s\n  ours:  %s\n  reference: %s",
            $field,
            var_export($ours[$field], true),
            var_export($reference[$field], true),
        );
    }

    /**
     * @param array<string, string|bool>|null $outcome
     */
    private static function kind(?array $outcome): string
    {
        return match (true) {
            $outcome === null => 'not submitted',
            isset($outcome['refused']) => "refused for $outcome[refused]",
            default => $outcome['json'],
        };
    }
}
