--TEST--
status --metrics: gauges as Prometheus reads them, replaced in one step; rules and dashboard name what is written
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['A'], 'message' => 'bad']]);
$cli->write('products.jsonl', [product('A'), product('B')]);
$cli->run(['sync', 'products.jsonl']);
$cli->run(['cron', '--once']);
umask(0022);
mkdir("$cli->dir/collector");
$result = $cli->run(['status', '--metrics=collector/aco.prom']);
echo "[$result->code] $result->out";
$text = file_get_contents("$cli->dir/collector/aco.prom");
$samples = [];
foreach (explode("\n", $text) as $line) {
    if (preg_match('/^(aco_\w+)(\{.*\})? (\S+)$/', $line, $match) === 1) {
        $samples[$match[1] . $match[2]] = (float) $match[3];
    }
}
foreach (['aco_items{feed="products",state="sent"}', 'aco_items{feed="products",state="failed"}',
    'aco_source_items{feed="products"}', 'aco_check_level', 'aco_cron_last_exit_code{task="resend-failed"}',
    'aco_rate_limit_per_minute{feed="prices"}'] as $name) {
    echo $name, ' ', $samples[$name], "\n";
}
check('now', abs($samples['aco_written_timestamp_seconds'] - time()) < 60);
check('synced', abs($samples['aco_last_sync_timestamp_seconds{feed="products"}'] - time()) < 60);
check('the collector reads one file', scandir("$cli->dir/collector") === ['.', '..', 'aco.prom']);
check('others may read it', (fileperms("$cli->dir/collector/aco.prom") & 0777) === 0644);
check('it has an end', str_ends_with($text, "\n# EOF\n"));
check('no secret', !str_contains($text, 'sandbox-secret'));

echo "-- mistakes\n";
show($cli->run(['status', '--metrics=collector']), $cli, 'a folder');
show($cli->run(['status', '--metrics=']), $cli, 'empty');
show($cli->run(['status', '--metrics=none/aco.prom']), $cli, 'no folder');
posix_mkfifo("$cli->dir/pipe", 0600);
show($cli->run(['status', '--metrics=pipe']), $cli, 'a pipe');
check('it is one still', filetype("$cli->dir/pipe") === 'fifo');
$cli->run(['status', '--metrics=collector/aco.prom', '--check']);

echo "-- what is there already\n";
file_put_contents("$cli->dir/own.prom", 'before');
chmod("$cli->dir/own.prom", 0640);
symlink("$cli->dir/own.prom", "$cli->dir/link.prom");
check('written', $cli->run(['status', '--metrics=link.prom'])->code === 0);
clearstatcache();
check('the link leads there still', is_link("$cli->dir/link.prom")
    && str_ends_with(file_get_contents("$cli->dir/own.prom"), "\n# EOF\n"));
check('nobody else may read it', (fileperms("$cli->dir/own.prom") & 0777) === 0640);

echo "-- rules and dashboard\n";
preg_match_all('/^# TYPE (\w+) gauge$/m', $text, $written);
$rules = file_get_contents(ROOT . '/packaging/monitoring/aco-alerts.yml');
$dashboard = file_get_contents(ROOT . '/packaging/monitoring/aco-dashboard.json');
$dashboard = json_decode($dashboard, true, 64, JSON_THROW_ON_ERROR);
$expressions = array_merge(...array_map(
    static fn (array $panel): array => array_column($panel['targets'], 'expr'),
    $dashboard['panels'],
));
foreach (['rules' => $rules, 'dashboard' => implode("\n", $expressions)] as $name => $source) {
    preg_match_all('/\baco_\w+/', preg_replace('/^ *(#|summary:|description:).*$/m', '', $source), $named);
    $unknown = array_diff(array_unique($named[0]), $written[1]);
    check("$name: all are written", $unknown === [] && count(array_unique($named[0])) > 5, $unknown);
}

$promtool = '/usr/bin/promtool';
if (is_executable($promtool)) {
    $rule = "groups:\n  - name: dashboard\n    rules:\n";
    foreach ($expressions as $number => $expression) {
        $expression = json_encode($expression, JSON_UNESCAPED_SLASHES);
        $rule .= "      - record: panel_$number\n        expr: $expression\n";
    }
    file_put_contents("$cli->dir/panels.yml", $rule);
    foreach (["metrics <$cli->dir/collector/aco.prom", 'rules ' . ROOT . '/packaging/monitoring/aco-alerts.yml',
        "rules $cli->dir/panels.yml"] as $arguments) {
        exec("$promtool check $arguments 2>&1", $lines, $code);
        $code === 0 || print(implode("\n", $lines));
    }
}
?>
--EXPECT--
[0] Written to collector/aco.prom
aco_items{feed="products",state="sent"} 1
aco_items{feed="products",state="failed"} 1
aco_source_items{feed="products"} 2
aco_check_level 1
aco_cron_last_exit_code{task="resend-failed"} 0
aco_rate_limit_per_minute{feed="prices"} 0
now: yes
synced: yes
the collector reads one file: yes
others may read it: yes
it has an end: yes
no secret: yes
-- mistakes
a folder [2] --metrics must name a file.
empty [2] --metrics must name a file.
no folder [2] none/aco.prom cannot be written: check its folder and the free space.
a pipe [2] pipe is not a file: name another one.
it is one still: yes
-- what is there already
written: yes
the link leads there still: yes
nobody else may read it: yes
-- rules and dashboard
rules: all are written: yes
dashboard: all are written: yes
