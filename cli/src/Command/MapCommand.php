<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Log\LoggedOnError;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\MapOutput;
use Aco\Cli\Source\FeedInput;
use Aco\Cli\Source\SourceResolver;
use Aco\Exception\ReadException;
use Aco\Feed;
use Aco\Mapper;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;

#[AsCommand(name: 'map', description: 'Prints the bodies of items, and sends nothing')]
final class MapCommand extends Command implements LoggedOnError
{
    private const CHUNK_ITEMS = 500;

    protected function configure(): void
    {
        $this->addFeedOption('Feed of the items, when the file does not name it');
        $this->addSourceArgument(InputArgument::REQUIRED, SourceResolver::DESCRIPTION);
    }

    protected function perform(Console $console): int
    {
        [$feed, $input] = self::input($console);
        $output = new MapOutput($console, $feed);

        try {
            $reader = $input->open(new Mapper($feed), self::CHUNK_ITEMS);
            foreach ($reader ?? [] as $chunk) {
                $output->add($chunk->map(), "{$input->name()} {$reader?->unit()}");
            }
        } catch (ReadException $e) {
            $output->breakOff($e->getMessage());
        }

        return $output->end() ? ExitCode::DONE : ExitCode::ITEMS_FAILED;
    }

    /** @return array{Feed, FeedInput} */
    private static function input(Console $console): array
    {
        $source = (string) $console->argument('source');
        $feed = self::oneFeed($console);
        $inputs = array_filter(SourceResolver::resolve($source, $feed === null ? [] : [$feed]));
        if (count($inputs) !== 1) {
            throw new CommandFailure("For $source give exactly one --feed.");
        }

        return [Feed::from((string) array_key_first($inputs)), reset($inputs)];
    }
}
