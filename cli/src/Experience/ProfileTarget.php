<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** Where profile records of a website go: a streaming connection, and a dataset with its schema. */
final class ProfileTarget
{
    public const DATASET = 'datasetId';
    public const SCHEMA = 'schemaId';
    public const CONNECTION = 'connectionId';
    public const SANDBOX = 'sandboxName';
    /** Instead of a dataset: a website sends no records. */
    public const OFF = 'off';

    private const PATTERNS = [
        self::DATASET => '/^[A-Za-z0-9_-]{1,64}$/D',
        self::SCHEMA => '~^https://ns\.adobe\.com/[A-Za-z0-9_-]{1,64}/schemas/[A-Za-z0-9_-]{1,128}$~D',
        self::CONNECTION => '/^[A-Za-z0-9_-]{1,128}$/D',
        self::SANDBOX => '/^[a-z0-9][a-z0-9-]{0,62}$/D',
    ];

    private function __construct(
        public readonly string $dataset,
        public readonly string $schema,
        public readonly string $connection,
        /** "": no header names one. */
        public readonly string $sandbox,
    ) {
    }

    /**
     * @param array<string, array<string, string>> $settings members by website; of "" for all others
     * @return ?self null when records of the website are off
     */
    public static function of(array $settings, string $website): ?self
    {
        $members = ($settings[$website] ?? []) + ($settings[''] ?? []);
        $dataset = $members[self::DATASET] ?? self::OFF;

        return $dataset === self::OFF ? null : new self(
            $dataset,
            $members[self::SCHEMA] ?? '',
            $members[self::CONNECTION] ?? '',
            $members[self::SANDBOX] ?? '',
        );
    }

    /**
     * Whether any website has records on.
     *
     * @param array<string, array<string, string>> $settings
     */
    public static function isAny(array $settings): bool
    {
        return array_diff(array_column($settings, self::DATASET), [self::OFF]) !== [];
    }

    public static function isValid(string $member, string $text): bool
    {
        return preg_match(self::PATTERNS[$member], $text) === 1;
    }

    /** What a website lacks; "" for nothing. */
    public function missing(): string
    {
        return match ('') {
            $this->schema => '--profile-schema-id',
            $this->connection => '--profile-inlet-id',
            default => '',
        };
    }

    /** The same for records that may share a request. */
    public function key(): string
    {
        return implode(' ', [$this->connection, $this->sandbox, $this->dataset, $this->schema]);
    }
}
