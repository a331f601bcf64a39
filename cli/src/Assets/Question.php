<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** An open question to the matcher: the products of an asset, or the assets of a product. */
final class Question
{
    /**
     * @param int $id a later event of the subject makes another question of it
     * @param int $kind of the subject: EventLedger::ASSET or EventLedger::PRODUCT
     * @param string $name asset id or SKU
     */
    public function __construct(
        public readonly int $id,
        public readonly int $kind,
        public readonly int $row,
        public readonly string $name,
        public readonly int $dispatchedAt,
        public readonly int $dueAt,
        public readonly int $attempts,
    ) {
    }

    /** @return array<string, string> how the log names what it is about */
    public function subject(): array
    {
        return [$this->kind === EventLedger::ASSET ? 'asset' : 'sku' => $this->name];
    }
}
