<?php

declare(strict_types=1);

namespace Aco\Sandbox\Validation;

use Opis\JsonSchema\Errors\ValidationError;

/** Turns the error tree of the schema validator into a flat list of sentences, each with the path of its field. */
final class SchemaMessages
{
    public function __construct(private readonly int $itemIndex)
    {
    }

    /** @return list<ItemError> */
    public function translate(ValidationError $error): array
    {
        return match ($error->keyword()) {
            'required' => $this->missing($error),
            'additionalProperties' => $this->unknown($error),
            'anyOf' => [$this->alternatives($error, 'Give %s.')],
            'oneOf' => [$this->alternatives($error, 'Give either %s, and not both.')],
            default => $error->subErrors() === []
                ? [$this->error($error, $this->sentence($error))]
                : array_merge(...array_map($this->translate(...), $error->subErrors())),
        };
    }

    /** @return list<ItemError> */
    private function missing(ValidationError $error): array
    {
        return array_map(
            fn (string $name): ItemError => new ItemError(
                $this->itemIndex,
                $this->path($error, $name),
                sprintf('The required field %s is missing.', $this->path($error, $name)),
            ),
            $error->args()['missing'],
        );
    }

    /**
     * The validator counts a known field with a wrong value among the unknown ones, so look at the schema again.
     *
     * @return list<ItemError>
     */
    private function unknown(ValidationError $error): array
    {
        $known = get_object_vars($error->schema()->info()->data()->properties);
        $unknown = array_filter(
            $error->args()['properties'],
            static fn (string|int $name): bool => !array_key_exists($name, $known),
        );

        return array_map(
            fn (string|int $name): ItemError => new ItemError(
                $this->itemIndex,
                $this->path($error, (string) $name),
                sprintf('The field %s is not known here. Remove it.', $this->path($error, (string) $name)),
                $error->data()->value()->{$name},
            ),
            array_values($unknown),
        );
    }

    /** All alternatives in the schemas are of the kind "required: one member". */
    private function alternatives(ValidationError $error, string $sentence): ItemError
    {
        $names = array_map(
            static fn (\stdClass $alternative): string => $alternative->required[0],
            $error->schema()->info()->data()->{$error->keyword()},
        );

        return new ItemError(
            $this->itemIndex,
            $this->path($error, $names[0]),
            sprintf($sentence, implode(' or ', array_map(fn (string $name) => $this->path($error, $name), $names))),
            $error->data()->value()->{$names[0]} ?? '',
        );
    }

    private function sentence(ValidationError $error): string
    {
        $field = $this->path($error) === '' ? 'The item' : $this->path($error);
        $args = $error->args();

        return match ($error->keyword()) {
            'type' => sprintf(
                '%s must be %s, not %s.',
                $field,
                implode(' or ', array_map(self::article(...), (array) $args['expected'])),
                self::article($args['type']),
            ),
            'enum' => sprintf('%s must be one of %s.', $field, implode(', ', $error->schema()->info()->data()->enum)),
            'minLength' => sprintf('%s must have at least %d character(s).', $field, $args['min']),
            'maxLength' => sprintf('%s must have at most %d characters.', $field, $args['max']),
            'minimum' => sprintf('%s must be at least %d.', $field, $args['min']),
            'maximum' => sprintf('%s must be at most %d.', $field, $args['max']),
            'pattern' => sprintf(
                '%s may only have lower-case letters, digits and hyphens, in segments separated by single slashes.',
                $field,
            ),
            default => sprintf('%s is not valid: %s', $field, $error->message()),
        };
    }

    private static function article(string $type): string
    {
        return match ($type) {
            'null' => 'null',
            'array', 'object', 'integer' => "an $type",
            default => "a $type",
        };
    }

    private function error(ValidationError $error, string $message): ItemError
    {
        return new ItemError($this->itemIndex, $this->path($error), $message, $error->data()->value());
    }

    private function path(ValidationError $error, string ...$members): string
    {
        return implode('.', [...$error->data()->fullPath(), ...$members]);
    }
}
