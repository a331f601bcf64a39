<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Http\WebContext;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\VerifyOutput;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Verify\Field;
use Aco\Cli\Verify\MerchandisingClient;
use Aco\Cli\Verify\SentItem;
use Aco\Cli\Verify\SentItems;
use Aco\Cli\Verify\StorefrontConfig;
use Aco\Cli\Verify\Verification;
use Aco\Cli\Verify\VerifyReport;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'verify', description: 'Compares what shoppers get with what was sent')]
final class VerifyCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    private const DEFAULT_SAMPLE = 100;
    private const MAX_WAIT = 86_400;
    private const MAX_RATE = 50.0;
    private const PATIENCE = 300;

    protected function configure(): void
    {
        $many = InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY;
        $this->addArgument('sku', InputArgument::IS_ARRAY, 'SKUs to look at, in all store views');
        $this->addOption(
            'sample',
            null,
            InputOption::VALUE_REQUIRED,
            'Delivered products to draw, up to ' . number_format(SentItems::MAX_ITEMS)
                . ' [default: ' . self::DEFAULT_SAMPLE . ' without SKUs]',
        );
        $this->addOption(
            'source',
            null,
            InputOption::VALUE_REQUIRED,
            'Source of what was sent, as for sync; without it only presence is looked at',
            null,
            SourceCompletion::suggest(...),
        );

        $this->addOption(
            'fields',
            null,
            $many,
            'Compare only these: ' . implode(', ', Field::names()),
            [],
            Field::names(),
        );

        $this->addOption('all-attributes', null, InputOption::VALUE_NONE, 'Attributes that are not shown differ');
        $this->addOption('wait', null, InputOption::VALUE_REQUIRED, 'Seconds to look again for what is not shown', '0');
        $this->addOption('requests-per-second', null, InputOption::VALUE_REQUIRED, 'Requests a second, up to 50', '2');
        $this->addOption('resync', null, InputOption::VALUE_NONE, 'Have the next sync send again what is not shown');
    }

    public function handleSignal(int $signal, int|false $previousExitCode = 0): int|false
    {
        throw new Stopped($signal, 'it only looks, so nothing is kept of it. Run the same command again.');
    }

    protected function perform(Console $console): int
    {
        $start = microtime(true);
        $wait = $console->number('wait', 0, self::MAX_WAIT);
        $rate = self::rate($console);
        $fields = self::fields($console);
        $workspace = Workspace::fromInput($console->input);
        $database = $workspace->openExisting();
        $values = $workspace->configStore($database)->requiredValues();
        $config = StorefrontConfig::of($values);

        $chosen = self::choose($console, new FeedStore($database), $config);
        [$products, $prices] = self::inputs($console, in_array(Field::Price, $fields, true) ? $config->priceBooks : []);
        $chosen->complete($products, $prices, (new ScopeStore($database))->scopes());

        $client = new MerchandisingClient($config, new WebContext($values), $rate);
        $verification = new Verification(
            $client,
            $config,
            $products === null ? [] : $fields,
            (bool) $console->option('all-attributes'),
            self::progress($console),
        );
        $verification->run(array_values($chosen->items), (float) $wait);

        $report = new VerifyReport(
            $chosen,
            $products !== null,
            in_array(Field::Price, $fields, true) && !$verification->hasPrices(array_values($chosen->items)),
            $client->unknown,
            $client->requests,
            $verification->rounds,
            $start,
            microtime(true) - $start,
        );
        if ($console->option('resync')) {
            $report->scheduled = self::schedule($console, $database, $report->failures());
        }

        return self::conclude($console, $workspace, $report);
    }

    private static function conclude(Console $console, Workspace $workspace, VerifyReport $report): int
    {
        $exitCode = $report->exitCode();
        EventLog::of($workspace, $console->output)->write(
            $report->failures() === [] ? 'info' : 'warning',
            'verified',
            $report->figures() + array_filter($report->delays()),
        );
        $console->isJson()
            ? $console->printJson(['exitCode' => $exitCode] + $report->data())
            : VerifyOutput::print($console->output, $report);
        if ($report->sentence() !== '') {
            $console->conclude($report->sentence(), $exitCode);
        }

        return $exitCode;
    }

    private static function choose(Console $console, FeedStore $store, StorefrontConfig $config): SentItems
    {
        $skus = array_map('strval', $console->argument('sku'));
        if ($skus !== [] && $console->option('sample') !== null) {
            throw new CommandFailure('Give either SKUs or --sample.');
        }

        $chosen = new SentItems($store, $config);
        $skus === []
            ? $chosen->draw($console->number('sample', 1, SentItems::MAX_ITEMS) ?? self::DEFAULT_SAMPLE)
            : $chosen->choose($skus);

        return $chosen->items === [] && $chosen->notFound === []
            ? throw new CommandFailure('No delivered product can be looked at: run sync first, and check --view-ids.')
            : $chosen;
    }

    /**
     * @param list<string> $priceBooks that are looked at
     * @return array{?\Aco\Cli\Source\FeedInput, ?\Aco\Cli\Source\FeedInput} products and prices
     */
    private static function inputs(Console $console, array $priceBooks): array
    {
        $source = $console->option('source');
        if ($source === null) {
            return [null, null];
        }

        $feeds = [Feed::Products->value, Feed::Prices->value];
        $inputs = array_filter(SourceResolver::resolve($source, is_dir($source) ? [] : [$feeds[0]]));

        return [
            $inputs[$feeds[0]] ?? throw new CommandFailure("--source: $source has no products."),
            $priceBooks === [] ? null : $inputs[$feeds[1]] ?? null,
        ];
    }

    /** @param list<SentItem> $items */
    private static function schedule(Console $console, Database $database, array $items): int
    {
        $rows = [Feed::Products->value => [], Feed::Prices->value => []];
        foreach ($items as $item) {
            // What is deleted has no source to be sent from.
            if ($item->isDeleted) {
                continue;
            }

            $hasOther = $item->differences === [];
            foreach ($item->differences as $difference) {
                [$name, $book] = explode(' in ', $difference['field'], 2) + ['', ''];
                if ($name === Field::Price->value && isset($item->prices[$book])) {
                    $rows[Feed::Prices->value][$item->prices[$book]->row] = true;
                } else {
                    $hasOther = true;
                }
            }
            $rows[Feed::Products->value] += $hasOther ? [$item->row => true] : [];
        }

        $database->lock(patience: self::PATIENCE, waiting: $console->printWait(...));
        $store = new FeedStore($database);
        foreach ($rows as $feed => $ids) {
            $ids === [] || $store->forgetRows(Feed::from($feed), array_keys($ids));
        }
        $database->unlock();

        return array_sum(array_map(count(...), $rows));
    }

    /** @return list<Field> */
    private static function fields(Console $console): array
    {
        $names = array_filter(array_merge(...array_map(
            static fn (string $list): array => array_map(trim(...), explode(',', $list)),
            $console->option('fields') ?: [''],
        )));
        if ($names === []) {
            return Field::cases();
        }

        return array_values(array_map(static fn (string $name): Field => Field::tryFrom($name)
            ?? throw new CommandFailure('--fields must be of ' . implode(', ', Field::names()) . '.'), $names));
    }

    /** @return \Closure(int, int): void */
    private static function progress(Console $console): \Closure
    {
        $isShown = !$console->isJson() && !$console->option('no-progress') && stream_isatty(STDERR);

        return static function (int $items, int $shown) use ($console, $isShown): void {
            if ($isShown) {
                $console->errors()->writeln(number_format($shown) . ' of ' . number_format($items) . ' shown as sent.');
            }
        };
    }

    private static function rate(Console $console): float
    {
        $text = (string) $console->option('requests-per-second');
        $rate = preg_match('/^\d{1,2}(\.\d{1,3})?$/D', $text) === 1 ? (float) $text : 0.0;

        return $rate > 0 && $rate <= self::MAX_RATE
            ? $rate
            : throw new CommandFailure('--requests-per-second must be a number above 0, and at most 50.');
    }
}
