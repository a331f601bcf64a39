<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Item;
use Aco\Sandbox\Validation\ItemError;

/**
 * Chooses the items to reject. An item keeps its fate: one that was rejected is rejected again when it comes back, and
 * one that was not is never counted a second time. A client that sends the rest of a batch again gets through.
 */
final class ItemRejection
{
    private const MAX_REMEMBERED = 1_000_000;

    /** @var array<string, bool> */
    private array $fates = [];
    private int $counted = 0;

    /** @param list<string> $keys names of entities: SKU, code, slug or price book */
    public function __construct(
        private readonly array $keys,
        private readonly int $every,
        private readonly string $message,
    ) {
    }

    /**
     * @param list<Item> $items
     * @return list<ItemError>
     */
    public function errors(EntityKind $kind, array $items): array
    {
        $errors = [];
        foreach ($items as $index => $item) {
            if ($this->strikes([$item->key->id], $kind->value . "\0" . $item->key)) {
                $errors[] = new ItemError($index, $kind->idMember(), $this->message, $item->key->id);
            }
        }

        return $errors;
    }

    /**
     * @param list<string> $names that the keys are compared with
     * @param string $identity of the item among all
     */
    public function strikes(array $names, string $identity): bool
    {
        return array_intersect($names, $this->keys) !== [] || $this->isNth($identity);
    }

    private function isNth(string $key): bool
    {
        if ($this->every === 0) {
            return false;
        }
        if (!isset($this->fates[$key]) && count($this->fates) < self::MAX_REMEMBERED) {
            $this->fates[$key] = ++$this->counted % $this->every === 0;
        }

        return $this->fates[$key] ?? false;
    }
}
