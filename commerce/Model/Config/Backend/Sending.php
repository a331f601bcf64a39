<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Aco\Limits;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** A limit of sending, within the bounds that the extension sets. */
class Sending extends Value
{
    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        $field = Text::of($this->getData('field'));
        if (!is_numeric($value) || ($field !== 'requests_per_second' && !ctype_digit($value))) {
            throw new LocalizedException(__('%1 must be a number.', $field));
        }

        try {
            match ($field) {
                'requests_per_second' => new Limits(requestsPerSecond: (float) $value),
                'products_per_minute' => new Limits(productsPerMinute: (int) $value),
                'prices_per_minute' => new Limits(pricesPerMinute: (int) $value),
                default => new Limits(concurrency: (int) $value),
            };
        } catch (InvalidArgumentException $e) {
            throw Refusal::of($this, $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
