<?php

declare(strict_types=1);

namespace Aco\Cli;

use Aco\Cli\Assets\Command\AssetsConfigCommand;
use Aco\Cli\Assets\Command\AssetsImportCommand;
use Aco\Cli\Assets\Command\AssetsProductsCommand;
use Aco\Cli\Assets\Command\AssetsPullCommand;
use Aco\Cli\Assets\Command\AssetsRegisterTenantCommand;
use Aco\Cli\Assets\Command\AssetsStatusCommand;
use Aco\Cli\Assets\Command\AssetsSyncCommand;
use Aco\Cli\Command\CleanupCommand;
use Aco\Cli\Command\ConfigInitCommand;
use Aco\Cli\Command\ConfigShowCommand;
use Aco\Cli\Command\CronCommand;
use Aco\Cli\Command\DoctorCommand;
use Aco\Cli\Command\EstimateCommand;
use Aco\Cli\Command\ItemCommand;
use Aco\Cli\Command\MapCommand;
use Aco\Cli\Command\ResendFailedCommand;
use Aco\Cli\Command\ResyncCommand;
use Aco\Cli\Command\ScopeDisableCommand;
use Aco\Cli\Command\ScopeEnableCommand;
use Aco\Cli\Command\ServeCommand;
use Aco\Cli\Command\StatusCommand;
use Aco\Cli\Command\SyncCommand;
use Aco\Cli\Command\VerifyCommand;
use Aco\Cli\Experience\Command\CustomersSyncCommand;
use Aco\Cli\Experience\Command\ExperienceConfigCommand;
use Aco\Cli\Experience\Command\OrdersProductsCommand;
use Aco\Cli\Experience\Command\OrdersResyncCommand;
use Aco\Cli\Experience\Command\OrdersStatusCommand;
use Aco\Cli\Experience\Command\OrdersSyncCommand;
use Aco\Cli\Fleet\Command\FleetCommand;
use Aco\Cli\Fleet\Command\FleetStatusCommand;
use Aco\Cli\Help\HelpCommand;
use Aco\Cli\Help\ListCommand;
use Aco\Cli\Log\CommandEvents;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Json;
use Aco\Cli\Output\StandardOutput;
use Aco\Cli\Output\Text;
use Aco\Cli\Store\Heartbeat;
use Aco\Cli\Store\TablePrefix;
use Aco\Sandbox\SandboxCommand;
use Symfony\Component\Console\Application as ConsoleApplication;
use Symfony\Component\Console\Command\Command as ConsoleCommand;
use Symfony\Component\Console\Command\CompleteCommand;
use Symfony\Component\Console\Command\DumpCompletionCommand;
use Symfony\Component\Console\CommandLoader\FactoryCommandLoader;
use Symfony\Component\Console\Exception\CommandNotFoundException as UnknownCommand;
use Symfony\Component\Console\Exception\ExceptionInterface as UsageException;
use Symfony\Component\Console\Exception\RuntimeException as UsageFailure;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\ArgvInput;
use Symfony\Component\Console\Input\InputDefinition;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\ConsoleOutputInterface;
use Symfony\Component\Console\Output\OutputInterface;

final class Application extends ConsoleApplication
{
    /** Prefix of the commands of Commerce's connector, taken as an alias. */
    private const CONNECTOR_PREFIX = 'aco:';
    private const FORMER_OPTIONS = ['--organization-id' => '--org-id'];
    private const COMMANDS = [
        'config:init' => ConfigInitCommand::class,
        'config:show' => ConfigShowCommand::class,
        'sync' => SyncCommand::class,
        'resend-failed' => ResendFailedCommand::class,
        'resync' => ResyncCommand::class,
        'saas:resync' => ResyncCommand::class,
        'cleanup' => CleanupCommand::class,
        'scope:disable' => ScopeDisableCommand::class,
        'scope:enable' => ScopeEnableCommand::class,
        'status' => StatusCommand::class,
        'serve' => ServeCommand::class,
        'doctor' => DoctorCommand::class,
        'item' => ItemCommand::class,
        'verify' => VerifyCommand::class,
        'map' => MapCommand::class,
        'estimate' => EstimateCommand::class,
        'cron' => CronCommand::class,
        'fleet' => FleetCommand::class,
        'fleet:status' => FleetStatusCommand::class,
        'experience:config' => ExperienceConfigCommand::class,
        'orders:sync' => OrdersSyncCommand::class,
        'orders:resync' => OrdersResyncCommand::class,
        'customers:sync' => CustomersSyncCommand::class,
        'orders:products' => OrdersProductsCommand::class,
        'orders:status' => OrdersStatusCommand::class,
        'assets:config' => AssetsConfigCommand::class,
        'assets:register-tenant' => AssetsRegisterTenantCommand::class,
        'assets:import' => AssetsImportCommand::class,
        'assets:pull' => AssetsPullCommand::class,
        'assets:sync' => AssetsSyncCommand::class,
        'assets:products' => AssetsProductsCommand::class,
        'assets:status' => AssetsStatusCommand::class,
        'sandbox' => SandboxCommand::class,
    ];

    public function __construct()
    {
        parent::__construct('aco', \Aco\VERSION);
        $this->setAutoExit(false);
        $this->setCatchExceptions(false);

        $this->setCommandLoader(new FactoryCommandLoader(self::factories()));
    }

    /** @return array<string, \Closure(): ConsoleCommand> by name: a call of one command loads no other */
    private static function factories(): array
    {
        return array_map(
            static fn (string $class): \Closure => static fn (): ConsoleCommand => new $class(),
            array_filter(self::COMMANDS, static fn (string $class): bool => $class !== SandboxCommand::class
                || class_exists($class)),
        );
    }

    /**
     * Runs the command line and reports every failure as one sentence.
     *
     * @param list<string> $argv
     */
    public function main(array $argv): int
    {
        self::turnWarningsIntoExceptions();
        self::knowSizeWithoutTerminal();
        $input = new ArgvInput(self::connectorSpelling($argv));
        $output = new StandardOutput();
        register_shutdown_function(self::reportFatal(...), $input, $output);
        try {
            $exitCode = $this->run($input, $output);
        } catch (\Throwable $e) {
            $exitCode = self::report($e, $input, $output);
        }

        if ($output->failure !== null) {
            $sentence = "Standard output cannot be written: {$output->failure}.";
            Console::writeEnd($output->getErrorOutput(), $sentence, ExitCode::USAGE);
        }

        return $output->failure === null ? $exitCode : max($exitCode, ExitCode::USAGE);
    }

    /** Symfony asks the terminal of standard input, and starts stty for it twice even when there is none. */
    private static function knowSizeWithoutTerminal(): void
    {
        if (!defined('STDIN') || stream_isatty(STDIN) || !function_exists('putenv')) {
            return;
        }

        foreach (['COLUMNS' => 80, 'LINES' => 50] as $name => $default) {
            if (getenv($name) === false) {
                putenv("$name=$default");
            }
        }
    }

    public function find(string $name): ConsoleCommand
    {
        try {
            return parent::find(str_starts_with($name, self::CONNECTOR_PREFIX)
                ? substr($name, strlen(self::CONNECTOR_PREFIX))
                : $name);
        } catch (UnknownCommand $e) {
            // With one alternative Symfony would ask whether to run it; the message names it.
            throw new UnknownCommand($e->getMessage(), [], $e->getCode(), $e);
        }
    }

    protected function doRunCommand(ConsoleCommand $command, InputInterface $input, OutputInterface $output): int
    {
        $start = microtime(true);

        try {
            $end = Heartbeat::during(fn (): int => parent::doRunCommand($command, $input, $output));
        } catch (UsageException $e) {
            // The rejected value may be a secret in the wrong place.
            throw $end = new UsageFailure((string) preg_replace('/, got ".*"(?=\.)/s', '', $e->getMessage()));
        } catch (\Throwable $end) {
            throw $end;
        } finally {
            CommandEvents::write($command, $input, $output, microtime(true) - $start, $end);
        }

        return $end;
    }

    protected function getDefaultCommands(): array
    {
        return [new HelpCommand(), new ListCommand(), new CompleteCommand(), new DumpCompletionCommand()];
    }

    protected function getDefaultInputDefinition(): InputDefinition
    {
        $definition = parent::getDefaultInputDefinition();
        $definition->addOptions([
            new InputOption(
                'dsn',
                null,
                InputOption::VALUE_REQUIRED,
                'Database: sqlite:FILE or mysql:host=…;dbname=… '
                    . '[default: ACO_DSN, or aco.sqlite in the state folder]',
            ),
            new InputOption(
                TablePrefix::OPTION,
                null,
                InputOption::VALUE_REQUIRED,
                'Table prefix [default: ACO_TABLE_PREFIX, or that of the existing tables]',
            ),
            new InputOption(
                'state-dir',
                null,
                InputOption::VALUE_REQUIRED,
                'Folder for keys, locks and logs [default: ACO_STATE_DIR, or var]',
            ),
            new InputOption('no-progress', null, InputOption::VALUE_NONE, 'Show no progress bar'),
            new InputOption('json', null, InputOption::VALUE_NONE, 'Print one JSON document'),
        ]);

        return $definition;
    }

    /**
     * Options spelled as in Commerce's connector, --org_id for --org-id, or as they were called before.
     *
     * @param list<string> $argv
     * @return list<string>
     */
    private static function connectorSpelling(array $argv): array
    {
        foreach ($argv as $i => $argument) {
            if ($argument === '--') {
                break;
            }
            if (preg_match('/^--\w[\w-]*/', $argument, $name) === 1) {
                $option = strtr($name[0], '_', '-');
                $argv[$i] = (self::FORMER_OPTIONS[$option] ?? $option) . substr($argument, strlen($name[0]));
            }
        }

        return $argv;
    }

    private static function turnWarningsIntoExceptions(): void
    {
        set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
            // MySQL tells why it ends an idle connection: of that the driver warns before PHP 8.4, and PDO throws then.
            if (str_starts_with($message, 'Packets out of order')) {
                return true;
            }

            if ((error_reporting() & $level) !== 0 && ($level & (E_DEPRECATED | E_USER_DEPRECATED)) === 0) {
                throw new \ErrorException($message, 0, $level, $file, $line);
            }

            // Silenced warnings go on to error_get_last(), which their callers read.
            return ($level & (E_DEPRECATED | E_USER_DEPRECATED)) !== 0;
        });
    }

    private static function report(\Throwable $e, InputInterface $input, ConsoleOutputInterface $output): int
    {
        [$sentence, $exitCode] = match (true) {
            $e instanceof CommandFailure => [$e->getMessage(), $e->exitCode],
            $e instanceof UsageException => [self::usageSentence($e), ExitCode::USAGE],
            default => [
                self::sentenceOfDisabled($e)
                    ?? "Unexpected error: {$e->getMessage()} (" . basename($e->getFile()) . ":{$e->getLine()}).",
                ExitCode::NOTHING_DELIVERED,
            ],
        };

        self::say(Text::printable($sentence), $exitCode, $input, $output);

        if ($output->isDebug()) {
            // Frames are printed without arguments, which may hold the secret.
            foreach ($e->getTrace() as $frame) {
                $output->getErrorOutput()->writeln(OutputFormatter::escape(Text::visible(sprintf(
                    '  %s:%s %s%s%s()',
                    $frame['file'] ?? '',
                    $frame['line'] ?? '',
                    $frame['class'] ?? '',
                    $frame['type'] ?? '',
                    $frame['function'],
                ))));
            }
        }

        return $exitCode;
    }

    /** What to do about a function that is disabled in PHP; null for any other failure. */
    public static function sentenceOfDisabled(\Throwable $e): ?string
    {
        return preg_match('/^Call to undefined function (?:.*\\\\)?(\w+)\(\)$/D', $e->getMessage(), $match) === 1
            ? "PHP has no function $match[1](): remove it from disable_functions in the php.ini of the command line, "
                . 'or install the extension that provides it.'
            : null;
    }

    /** Symfony's messages, with their suggestions on the same line. */
    private static function usageSentence(\Throwable $e): string
    {
        $lines = array_filter(array_map('trim', explode("\n", $e->getMessage())));

        return rtrim(implode(' ', $lines), '.') . '. See --help.';
    }

    private static function reportFatal(InputInterface $input, ConsoleOutputInterface $output): void
    {
        $error = error_get_last();
        if ($error !== null && ($error['type'] & (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR)) !== 0) {
            $sentence = strtok($error['message'], "\n");
            self::say("PHP stopped: $sentence.", ExitCode::NOTHING_DELIVERED, $input, $output);
            exit(ExitCode::NOTHING_DELIVERED);
        }
    }

    private static function say(
        string $sentence,
        int $exitCode,
        InputInterface $input,
        ConsoleOutputInterface $output,
    ): void {
        Console::writeEnd($output->getErrorOutput(), $sentence, $exitCode);
        if ($input->hasParameterOption('--json', true)) {
            $output->writeln(
                Json::document(['error' => ['exitCode' => $exitCode, 'message' => $sentence]]),
                OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET,
            );
        }
    }
}
