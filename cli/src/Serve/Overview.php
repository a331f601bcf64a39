<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\Setting;
use Aco\Cli\Report\FeedTables;
use Aco\Cli\Report\QuotaUse;
use Aco\Cli\Report\StatusPage;
use Aco\Cli\Store\Database;

/** The figures of the page. Counting all rows takes a while, so they are kept for a moment. */
final class Overview
{
    private const SECONDS = 5.0;
    /** Counting takes at most this share of the time. */
    private const SHARE = 0.1;

    private ?StatusPage $page = null;
    private float $until = 0.0;

    public function __construct(private readonly Database $database, private readonly ConfigStore $config)
    {
    }

    public function page(): StatusPage
    {
        $start = microtime(true);
        if ($this->page === null || $start >= $this->until) {
            $values = $this->config->values();
            $tables = new FeedTables($this->database);
            $this->page = new StatusPage(
                $values[Setting::TENANT_ID] ?? '',
                $tables->all(),
                QuotaUse::of($tables, ConnectionFactory::limits($values)),
                new \DateTimeImmutable(),
            );
            $now = microtime(true);
            $this->until = $now + max(self::SECONDS, ($now - $start) / self::SHARE);
        }

        return $this->page;
    }

    public function forget(): void
    {
        $this->page = null;
    }
}
