<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Block\Adminhtml;

use Aco\CommerceOptimizer\Model\Status\ServiceStatus;
use Magento\Backend\Block\Template;
use Magento\Backend\Block\Template\Context;

/** What is below the feeds: Experience Platform and AEM Assets, as far as they are set up. */
class Services extends Template
{
    /** @param array<mixed> $data */
    public function __construct(Context $context, private readonly ServiceStatus $status, array $data = [])
    {
        parent::__construct($context, $data);
    }

    public function status(): ServiceStatus
    {
        return $this->status;
    }

    public function settingsUrl(string $section): string
    {
        return $this->getUrl('adminhtml/system_config/edit', ['section' => $section]);
    }
}
