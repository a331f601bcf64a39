<?php

/**
 * Several processes send as fast as they may: do they use the whole quota together, and never more?
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Bench\Quota\Arrivals;
use Aco\Bench\Quota\Crew;
use Aco\Bench\Server;
use Aco\Bench\Servers\QuotaServer;
use Aco\Bench\TemporaryFolder;

require __DIR__ . '/autoload.php';

const BURST = 2;

const USAGE = <<<'TEXT'
    Usage: bench/quota [--processes N] [--seconds N] [--rate N] [--kill] [--json]

      --processes N  processes that share the quota (default 4)
      --seconds N    how long to look, from the first request (default 60)
      --rate N       requests a second that the tenant may send (default 20)
      --kill         kill -9 one of the processes each second and start another
      --json         print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['processes' => 4, 'seconds' => 60, 'rate' => 20, 'kill' => false, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $folder = new TemporaryFolder();
    $server = new Server(QuotaServer::class, ['rate' => $options['rate'], 'burst' => BURST]);
    $crew = new Crew($options['processes'], $server->url, $options['rate'], $folder->folder('state'));
    for ($attempt = 0; $server->report()['arrivals'] === []; $attempt++) {
        if ($attempt === 200) {
            throw new RuntimeException('No request arrived within 10 seconds');
        }
        usleep(50_000);
    }
    for ($second = 0; $second < $options['seconds']; $second++) {
        sleep(1);
        $crew->check();
        if ($options['kill']) {
            $crew->replaceOne();
        }
    }
    $crew->dismiss();
    $seen = $server->report();
    $arrivals = new Arrivals($seen['arrivals']);
    $report = [
        'requests' => $arrivals->within($options['seconds']),
        'accepted' => (new Arrivals($seen['accepted']))->within($options['seconds']),
        'refused' => count($seen['arrivals']) - count($seen['accepted']),
        'killed' => $crew->killed,
        'tokens' => $seen['tokens'],
    ];

    if (!$options['json']) {
        printf(
            "%d processes, %d requests/s for %d seconds, %d processes killed: %d requests arrived, %d were accepted\n\n",
            $options['processes'],
            $options['rate'],
            $options['seconds'],
            $crew->killed,
            $report['requests'],
            $report['accepted'],
        );
    }
    $goals = new Goals();
    $goals->atLeast('quota used, percent', 98, 100 * $report['accepted'] / ($options['rate'] * $options['seconds']));
    $goals->atMost('most requests in any second', $options['rate'] + BURST, $arrivals->mostInASecond());
    $goals->atMost('answers 429', 0, $report['refused']);
    // One may be killed right after it got the token, before the others can see it.
    $goals->atMost('tokens asked for', $options['kill'] ? 2 : 1, $seen['tokens']);
    $goals->conclude($options + $report, $options['json']);
});
