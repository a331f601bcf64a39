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
                default => $this->checkDatastream($value),
            };
        } catch (InvalidArgumentException $e) {
            throw new LocalizedException(__(ltrim($e->getMessage(), '$')), $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }

    /** What is wrong with a datastream is told by errors(), once all that it goes with is right. */
    private function checkDatastream(string $value): void
    {
        $scope = ['datastreamId' => $value, 'backOfficeEvents' => true];
        $errors = $value === '' ? [] : (new Settings(str_repeat('A', 24) . '@AdobeOrg', '', '', $scope))->errors(null);
        if ($errors !== []) {
            throw new LocalizedException(__(implode(' ', $errors)));
        }
    }
}
