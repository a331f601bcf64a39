<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config;

use Aco\CommerceOptimizer\Model\Text;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** What the extension says against a setting, with the label of its field in place of the parameter's name. */
class Refusal
{
    public static function of(Value $setting, \InvalidArgumentException $reason): LocalizedException
    {
        $field = $setting->getData('field_config');
        $label = Text::of(is_array($field) ? $field['label'] ?? null : null);
        $message = $label === ''
            ? ltrim($reason->getMessage(), '$')
            : (string) preg_replace_callback('/^\$\w+/', static fn (): string => $label, $reason->getMessage());

        return new LocalizedException(__($message), $reason);
    }
}
