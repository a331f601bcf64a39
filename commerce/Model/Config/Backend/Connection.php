<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\CommerceOptimizer\Model\Config\Discovery;
use Aco\CommerceOptimizer\Model\Text;
use Magento\Framework\App\Cache\TypeListInterface;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Data\Collection\AbstractDb;
use Magento\Framework\Model\Context;
use Magento\Framework\Model\ResourceModel\AbstractResource;
use Magento\Framework\Registry;

/**
 * A setting of the connection. Saving asks IMS and the tenant look-up first when one has changed; a refusal undoes the
 * whole save. An address that was left as it is follows the tenant.
 */
class Connection extends Value
{
    /** @param array<mixed> $data */
    public function __construct(
        Context $context,
        Registry $registry,
        ScopeConfigInterface $config,
        TypeListInterface $cacheTypeList,
        private readonly Discovery $discovery,
        ?AbstractResource $resource = null,
        ?AbstractDb $resourceCollection = null,
        array $data = [],
    ) {
        parent::__construct($context, $registry, $config, $cacheTypeList, $resource, $resourceCollection, $data);
    }

    public function beforeSave(): self
    {
        $this->setValue(trim(Text::of($this->getValue())));
        $settings = $this->getData('fieldset_data');
        if (is_array($settings)) {
            /** @var array<string, mixed> $settings */
            $found = $this->discovery->check($settings)[Text::of($this->getData('field'))] ?? null;
            if ($found !== null && (!$this->isValueChanged() || $this->getValue() === '')) {
                $this->setValue($found);
            }
        }

        return parent::beforeSave();
    }

    public function afterSave(): self
    {
        if ($this->isValueChanged()) {
            $this->discovery->changed();
        }

        return parent::afterSave();
    }
}
