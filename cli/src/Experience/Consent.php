<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** Whether events of a shopper may be sent: what the shopper has decided, else what holds for the website. */
final class Consent
{
    public const IN = 'in';
    public const OUT = 'out';

    /** @param array<string, string> $defaults IN or OUT by website; of "" for all others */
    public function __construct(private readonly ?ConsentTable $table, private readonly array $defaults)
    {
    }

    /** The counter of OrderReport for what is withheld; null for what may be sent. */
    public function reason(string $email, ?string $website): ?string
    {
        $decision = $this->table?->decision($email);
        if ($decision === self::OUT) {
            return 'withoutConsent';
        }

        $default = $this->defaults[$website ?? ''] ?? $this->defaults[''] ?? self::IN;

        return $decision === null && $default === self::OUT ? 'withheldByDefault' : null;
    }

    /** Whether all may be sent. */
    public function isOpen(): bool
    {
        return $this->table === null && !in_array(self::OUT, $this->defaults, true);
    }
}
