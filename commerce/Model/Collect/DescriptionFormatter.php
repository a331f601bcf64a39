<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Collect;

use Aco\CommerceOptimizer\Model\Config;
use Magento\Catalog\Helper\Data;
use Magento\CatalogDataExporter\Model\Provider\Product\Formatter\DescriptionFormatter as FrameworkFormatter;
use Magento\Framework\App\State;
use Magento\Framework\Interception\InterceptorInterface;

/**
 * Leaves descriptions as they are that have no directive: the framework enters the storefront's area and looks for all
 * kinds of directives in each of them.
 */
class DescriptionFormatter extends FrameworkFormatter
{
    private ?bool $leavesText = null;

    /** @param list<string> $attributes */
    public function __construct(
        private readonly Data $catalog,
        State $state,
        private readonly Config $config,
        private readonly array $attributes = ['description', 'shortDescription'],
    ) {
        parent::__construct($catalog, $state, $attributes);
    }

    /**
     * @param array<string, mixed> $row
     *
     * @return array<string, mixed>
     */
    public function format(array $row): array
    {
        foreach ($this->attributes as $attribute) {
            $text = $row[$attribute] ?? null;
            // What is no text, the framework refuses.
            if (!empty($text) && (!is_string($text) || str_contains($text, '{{') || !$this->leavesText())) {
                return parent::format($row);
            }
        }

        return $row;
    }

    /** Whether text without directives stays as it is: a plugin of another module may do more with it. */
    private function leavesText(): bool
    {
        return $this->leavesText ??= !$this->config->collectsAsFramework()
            && !$this->catalog->getPageTemplateProcessor() instanceof InterceptorInterface;
    }
}
