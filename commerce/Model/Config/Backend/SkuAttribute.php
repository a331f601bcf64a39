<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\Assets\MatchingRule;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** The metadata property of assets that holds the SKUs. */
class SkuAttribute extends Value
{
    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        try {
            $value === '' || MatchingRule::bySku($value);
        } catch (InvalidArgumentException $e) {
            throw new LocalizedException(__(ltrim($e->getMessage(), '$')), $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
