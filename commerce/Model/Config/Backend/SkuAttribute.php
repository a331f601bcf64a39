<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\Assets\MatchingRule;
use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\App\Config\Value;

/** The metadata property of assets that holds the SKUs. */
class SkuAttribute extends Value
{
    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        try {
            $value === '' || MatchingRule::bySku($value);
        } catch (InvalidArgumentException $e) {
            throw Refusal::of($this, $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
