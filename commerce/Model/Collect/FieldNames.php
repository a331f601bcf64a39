<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Collect;

use Magento\DataExporter\Sql\FieldToPropertyNameConverter;

/** Converts each name of an attribute once: the framework does it for each product and store view. */
class FieldNames extends FieldToPropertyNameConverter
{
    /** @var array<string, string> by name of the attribute */
    private array $converted = [];

    public function toCamelCase(string $str): string
    {
        return $this->converted[$str] ??= parent::toCamelCase($str);
    }
}
