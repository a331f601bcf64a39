<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\Exception\InvalidArgumentException;
use Aco\Limits;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** A limit of sending, within the bounds that the extension sets. */
class Sending extends Value
{
    /** Parameters of Aco\Limits by setting. */
    private const PARAMETERS = [
        'requests_per_second' => 'requestsPerSecond',
        'products_per_minute' => 'productsPerMinute',
        'prices_per_minute' => 'pricesPerMinute',
        'concurrency' => 'concurrency',
    ];

    public function beforeSave(): self
    {
        $value = trim((string) $this->getValue());
        $field = (string) $this->getData('field');
        if (!is_numeric($value) || ($field !== 'requests_per_second' && !ctype_digit($value))) {
            throw new LocalizedException(__('%1 must be a number.', $field));
        }

        try {
            new Limits(...[self::PARAMETERS[$field] => $field === 'requests_per_second' ? (float) $value : (int) $value]);
        } catch (InvalidArgumentException $e) {
            throw new LocalizedException(__(ltrim($e->getMessage(), '$')), $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
