<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** Finds the prefix of the existing tables when none is given. */
final class PrefixFinder
{
    /** Tables that Commerce makes itself, each a sign of its prefix. */
    private const COMMERCE = [
        'core_config_data',
        'cde_products_feed',
        'cde_product_attributes_feed',
        'cde_categories_feed',
        'cde_product_prices_feed',
        'sales_data_exporter_orders_v2',
    ];

    /** @param \Closure(string): list<string> $tables names of the tables that end in a text */
    public function __construct(private readonly \Closure $tables, private readonly string $database)
    {
    }

    /** The prefix of this command's tables; null when there are none. */
    public function own(): ?TablePrefix
    {
        $found = $this->ofOwnTables();
        if (count($found) > 1) {
            throw new CommandFailure(
                "{$this->database} contains tables of this command with several prefixes (" . implode(', ', array_map(
                    static fn (string $prefix): string => $prefix === '' ? 'none' : $prefix,
                    $found,
                )) . '): choose one with --table-prefix; an empty value stands for none.'
            );
        }

        return $found === [] ? null : TablePrefix::of($found[0]);
    }

    /** The prefix for new tables. A second set beside the tables of Commerce is created only on request. */
    public function forNewTables(): TablePrefix
    {
        $own = $this->own();
        if ($own !== null) {
            return $own;
        }

        $found = $this->ofCommerce();
        if ($found !== [] && !in_array('', $found, true)) {
            throw new CommandFailure(
                "The tables of Commerce in {$this->database} begin with " . implode(' or ', $found)
                . ": give --table-prefix=$found[0]."
            );
        }

        return TablePrefix::none();
    }

    /** @return list<string> prefixes under which this command has tables */
    public function ofOwnTables(): array
    {
        return array_values(array_intersect($this->of('schema_version'), $this->of('core_config_data')));
    }

    /** @return list<string> prefixes of the tables that Commerce creates, and perhaps this command */
    public function ofCommerce(): array
    {
        return array_values(array_unique(array_merge(...array_map($this->of(...), self::COMMERCE))));
    }

    /** @return list<string> sorted prefixes under which a table of that name exists */
    public function of(string $name): array
    {
        $prefixes = [];
        foreach (($this->tables)($name) as $table) {
            $prefix = substr($table, 0, -strlen($name));
            if (str_ends_with($table, $name) && TablePrefix::isValid($prefix)) {
                $prefixes[] = $prefix;
            }
        }
        sort($prefixes);

        return $prefixes;
    }
}
