<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Collect\ConfigurableOptions;
use Aco\CommerceOptimizer\Model\Config;
use Magento\ConfigurableProductDataExporter\Model\Provider\Product\Options;

/** Reads the options of all configurable products of a batch in three queries; the framework makes one for each. */
class ReadOptionsAtOnce
{
    public function __construct(private readonly Config $config, private readonly ConfigurableOptions $options)
    {
    }

    /**
     * @param callable(array<mixed>): array<string, array<string, mixed>> $proceed
     * @param array<int|string, array{productId?: int|string, storeViewCode?: string, type?: string, ...}> $values
     *
     * @return array<string, array<string, mixed>>
     */
    public function aroundGet(Options $subject, callable $proceed, array $values): array
    {
        return $this->config->collectsAsFramework() ? $proceed($values) : $this->options->of($values);
    }
}
