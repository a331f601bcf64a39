--TEST--
cron: what is due when, over a day, after restarts, and when somebody sets the clock
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Cron\{Clock, CommandEnd, Cron, Integration, Job, JobRun, JobRunner, Schedule, Spool, StopSignal};

date_default_timezone_set('UTC');

/** All but assets:sync, which is left out where assets are not set up. */
const PRESENT_JOBS = [Job::Sync, Job::ResendFailed, Job::Orders, Job::Cleanup];

final class SetClock implements Clock
{
    public float $elapsed = 1000.0;
    public ?StopSignal $stop = null;
    public float $end = INF;

    public function __construct(public float $now)
    {
    }

    public function now(): float
    {
        return $this->now;
    }

    public function elapsed(): float
    {
        return $this->elapsed;
    }

    public function sleep(float $seconds): void
    {
        $this->now += $seconds;
        $this->elapsed += $seconds;
        if ($this->elapsed >= $this->end) {
            $this->stop->request();
        }
    }
}

function at(string $time): float
{
    return (float) strtotime("$time UTC");
}

/** @return array<string, list<string>> times of the starts by job */
function simulate(SetClock $clock, array $lastRuns, float $seconds, float $tolerance = 0.0): array
{
    $starts = array_fill_keys(array_column(PRESENT_JOBS, 'value'), []);
    $spool = new Spool(scratch(), true);
    $spool->prepare();
    $clock->stop = new StopSignal();
    $clock->end = $clock->elapsed + $seconds;
    (new Cron(
        $clock,
        new Schedule($clock, $lastRuns, $tolerance, static function (Job $job, float $time) use (&$starts): void {
            $starts[$job->value][] = gmdate('H:i:s', (int) $time);
        }),
        $spool,
        $clock->stop,
        new JobRunner(
            $clock->stop,
            static fn (): CommandEnd => new CommandEnd(0),
            static fn (JobRun $run) => null,
        ),
        static fn (Integration $one): bool => $one !== Integration::Assets,
        static fn (): ?string => null,
        static fn (): bool => false,
    ))->forever();

    return $starts;
}

function due(SetClock $clock, array $lastRuns, float $tolerance = 0.0): string
{
    $schedule = new Schedule($clock, $lastRuns, $tolerance);

    return implode(' ', array_column(array_filter(PRESENT_JOBS, $schedule->isDue(...)), 'value')) ?: '-';
}

$noon = at('2026-03-01 12:00:00');
echo "-- a day\n";
$starts = simulate(new SetClock($noon), [], 86400);
echo json_encode(array_map(count(...), $starts)), "\n";
echo implode(' ', array_slice($starts['sync'], 0, 3)), ', ', implode(' ', array_slice($starts['resend-failed'], 0, 3)),
    "\n";
echo implode(' ', $starts['cleanup']), "\n";

echo "-- after a restart\n";
$ran = ['sync' => $noon, 'resend-failed' => $noon, 'orders:sync' => $noon, 'cleanup' => $noon];
foreach ([0, 59, 60, 299, 300, 13 * 3600, 14 * 3600] as $later) {
    echo "$later: ", due(new SetClock($noon + $later), $ran), "\n";
}
echo 'never: ', due(new SetClock($noon), []), "\n";

echo "-- called every minute\n";
echo due(new SetClock($noon + 59.2), $ran, 30.0), ', ', due(new SetClock($noon + 29), $ran, 30.0), ', ',
    due(new SetClock($noon + 299), $ran, 30.0), "\n";

echo "-- the clock was set between two runs\n";
echo 'back a second: ', due(new SetClock($noon - 1), $ran), "\n";
echo 'back a day: ', due(new SetClock($noon - 86400), $ran), "\n";
echo 'ahead a year: ', due(new SetClock($noon + 86400 * 365), $ran), "\n";

echo "-- while it runs\n";
foreach (['ahead' => 5400, 'back' => -5400] as $label => $jump) {
    $clock = new SetClock($noon);
    $schedule = new Schedule($clock, ['cleanup' => $noon]);
    array_map($schedule->start(...), [Job::Sync, Job::ResendFailed, Job::Orders]);
    $clock->now += $jump;
    $found = array_column(array_filter(PRESENT_JOBS, $schedule->isDue(...)), 'value');
    $clock->elapsed += 60;
    $clock->now += 60;
    echo "$label: ", implode(' ', $found) ?: 'nothing', ', after a minute: ',
        $schedule->isDue(Job::Sync) ? 'sync' : 'nothing', "\n";
}

echo "-- another time zone, over the change to summer time\n";
date_default_timezone_set('Europe/Berlin');
$starts = simulate(new SetClock(at('2026-03-28 12:00:00')), ['cleanup' => at('2026-03-28 11:00:00')], 86400 * 2);
echo implode(' ', $starts['cleanup']), "\n";
?>
--EXPECT--
-- a day
{"sync":1440,"resend-failed":288,"orders:sync":288,"cleanup":2}
12:00:00 12:01:00 12:02:00, 12:00:00 12:05:00 12:10:00
12:00:00 02:00:00
-- after a restart
0: -
59: -
60: sync
299: sync
300: sync resend-failed orders:sync
46800: sync resend-failed orders:sync
50400: sync resend-failed orders:sync cleanup
never: sync resend-failed orders:sync cleanup
-- called every minute
sync, -, sync resend-failed orders:sync
-- the clock was set between two runs
back a second: -
back a day: sync resend-failed orders:sync cleanup
ahead a year: sync resend-failed orders:sync cleanup
-- while it runs
ahead: nothing, after a minute: sync
back: cleanup, after a minute: sync
-- another time zone, over the change to summer time
01:00:00 00:00:00
