<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Validation\SchemaCheck;
use Opis\JsonSchema\Errors\ValidationError;

/** Checks one event: its XDM fields by a JSON Schema, its identities and its time by rules. */
final class EventCheck
{
    private const SCHEMA = 'experience-event';
    private const NAMESPACES = ['email', 'Email', 'Email_LC_SHA256', 'ECID', 'CustomerId'];
    /** Clocks differ. */
    private const FUTURE_SECONDS = 60;

    public function __construct(private readonly SchemaCheck $schemas)
    {
    }

    /** @return EdgeProblem|null null for a good event */
    public function check(int $index, mixed $event): ?EdgeProblem
    {
        $path = "events[$index]";

        if (!$event instanceof \stdClass || !isset($event->xdm)) {
            return self::missing("$path.xdm");
        }

        $error = $this->schemas->validate(self::SCHEMA, $event->xdm);
        if ($error !== null) {
            return self::translate("$path.xdm", self::leaf($error));
        }
        if (strtotime($event->xdm->timestamp) > time() + self::FUTURE_SECONDS) {
            return self::invalid("$path.xdm.timestamp", 'is in the future');
        }

        return self::identities($index, $event->xdm->identityMap ?? new \stdClass());
    }

    private static function identities(int $index, \stdClass $namespaces): ?EdgeProblem
    {
        $primaries = 0;

        foreach (get_object_vars($namespaces) as $namespace => $identities) {
            if (!in_array((string) $namespace, self::NAMESPACES, true)) {
                return new EdgeProblem(
                    EdgeCode::NamespaceUnknown,
                    "There is no identity namespace with the code \"$namespace\".",
                );
            }

            foreach ($identities as $identity) {
                if (trim($identity->id) === '') {
                    return new EdgeProblem(
                        EdgeCode::IdentityFormat,
                        "An identity of event #$index in the namespace $namespace is empty.",
                    );
                }

                $primaries += in_array($identity->primary ?? false, [true, 'true'], true) ? 1 : 0;
            }
        }

        return $primaries > 0
            ? null
            : new EdgeProblem(EdgeCode::IdentityMissing, "None of the identities of event #$index is the primary one.");
    }

    private static function leaf(ValidationError $error): ValidationError
    {
        while ($error->subErrors() !== []) {
            $error = $error->subErrors()[0];
        }

        return $error;
    }

    private static function translate(string $path, ValidationError $error): EdgeProblem
    {
        foreach ($error->data()->fullPath() as $member) {
            $path .= is_int($member) ? "[$member]" : ".$member";
        }

        return $error->keyword() === 'required'
            ? self::missing($path . '.' . $error->args()['missing'][0])
            : self::invalid($path, 'does not match the schema (' . $error->keyword() . ')');
    }

    public static function missing(string $path): EdgeProblem
    {
        return new EdgeProblem(EdgeCode::FieldMissing, "The field $path is mandatory.", ["$path is missing"]);
    }

    public static function invalid(string $path, string $reason): EdgeProblem
    {
        return new EdgeProblem(EdgeCode::FieldInvalid, "The field $path $reason.", ["$path $reason"]);
    }
}
