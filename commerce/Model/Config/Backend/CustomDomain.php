<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\CommerceOptimizer\Model\Text;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;

/** A host that stands in for that of the delivery addresses. */
class CustomDomain extends Value
{
    public function beforeSave(): self
    {
        $value = rtrim(trim(Text::of($this->getValue())), '/');
        $parts = parse_url(str_contains($value, '://') ? $value : "https://$value");
        $isHost = is_array($parts)
            && array_diff(array_keys($parts), ['scheme', 'host', 'port']) === []
            && in_array($parts['scheme'] ?? '', ['https', 'http'], true)
            && filter_var($parts['host'] ?? '', FILTER_VALIDATE_DOMAIN, FILTER_FLAG_HOSTNAME) !== false;
        if ($value !== '' && !$isHost) {
            throw new LocalizedException(__('The custom domain must be a host such as images.example.com, without path, query and user.'));
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
