<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

/** The error codes of the Edge Network API that the sandbox answers with; the last three digits are the status. */
enum EdgeCode: string
{
    case Unavailable = 'EXEG-0000-503';
    case Unexpected = 'EXEG-0001-500';
    case DatastreamMissing = 'EXEG-0002-400';
    case DatastreamUnknown = 'EXEG-0003-400';
    case DatastreamDisabled = 'EXEG-0004-422';
    case DatastreamConfiguration = 'EXEG-0010-422';
    case SandboxDetails = 'EXEG-0011-422';
    case SandboxUnknown = 'EXEG-0012-422';
    case NamespaceUnknown = 'EXEG-0013-422';
    case JsonProcessing = 'EXEG-0100-500';
    case JsonInvalid = 'EXEG-0101-400';
    case FieldInvalid = 'EXEG-0102-400';
    case FieldMissing = 'EXEG-0103-400';
    case ValidationReport = 'EXEG-0104-422';
    case Validation = 'EXEG-0105-400';
    case BodyEmpty = 'EXEG-0109-408';
    case ContentType = 'EXEG-0111-415';
    case BodyTooLarge = 'EXEG-0112-413';
    case UpstreamTimeout = 'EXEG-0200-504';
    case UpstreamUnavailable = 'EXEG-0201-503';
    case UpstreamRefused = 'EXEG-0202-502';
    case UpstreamFailed = 'EXEG-0203-502';
    case UpstreamWarning = 'EXEG-0204-200';
    case ConsentUnknown = 'EXEG-0300-502';
    case ConsentMissing = 'EXEG-0301-200';
    case IdentitiesRefused = 'EXEG-0303-200';
    case IdentitiesUnexpected = 'EXEG-0304-400';
    case IdentityInvalid = 'EXEG-0305-400';
    case IdentityMissing = 'EXEG-0306-400';
    case IdentityFormat = 'EXEG-0308-400';
    case Geography = 'EXEG-0400-403';
    case TokenMissing = 'EXEG-0500-401';
    case TokenSignature = 'EXEG-0502-401';
    case TokenExpired = 'EXEG-0503-401';
    case ProductContext = 'EXEG-0504-401';
    case TokenScope = 'EXEG-0505-401';
    case SandboxPermission = 'EXEG-0506-401';

    public function status(): int
    {
        return (int) substr($this->value, -3);
    }

    /** A warning comes with an accepted request. */
    public function isWarning(): bool
    {
        return $this->status() === 200;
    }

    public function title(): string
    {
        return match ($this) {
            self::Unavailable => 'Service unavailable',
            self::Unexpected => 'Unexpected error',
            self::DatastreamMissing => 'No datastream',
            self::DatastreamUnknown => 'Unknown datastream',
            self::DatastreamDisabled => 'Disabled datastream',
            self::DatastreamConfiguration, self::SandboxDetails, self::SandboxUnknown => 'Datastream configuration',
            self::NamespaceUnknown => 'Unknown identity namespace',
            self::JsonProcessing, self::JsonInvalid => 'Unreadable JSON',
            self::FieldInvalid => 'Invalid field',
            self::FieldMissing => 'Missing field',
            self::ValidationReport, self::Validation => 'Invalid input',
            self::BodyEmpty => 'Empty request',
            self::ContentType => 'Unsupported content type',
            self::BodyTooLarge => 'Request too large',
            self::UpstreamTimeout, self::UpstreamUnavailable, self::UpstreamRefused,
            self::UpstreamFailed => 'Upstream service failed',
            self::UpstreamWarning => 'Upstream service warned',
            self::ConsentUnknown => 'Consent could not be checked',
            self::ConsentMissing => 'Consent is missing',
            self::IdentitiesRefused, self::IdentitiesUnexpected, self::IdentityInvalid,
            self::IdentityFormat => 'Invalid identity',
            self::IdentityMissing => 'No primary identity',
            self::Geography => 'Refused by geography',
            self::TokenMissing, self::TokenSignature, self::TokenExpired, self::ProductContext, self::TokenScope,
            self::SandboxPermission => 'Not authorized',
        };
    }

    /** Whether the detail names the event by its number. */
    public function namesEvent(): bool
    {
        return in_array($this, [self::IdentitiesUnexpected, self::IdentityMissing, self::IdentityFormat], true);
    }
}
