<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Sandbox\Http\Request;

/**
 * Decides who is let in: no name that resolves to this machine (Host), no form or script of another site (Origin, and a
 * secret of the page's own forms), nobody without the token.
 */
final class Guard
{
    public const PARAMETER = 'token';
    public const FORM_FIELD = 'form';

    public function __construct(private readonly Token $token, private readonly int $port)
    {
    }

    /** Why the request is refused, "" when it is not. */
    public function refusal(Request $request): string
    {
        return match (true) {
            !in_array($request->header('host'), $this->hosts(), true) => 'Open the page by its loopback address.',
            !$this->isOwnOrigin($request) => 'Requests from other web sites are refused.',
            !$this->hasToken($request) => 'The token is missing or wrong: open the address that aco serve has printed.',
            default => '',
        };
    }

    /** Whether the address holds the token, which is to be taken out of it. */
    public function isEntry(Request $request): bool
    {
        return $this->token->matches($request->queryParameter(self::PARAMETER) ?? '');
    }

    /** A header that lets the browser in from now on. */
    public function cookie(): string
    {
        return "{$this->cookieName()}={$this->token->reveal()}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000";
    }

    /** @param array<mixed> $fields of a form */
    public function isOwnForm(Request $request, array $fields): bool
    {
        $field = $fields[self::FORM_FIELD] ?? null;

        // Browsers send the origin with every POST.
        return $request->header('origin') !== null && is_string($field) && $this->token->matchesForm($field);
    }

    private function hasToken(Request $request): bool
    {
        if ($this->isEntry($request)) {
            return true;
        }

        foreach (explode(';', $request->header('cookie') ?? '') as $pair) {
            [$name, $value] = explode('=', trim($pair), 2) + ['', ''];
            if ($name === $this->cookieName() && $this->token->matches($value)) {
                return true;
            }
        }

        return false;
    }

    private function isOwnOrigin(Request $request): bool
    {
        $origin = $request->header('origin');

        return $origin === null || ($origin === 'http://' . $request->header('host'));
    }

    /** @return list<string> */
    private function hosts(): array
    {
        return array_map(
            fn (string $name): string => "$name:{$this->port}",
            ['127.0.0.1', '[::1]', 'localhost'],
        );
    }

    /** Cookies are shared by all ports of a host. */
    private function cookieName(): string
    {
        return "aco_{$this->port}";
    }
}
