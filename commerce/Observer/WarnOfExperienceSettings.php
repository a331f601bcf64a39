<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\Experience\SettingsProvider;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Framework\Message\ManagerInterface;
use Magento\Store\Model\StoreManagerInterface;

/** Tells after saving what keeps events from being sent. */
class WarnOfExperienceSettings implements ObserverInterface
{
    public function __construct(
        private readonly SettingsProvider $settings,
        private readonly ManagerInterface $messages,
        private readonly StoreManagerInterface $stores,
    ) {
    }

    public function execute(Observer $observer): void
    {
        try {
            $settings = $this->settings->get();
            $website = $this->website(Text::of($observer->getData('website')));
            $sentences = [...$settings->errors($website), ...$settings->warnings($website)];
        } catch (InvalidArgumentException $e) {
            $sentences = [$e->getMessage()];
        }

        foreach ($sentences as $sentence) {
            $this->messages->addWarningMessage($sentence);
        }
    }

    /** Saving names a website by its id; the default scope by nothing. */
    private function website(string $id): ?string
    {
        return $id === '' ? null : $this->stores->getWebsite($id)->getCode();
    }
}
