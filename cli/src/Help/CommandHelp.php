<?php

declare(strict_types=1);

namespace Aco\Cli\Help;

/** What the help of a command says below its options: examples, exit codes, environment. */
final class CommandHelp
{
    /** Lines by command, without `bin/aco`. */
    private const EXAMPLES = [
        'config:init' => [
            'config:init --org-id=ID@AdobeOrg --tenant-id=T --client-id=C',
            'config:init --tenant-id=T --client-id=C --region=na1 --type=sandbox',
            'config:init --requests-per-second=1 --concurrency=2',
        ],
        'config:show' => ['config:show', 'config:show --json'],
        'sync' => [
            'sync catalog',
            'sync --feed=products --feed=prices catalog',
            'sync --full --max-delete=5 catalog',
            'sync --feed=products -',
        ],
        'resend-failed' => ['resend-failed', 'resend-failed --all'],
        'resync' => [
            'resync --feed=products --by-ids=SKU-1,SKU-2 catalog',
            'resync --feed=prices --force catalog',
            'resync --feed=products --dry-run catalog',
        ],
        'cleanup' => ['cleanup --days=30'],
        'scope:disable' => ['scope:disable --website=eu', 'scope:disable --store-view=eu_fr'],
        'scope:enable' => ['scope:enable --website=eu'],
        'status' => [
            'status',
            'status --failed',
            'status --feed=products --json',
            'status --html=status.html',
            'status --check --max-waiting=60',
            'status --metrics=/var/lib/prometheus/node-exporter/aco.prom',
        ],
        'serve' => ['serve', 'serve --port=9000 --new-token'],
        'doctor' => ['doctor', 'doctor --offline --json', 'doctor --max-waiting=30'],
        'item' => [
            'item SKU-1',
            'item SKU-1 --feed=products --scope=eu_fr --source=catalog',
            'item men/shirts --json',
        ],
        'verify' => [
            'verify --sample=500 --source=catalog',
            'verify SKU-1 SKU-2 --source=catalog --wait=600',
            'verify --source=catalog --resync',
        ],
        'map' => ['map catalog/products.jsonl', 'map --feed=prices -', 'map --json catalog/prices.jsonl'],
        'estimate' => ['estimate catalog'],
        'cron' => ['cron', 'cron --once', 'cron --standby'],
        'fleet' => ['fleet tenants', 'fleet --workers=16 tenants'],
        'fleet:status' => ['fleet:status tenants', 'fleet:status --html=fleet.html tenants'],
        'orders:sync' => ['orders:sync orders.jsonl'],
        'orders:resync' => ['orders:resync orders.jsonl'],
        'customers:sync' => ['customers:sync customers.jsonl'],
        'orders:products' => ['orders:products catalog'],
        'orders:status' => ['orders:status'],
        'experience:config' => ['experience:config --json'],
        'assets:config' => ['assets:config --json'],
        'assets:import' => ['assets:import', 'assets:import --repair'],
        'assets:pull' => ['assets:pull', 'assets:pull --restart=oldest'],
        'assets:sync' => ['assets:sync events.jsonl'],
        'assets:products' => ['assets:products products.jsonl'],
        'assets:register-tenant' => ['assets:register-tenant --json'],
        'assets:status' => ['assets:status'],
    ];

    private const CODES = <<<'TEXT'
        <comment>Exit codes:</comment>
          0  done
          1  some items or lines failed; the others are delivered
          2  wrong usage or settings, or a database or file that cannot be used
          3  nothing could be delivered: the service is away or refuses access
        TEXT;

    private const LEVELS = <<<'TEXT'
        <comment>Exit codes:</comment>
          0  all is well
          1  a warning: somebody should look today
          2  critical: nothing is delivered, or soon nothing will be
        TEXT;

    private const ENVIRONMENT = <<<'TEXT'
        <comment>Environment:</comment>
          ACO_STATE_DIR, ACO_DSN, ACO_TABLE_PREFIX   as the options of these names
          ACO_DB_USER, ACO_DB_PASSWORD               account of a mysql: database
          ACO_CLIENT_SECRET                          the secret, for config:init
          ACO_NODE                                   name of this node, for leases
          ACO_SHARED_STORE, ACO_SHARED_HOSTS         store that hosts share rates in
          ACO_SHARED_STORE_USER, …_PASSWORD          account of that store
          PHP                                        another PHP
        TEXT;

    /** @return list<string> lines to type, without `bin/aco` */
    public static function examples(string $command): array
    {
        return self::EXAMPLES[$command] ?? [];
    }

    public static function text(string $command): string
    {
        $program = $_SERVER['PHP_SELF'];
        $examples = array_map(
            static fn (string $line): string => "\n  <info>$program $line</info>",
            self::examples($command),
        );

        $head = $examples === [] ? '' : '<comment>Examples:</comment>' . implode('', $examples) . "\n\n";

        return $head . match ($command) {
            'doctor' => self::LEVELS . "\n\n" . self::ENVIRONMENT,
            'status' => self::CODES . "\n  With --check:\n" . ltrim(strstr(self::LEVELS, "\n") ?: '', "\n") . "\n\n"
                . self::ENVIRONMENT,
            default => self::CODES . "\n\n" . self::ENVIRONMENT,
        };
    }
}
