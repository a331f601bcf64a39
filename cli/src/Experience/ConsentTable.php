<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\Database;

/**
 * What shoppers have decided, as Commerce's database has it: subscriptions to the newsletter, or an attribute of
 * customers. Where an address has decided in several stores, a refusal counts.
 */
final class ConsentTable
{
    public const NEWSLETTER = 'newsletter';
    private const ATTRIBUTE = '/^attribute:([a-z][a-z0-9_]{0,254})$/D';
    private const SUBSCRIBERS = 'newsletter_subscriber';
    private const CUSTOMERS = 'customer_entity';

    /** Of the column subscriber_status; others are not decided, such as an address that was never confirmed. */
    private const STATUSES = [1 => Consent::IN, 3 => Consent::OUT];
    private const VALUES = [
        '1' => Consent::IN, 'yes' => Consent::IN, 'in' => Consent::IN, 'true' => Consent::IN,
        '0' => Consent::OUT, 'no' => Consent::OUT, 'out' => Consent::OUT, 'false' => Consent::OUT,
    ];
    private const REMEMBERED = 1000;

    /** @var array<string, ?string> decisions by address */
    private array $known = [];

    /** @param string $sql of a statement with the address twice, whose rows hold one value */
    private function __construct(
        private readonly Database $database,
        private readonly string $sql,
        private readonly bool $isOfStatus,
    ) {
    }

    /** Whether it is a name that of() takes. */
    public static function isName(string $source): bool
    {
        return $source === self::NEWSLETTER || preg_match(self::ATTRIBUTE, $source) === 1;
    }

    /** @throws CommandFailure when Commerce's tables are not in the database: nothing is sent then */
    public static function of(Database $database, string $source): self
    {
        if ($source === self::NEWSLETTER) {
            self::need($database, self::SUBSCRIBERS);

            return new self(
                $database,
                'SELECT subscriber_status FROM {' . self::SUBSCRIBERS . '} WHERE subscriber_email'
                    . self::collation($database) . ' IN (?, ?)',
                true,
            );
        }

        preg_match(self::ATTRIBUTE, $source, $match);
        self::need($database, self::CUSTOMERS);
        $type = $database->read(static fn (): mixed => $database->value(
            "SELECT a.backend_type FROM {eav_attribute} a JOIN {eav_entity_type} t ON t.entity_type_id = a.entity_type_id
            WHERE t.entity_type_code = 'customer' AND a.attribute_code = ?",
            [$match[1] ?? ''],
        ));
        if (!in_array($type, ['int', 'varchar'], true)) {
            throw new CommandFailure("The consent source $source is no attribute of customers with whole numbers or texts: "
                . 'nothing is sent without it.');
        }

        return new self(
            $database,
            'SELECT v.value FROM {' . self::CUSTOMERS . "} c JOIN {customer_entity_$type} v ON v.entity_id = c.entity_id
            JOIN {eav_attribute} a ON a.attribute_id = v.attribute_id AND a.attribute_code = '$match[1]'
            JOIN {eav_entity_type} t ON t.entity_type_id = a.entity_type_id AND t.entity_type_code = 'customer'
            WHERE c.email" . self::collation($database) . ' IN (?, ?)',
            false,
        );
    }

    /** Consent::IN, Consent::OUT, or null when the shopper has not decided. */
    public function decision(string $email): ?string
    {
        $address = trim($email);
        $key = 'a' . $address;
        if (!array_key_exists($key, $this->known)) {
            if (count($this->known) >= self::REMEMBERED) {
                $this->known = [];
            }

            $this->known[$key] = $this->find($address);
        }

        return $this->known[$key];
    }

    private function find(string $address): ?string
    {
        $values = $this->database->read(fn (): array => $this->database->execute(
            $this->sql,
            [$address, mb_strtolower($address, 'UTF-8')],
        )->fetchAll(\PDO::FETCH_COLUMN));
        $decision = null;

        foreach ($values as $value) {
            $one = $this->isOfStatus
                ? self::STATUSES[(int) $value] ?? null
                : self::VALUES[strtolower(trim((string) $value))] ?? null;
            $decision = $one === Consent::OUT ? $one : $decision ?? $one;
        }

        return $decision;
    }

    /** Commerce's tables compare addresses in any case; copies of them on SQLite have no collation. */
    private static function collation(Database $database): string
    {
        return $database->isShared() ? '' : ' COLLATE NOCASE';
    }

    private static function need(Database $database, string $table): void
    {
        if (!$database->hasTable($table)) {
            throw new CommandFailure("The consent source needs Commerce's table {$database->prefix()->text}$table in "
                . "{$database->name()}: nothing is sent without it.");
        }
    }
}
