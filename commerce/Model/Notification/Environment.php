<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Notification;

use Aco\CommerceOptimizer\Model\EnvironmentGuard;
use Magento\Framework\Escaper;
use Magento\Framework\Notification\MessageInterface;

/** A tenant that is hardly meant for this shop. */
class Environment implements MessageInterface
{
    public function __construct(private readonly EnvironmentGuard $guard, private readonly Escaper $escaper)
    {
    }

    public function getIdentity(): string
    {
        return hash('sha256', 'aco_environment' . $this->getText());
    }

    public function isDisplayed(): bool
    {
        return $this->guard->warnings() !== [];
    }

    public function getText(): string
    {
        return (string) $this->escaper->escapeHtml(
            'Adobe Commerce Optimizer: ' . implode(' ', $this->guard->warnings()),
        );
    }

    public function getSeverity(): int
    {
        return self::SEVERITY_MAJOR;
    }
}
