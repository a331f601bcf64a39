<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Experience\EdgeFactory;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Experience\OrderOutput;
use Aco\Cli\Experience\OrderPlan;
use Aco\Cli\Experience\OrderReport;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\Experience\OrderSync;
use Aco\Cli\Experience\PersonalData;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands that send events of orders have in common. */
abstract class OrdersCommand extends Command
{
    /**
     * Carries out a plan and prints what came of it.
     *
     * @param \Closure(Database, ExperienceConfig): OrderPlan $makePlan called under the lock
     * @param ?\Closure(OrderReport, ExperienceConfig): void $after called when the source was read to its end
     */
    protected static function send(
        InputInterface $input,
        OutputInterface $output,
        \Closure $makePlan,
        ?\Closure $after = null,
    ): int {
        $workspace = Workspace::fromInput($input);
        $database = $workspace->openExisting();
        $config = new ExperienceConfig($database);
        if ($config->isEmpty()) {
            throw new CommandFailure('Nothing is configured yet: run experience:config first.');
        }

        $database->lock(Lock::Orders);
        $errorOutput = self::errorOutput($output);
        $log = EventLog::of($workspace, $output);

        try {
            $settings = $config->settings();
            $report = (new OrderSync(
                $makePlan($database, $config),
                $settings,
                $config->mapper($settings),
                $config->suppressionList(),
                new EventStore($database),
                EdgeFactory::client($config, self::configStore($workspace, $database), self::logger($log, $errorOutput)),
                $config->retentionDays(),
                OrderSource::deleted($database),
            ))->run();

            if ($after !== null && $report->inputError === null) {
                $after($report, $config);
            }
        } finally {
            $database->unlock();
        }

        $log->write($report->exitCode() === 0 ? 'info' : 'warning', 'feed', OrderOutput::log($report));

        if (self::isJson($input)) {
            self::printJson($output, OrderOutput::data($report));
        } else {
            OrderOutput::print($output, $report);
        }

        $sentence = OrderOutput::sentence($report);
        if ($sentence !== '') {
            self::say($output, $sentence, $report->exitCode());
        }

        return $report->exitCode();
    }

    protected static function isConfigured(InputInterface $input): bool
    {
        return !(new ExperienceConfig(Workspace::fromInput($input)->openExisting()))->isEmpty();
    }

    /** The service may quote a shopper's identity. */
    private static function logger(EventLog $log, OutputInterface $errorOutput): \Closure
    {
        $logger = $log->clientLogger(new LogOutput($errorOutput, static fn (callable $write) => $write()));

        return static function (string $level, string $message, array $context) use ($logger): void {
            foreach ($context as $name => $value) {
                $context[$name] = is_string($value) ? PersonalData::redact($value) : $value;
            }
            $logger($level, PersonalData::redact($message), $context);
        };
    }
}
