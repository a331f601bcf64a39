<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Makes feed items of what the providers of Commerce's SaaS Data Export returned, equal to those of its transformer.
 *
 * The framework looks each field up in the schema, and encodes it, again for each row. An assembler reads the schema
 * once.
 *
 * @strict-properties
 * @not-serializable
 */
final class ItemAssembler
{
    /**
     * @param array $field array{name: string, type: string, provider: ?string, repeated: bool, using?:
     *        array<array{field: string}>}, the root field of a feed, as the schema's reader makes it
     * @param array $records array<string, array{field: array<string, array>, skipNull: bool}>, all records by the names
     *        of their types; at least those that the field leads to
     * @throws \ValueError names the field or record of the schema that is damaged
     */
    public function __construct(array $field, array $records) {}

    /**
     * The items, or null where the rows hold something that only the framework's own transformer can judge, by a
     * warning, an exception or a conversion of an object. Nothing of this kind has happened then.
     *
     * @param array $snapshot array<string, array>, the rows by the key of their field, as the framework's extractor
     *        collects them
     */
    public function assemble(array $snapshot): ?array {}
}
