<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Estimate\Shop;
use Aco\Cli\Estimate\SourceVolume;
use Aco\Cli\Estimate\Volume;
use Aco\Cli\ExitCode;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\EstimateOutput;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Workspace;
use Aco\Feed;
use Aco\Limits;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'estimate', description: 'Estimates records, requests and time of a first sync')]
final class EstimateCommand extends Command implements LoggedOnFailure
{
    private const MAX_SIZE = 99_999_999;
    /** Option => parameter of Shop. */
    private const SIZES = [
        'products' => 'products',
        'store-views' => 'storeViews',
        'categories' => 'categories',
        'attributes' => 'attributes',
        'websites' => 'websites',
        'customer-groups' => 'customerGroups',
    ];

    protected function configure(): void
    {
        $this->addFeedOption('Only this feed');
        foreach (array_keys(self::SIZES) as $option) {
            $this->addOption($option, null, InputOption::VALUE_REQUIRED, 'Number of ' . strtr($option, '-', ' '));
        }
        $this->addSourceArgument(InputArgument::OPTIONAL, 'As for sync; if omitted, give the size of the shop');
    }

    protected function perform(Console $console): int
    {
        $limits = self::limits(Workspace::fromInput($console->input));
        $sizes = self::sizes($console);
        $source = $console->argument('source');
        if (($source === null) === ($sizes === [])) {
            throw new CommandFailure('Give either SOURCE or the size of the shop, such as --products=10000.');
        }

        $volumes = $source === null
            ? (new Shop(...$sizes))->volumes()
            : self::volumes($source, $console->option('feed'), $limits);

        $problems = array_filter(
            $volumes,
            static fn (Volume $volume): bool => $volume->refused > 0 || $volume->inputError !== null,
        );
        $exitCode = $problems === [] ? ExitCode::DONE : ExitCode::ITEMS_FAILED;

        if ($console->isJson()) {
            $console->printJson(['exitCode' => $exitCode] + EstimateOutput::data($volumes, $limits));
        } else {
            EstimateOutput::print($console->output, $volumes, $limits);
        }

        return $exitCode;
    }

    /** Those of the stored settings, or the defaults. */
    private static function limits(Workspace $workspace): Limits
    {
        $database = $workspace->find();

        return ConnectionFactory::limits($database === null ? [] : $workspace->configStore($database)->values());
    }

    /** @return array<string, int> */
    private static function sizes(Console $console): array
    {
        $sizes = [];
        foreach (self::SIZES as $option => $parameter) {
            $sizes[$parameter] = $console->number($option, 0, self::MAX_SIZE);
        }

        return array_filter($sizes, is_int(...));
    }

    /**
     * @param list<string> $feeds
     * @return list<Volume>
     */
    private static function volumes(string $source, array $feeds, Limits $limits): array
    {
        $volumes = [];
        foreach (array_filter(SourceResolver::resolve($source, $feeds)) as $feed => $input) {
            $volumes[] = SourceVolume::of(Feed::from($feed), $input, $limits->maxRequestBytes);
        }

        return $volumes;
    }
}
