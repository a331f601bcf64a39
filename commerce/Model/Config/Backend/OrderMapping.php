<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Experience\OrderMapperProvider;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\EdgeConnection;
use Aco\Experience\OrderMapper;
use Aco\Experience\Settings;
use Magento\Framework\App\Config\Value;

/** A setting of orders, tried by what will use it. */
class OrderMapping extends Value
{
    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        $settings = new Settings('');
        try {
            match (Text::of($this->getData('field'))) {
                'tracking_path' => new OrderMapper($settings, trackingPath: $value),
                'order_attributes' => new OrderMapper($settings, orderAttributes: OrderMapperProvider::paths($value)),
                'item_attributes' => new OrderMapper($settings, itemAttributes: OrderMapperProvider::paths($value)),
                default => new EdgeConnection(null, $value === '' ? null : $value),
            };
        } catch (InvalidArgumentException $e) {
            throw Refusal::of($this, $e);
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
