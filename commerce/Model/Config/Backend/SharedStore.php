<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Limits;
use Aco\Store\RedisAddress;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** Where servers share rates, and how many they are, so that neither is found wrong when something is to be sent. */
class SharedStore extends Value
{
    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        $this->setValue($value);

        try {
            match (Text::of($this->getData('field'))) {
                'shared_store' => self::checkPackage($value),
                'shared_address' => $value === '' ? null : RedisAddress::parse($value),
                default => new Limits(hosts: ctype_digit($value) ? (int) $value : 0),
            };
        } catch (\InvalidArgumentException $e) {
            throw Refusal::of($this, $e);
        }

        return parent::beforeSave();
    }

    private static function checkPackage(string $place): void
    {
        if ($place !== '' && !class_exists(RedisAddress::class)) {
            throw new LocalizedException(__('Servers share rates through the package aco/store: install it.'));
        }
    }
}
