<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Serve\Guard;
use Aco\Cli\Serve\ItemBrowser;
use Aco\Cli\Serve\Marking;
use Aco\Cli\Serve\Overview;
use Aco\Cli\Serve\Site;
use Aco\Cli\Serve\Token;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Aco\Sandbox\Server\ListenFailure;
use Aco\Sandbox\Server\Listener;
use React\EventLoop\LoopInterface;
use React\EventLoop\StreamSelectLoop;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\StreamOutput;

#[AsCommand(name: 'serve', description: 'Serves the status page, with all items')]
final class ServeCommand extends Command implements LoggedOnFailure
{
    private const PORT = '8481';
    private const IDLE_SECONDS = 30.0;
    private const MAX_BODY = 65_536;

    protected function configure(): void
    {
        $this->addOption('host', null, InputOption::VALUE_REQUIRED, '127.0.0.1 or ::1', '127.0.0.1');
        $this->addOption('port', null, InputOption::VALUE_REQUIRED, 'Port to listen on; 0: any free one', self::PORT);
        $this->addOption('new-token', null, InputOption::VALUE_NONE, 'Make a new token; old addresses are refused');
    }

    protected function perform(Console $console): int
    {
        [$host, $port] = self::address($console);
        $workspace = Workspace::fromInput($console->input);
        $database = $workspace->openExisting();
        $file = "{$workspace->stateDir}/serve.token";
        $token = Token::of($file, (bool) $console->option('new-token'));

        $loop = new StreamSelectLoop();
        $listener = self::listen($host, $port, $loop);
        $store = new FeedStore($database);
        $listener->start(new Site(
            new Guard($token, $listener->port()),
            new Overview($database, $workspace->configStore($database)),
            $store,
            new ItemBrowser($store, $token),
            new Marking($workspace),
        ));

        self::stopOnSignals($loop, $listener);
        $url = sprintf('http://%s:%d/', $host === '::1' ? '[::1]' : $host, $listener->port());
        self::announce($console, $url, $token, $file);
        $loop->run();

        return self::SUCCESS;
    }

    /** @return array{string, int} */
    private static function address(Console $console): array
    {
        $host = trim((string) $console->option('host'), '[]');
        if (!in_array($host, ['127.0.0.1', '::1', 'localhost'], true)) {
            throw new CommandFailure('--host must be 127.0.0.1 or ::1: from other machines, use a tunnel of ssh.');
        }

        return [$host === 'localhost' ? '127.0.0.1' : $host, (int) $console->number('port', 0, 65535)];
    }

    private static function listen(string $host, int $port, LoopInterface $loop): Listener
    {
        try {
            return new Listener($host, $port, self::IDLE_SECONDS, self::MAX_BODY, $loop);
        } catch (ListenFailure $e) {
            throw new CommandFailure($e->getMessage(), previous: $e);
        }
    }

    /** Where the output may be kept, as by a service, it does not show the token. */
    private static function announce(Console $console, string $url, Token $token, string $file): void
    {
        $isTerminal = $console->output instanceof StreamOutput && stream_isatty($console->output->getStream());
        if ($console->isJson()) {
            $console->printJson(['url' => $url, 'tokenFile' => $file, 'pid' => getmypid()]);
        } elseif ($isTerminal) {
            $console->print("Open $url?" . Guard::PARAMETER . '=' . $token->reveal());
            $console->print('Whoever has this address can see all items and mark them. Stop with Ctrl+C.');
        } else {
            $console->print("Open $url?" . Guard::PARAMETER . "=… with the token in $file");
        }
    }

    private static function stopOnSignals(LoopInterface $loop, Listener $listener): void
    {
        if (function_exists('pcntl_signal')) {
            // A signal may arrive in the middle of a response: the stop has to wait until that one is done.
            $stop = static fn () => $loop->futureTick(static function () use ($loop, $listener): void {
                $listener->stop();
                $loop->stop();
            });
            $loop->addSignal(SIGTERM, $stop);
            $loop->addSignal(SIGINT, $stop);
        }
    }
}
