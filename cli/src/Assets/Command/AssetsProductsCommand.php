<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\Intake;
use Symfony\Component\Console\Attribute\AsCommand;

#[AsCommand(name: 'assets:products', description: 'Assigns assets to new products, from product events')]
final class AssetsProductsCommand extends AssetsEventsCommand
{
    protected function intake(AssetIndex $index, AssetConfig $config, \Closure $write, \Closure $log): Intake
    {
        return Intake::products($index, $config, $write, $log);
    }
}
