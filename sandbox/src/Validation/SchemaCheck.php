<?php

declare(strict_types=1);

namespace Aco\Sandbox\Validation;

use Opis\JsonSchema\Errors\ValidationError;
use Opis\JsonSchema\Schema;
use Opis\JsonSchema\Uri;
use Opis\JsonSchema\Validator;

/** Checks items against the JSON Schemas in sandbox/schemas. A schema is compiled when first needed and kept. */
final class SchemaCheck
{
    private const FOLDER = __DIR__ . '/../../schemas/';
    private const BASE = 'https://schemas.example/aco-sandbox/';

    private Validator $validator;

    /** @var array<string, Schema> */
    private array $schemas = [];

    public function __construct(private readonly int $maxErrors)
    {
        $this->validator = new Validator(null, $maxErrors, false);
        $this->validator->resolver()?->registerPrefix(self::BASE, self::FOLDER);
    }

    /** @return list<ItemError> */
    public function check(string $schema, int $itemIndex, mixed $item): array
    {
        $error = $this->validate($schema, $item);

        return $error === null
            ? []
            : array_slice((new SchemaMessages($itemIndex))->translate($error), 0, $this->maxErrors);
    }

    /** Null for a valid item. */
    public function validate(string $schema, mixed $item): ?ValidationError
    {
        $this->schemas[$schema] ??= $this->load($schema);

        return $this->validator->schemaValidation($item, $this->schemas[$schema]);
    }

    private function load(string $name): Schema
    {
        return $this->validator->loader()->loadSchemaById(Uri::parse(self::BASE . $name . '.json#', true))
            ?? throw new \LogicException("There is no schema $name.");
    }
}
