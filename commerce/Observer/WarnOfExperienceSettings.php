<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\ExperienceSettings;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Framework\Message\ManagerInterface;

/** Tells after saving what keeps events from being sent. */
class WarnOfExperienceSettings implements ObserverInterface
{
    public function __construct(private readonly ExperienceSettings $settings, private readonly ManagerInterface $messages)
    {
    }

    public function execute(Observer $observer): void
    {
        $website = (string) $observer->getData('website');
        try {
            $settings = $this->settings->of($website === '' ? null : $website);
            $sentences = [...$settings->errors(null), ...$settings->warnings(null)];
        } catch (InvalidArgumentException $e) {
            $sentences = [$e->getMessage()];
        }

        foreach ($sentences as $sentence) {
            $this->messages->addWarningMessage($sentence);
        }
    }
}
