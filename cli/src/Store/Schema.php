<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** The version of the tables, and the migrations between versions. */
final class Schema
{
    private const VERSION = 11;

    /** Feed tables by the version that added them; named, so that a new feed does not change earlier migrations. */
    private const FEED_TABLES = [
        1 => [
            'cde_products_feed',
            'cde_product_attributes_feed',
            'cde_categories_feed',
            'cde_product_prices_feed',
            'cde_price_books_feed',
        ],
        8 => ['aco_category_attributes_feed', 'aco_product_layers_feed'],
    ];

    public function __construct(
        private readonly Database $database,
        private readonly Dialect $dialect,
    ) {
    }

    public function migrate(): void
    {
        if ($this->version() === self::VERSION) {
            return;
        }

        $this->database->transaction(function (): void {
            $version = $this->version();
            if ($version > self::VERSION) {
                throw new CommandFailure(
                    "The database {$this->database->name()} was made by a newer version of this command: "
                    . 'update the command.'
                );
            }

            for ($next = $version + 1; $next <= self::VERSION; $next++) {
                foreach ($this->dialect->schemaStep($next, self::FEED_TABLES[$next] ?? []) as $statement) {
                    $this->database->exec($statement);
                }

                $this->database->execute(
                    $this->database->upsert('{schema_version}', ['version', 'applied_at'], ['version']),
                    [$next, Database::now()],
                );
            }
        });
    }

    /** 0 when there are no tables. */
    public function version(): int
    {
        return $this->database->read(function (): int {
            return $this->database->hasTable('schema_version')
                ? (int) $this->database->value('SELECT MAX(version) FROM {schema_version}')
                : 0;
        });
    }
}
