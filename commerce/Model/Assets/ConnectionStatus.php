<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Assets;

use Aco\CommerceOptimizer\Model\Text;

/** What came of the last attempt to connect with AEM Assets. */
class ConnectionStatus implements \JsonSerializable
{
    /** @param string $at UTC, "" before the first attempt */
    public function __construct(
        public readonly ConnectionState $state,
        public readonly string $at = '',
        public readonly string $message = '',
        public readonly int $attempts = 0,
        public readonly string $dueAt = '',
    ) {
    }

    /** @param array<mixed> $stored */
    public static function fromArray(array $stored): self
    {
        $text = static fn (string $name): string => Text::of($stored[$name] ?? null);

        return new self(
            ConnectionState::tryFrom($text('state')) ?? ConnectionState::Scheduled,
            $text('at'),
            $text('message'),
            (int) $text('attempts'),
            $text('dueAt'),
        );
    }

    /** @return array<string, string|int> */
    public function toArray(): array
    {
        return [
            'state' => $this->state->value,
            'at' => $this->at,
            'message' => $this->message,
            'attempts' => $this->attempts,
            'dueAt' => $this->dueAt,
        ];
    }

    /** @return array<string, string|int> */
    public function jsonSerialize(): array
    {
        return $this->toArray();
    }
}
