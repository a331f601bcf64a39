<?php

declare(strict_types=1);

namespace Aco\Sandbox\Validation;

use Aco\Sandbox\Catalog\Json;

/** One thing that is wrong with one item, in the shape of the API's answer. */
final class ItemError implements \JsonSerializable
{
    private const MAX_VALUE_LENGTH = 256;

    public readonly string $value;

    /** @param string $code path of the field, for example discounts.0.price */
    public function __construct(
        public readonly int $itemIndex,
        public readonly string $code,
        public readonly string $message,
        mixed $value = '',
    ) {
        $text = match (true) {
            is_string($value) => $value,
            $value === null => 'null',
            is_float($value) && !is_finite($value) => 'INF',
            default => Json::encodeLenient($value),
        };
        $this->value = mb_strlen($text) > self::MAX_VALUE_LENGTH
            ? mb_substr($text, 0, self::MAX_VALUE_LENGTH) . '…'
            : $text;
    }

    /** @return array{itemIndex: int, code: string, message: string, value: string} */
    public function jsonSerialize(): array
    {
        return [
            'itemIndex' => $this->itemIndex,
            'code' => $this->code,
            'message' => $this->message,
            'value' => $this->value,
        ];
    }
}
