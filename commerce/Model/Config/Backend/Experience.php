<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\Exception\InvalidArgumentException;
use Aco\Experience\Settings;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** A setting of Experience Platform, tried by what will use it. */
class Experience extends Value
{
    public function beforeSave(): self
    {
        $value = trim((string) $this->getValue());
        try {
            match ((string) $this->getData('field')) {
                'organization_id' => new Settings($value),
                'environment_id' => new Settings('', $value),
                'web_sdk_name' => new Settings('', '', $value),
                default => new Settings('', '', '', ['datastreamId' => $value]),
            };
        } catch (InvalidArgumentException $e) {
            throw new LocalizedException(__($e->getMessage()), $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
