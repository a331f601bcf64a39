<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Experience\EventStore;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\Settings;
use Magento\Framework\App\Cache\TypeListInterface;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Data\Collection\AbstractDb;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\Model\Context;
use Magento\Framework\Model\ResourceModel\AbstractResource;
use Magento\Framework\Registry;

/** A setting of Experience Platform, tried by what will use it. */
class Experience extends Value
{
    /** @param array<mixed> $data */
    public function __construct(
        Context $context,
        Registry $registry,
        ScopeConfigInterface $config,
        TypeListInterface $cacheTypeList,
        private readonly EventStore $events,
        ?AbstractResource $resource = null,
        ?AbstractDb $resourceCollection = null,
        array $data = [],
    ) {
        parent::__construct($context, $registry, $config, $cacheTypeList, $resource, $resourceCollection, $data);
    }

    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        try {
            match (Text::of($this->getData('field'))) {
                'organization_id' => new Settings($value),
                'environment_id' => new Settings('', $value),
                'web_sdk_name' => new Settings('', '', $value),
                default => $this->checkDatastream($value),
            };
        } catch (InvalidArgumentException $e) {
            throw Refusal::of($this, $e);
        }
        $this->setValue($value);
        if ($this->getData('field') === 'environment_id') {
            $this->keepIds();
        }

        return parent::beforeSave();
    }

    /** The id is part of the ids of events: with another one, what was sent would be sent again. */
    private function keepIds(): void
    {
        if ($this->isValueChanged() && !$this->events->isEmpty()) {
            throw new LocalizedException(__(
                'Events were sent with the SaaS environment ID "%1": another one would send all of them again. To change it all the same, empty the table %2.',
                $this->getOldValue(),
                EventStore::EVENTS,
            ));
        }
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
