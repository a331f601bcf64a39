<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Feed;
use Aco\MappedItem;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Output\StreamOutput;

/** What map prints while it reads: one body a line, or with --json one document. */
final class MapOutput
{
    private const RAW = OutputInterface::OUTPUT_RAW;

    private int $mapped = 0;
    private int $skipped = 0;
    private int $refused = 0;
    private ?string $inputError = null;
    private string $separator = "\n";
    private readonly bool $isTerminal;

    public function __construct(private readonly Console $console, private readonly Feed $feed)
    {
        $output = $console->output;
        $this->isTerminal = $output instanceof StreamOutput && stream_isatty($output->getStream());

        if ($console->isJson()) {
            $this->write("{\"feed\":\"{$feed->value}\",\"items\":[");
        }
    }

    /**
     * @param array<int, MappedItem> $items
     * @param string $place what stands before the number of a line
     */
    public function add(array $items, string $place): void
    {
        $text = '';

        foreach ($items as $item) {
            if ($item->document !== null) {
                $this->mapped++;
                $text .= $this->console->isJson() ? $this->entry(self::document($item)) : "{$item->document}\n";
            } elseif ($item->isItem && $item->reason === '') {
                $this->skipped++;
            } else {
                $this->refused++;
                $text .= $this->refuse($item, $place);
            }
        }

        if ($text !== '') {
            $this->write($this->isTerminal ? Json::printable($text) : $text);
        }
    }

    public function breakOff(string $reason): void
    {
        $this->inputError = $reason;
        $this->say("$reason: the items before that were mapped");
    }

    /** @return bool whether every item was mapped */
    public function end(): bool
    {
        $isWhole = $this->refused === 0 && $this->inputError === null;

        if ($this->console->isJson()) {
            $this->write("\n]," . substr(Json::encode([
                'mapped' => $this->mapped,
                'skipped' => $this->skipped,
                'refused' => $this->refused,
                'inputError' => $this->inputError,
                'exitCode' => $isWhole ? 0 : 1,
            ]), 1) . "\n");
        }

        if (!$isWhole) {
            $this->console->conclude($this->sentence(), 1);
        }

        return $isWhole;
    }

    private function sentence(): string
    {
        return match (true) {
            $this->refused === 0 => 'Complete the source that could not be read to its end.',
            default => sprintf(
                '%s of %s %s cannot be sent: correct in the source what is named above.',
                number_format($this->refused),
                number_format($this->refused + $this->mapped + $this->skipped),
                $this->feed->value,
            ),
        };
    }

    private function refuse(MappedItem $item, string $place): string
    {
        $message = ltrim("{$item->field} {$item->reason}");
        $this->say("$place {$item->line}: $message");

        return $this->console->isJson()
            ? $this->entry(['line' => $item->line, 'field' => $item->field ?: null, 'message' => $message])
            : '';
    }

    /** @return array<string, mixed> */
    private static function document(MappedItem $item): array
    {
        return [
            'line' => $item->line,
            'id' => $item->document->id,
            'hash' => $item->document->hash,
            'deleted' => $item->document->deleted,
            'body' => json_decode((string) $item->document),
        ];
    }

    /** @param array<string, mixed> $entry */
    private function entry(array $entry): string
    {
        $text = $this->separator . Json::encode($entry);
        $this->separator = ",\n";

        return $text;
    }

    private function write(string $text): void
    {
        $verbosity = $this->console->isJson() ? OutputInterface::VERBOSITY_QUIET : OutputInterface::VERBOSITY_NORMAL;
        $this->console->output->write($text, false, self::RAW | $verbosity);
    }

    private function say(string $text): void
    {
        $this->console->errors()->writeln(
            OutputFormatter::escape(Text::printable($text)),
            OutputInterface::VERBOSITY_QUIET,
        );
    }
}
