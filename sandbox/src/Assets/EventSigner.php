<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** The keys that events to webhooks are signed with, and where their public halves can be read. */
final class EventSigner
{
    private const PATH = '~^/prod/keys/pub-key-([0-9a-f-]{36})\.pem$~D';
    private const BITS = 2048;

    /** @var array<string, \OpenSSLAsymmetricKey> by the name in the path; made when first needed */
    private array $keys = [];

    public static function matches(Request $request): bool
    {
        return preg_match(self::PATH, $request->path) === 1;
    }

    public function handle(Request $request): Response
    {
        preg_match(self::PATH, $request->path, $match);
        $key = $this->keys[$match[1]] ?? null;

        return $key === null
            ? new Response(404, ['content-type' => 'text/plain'], 'There is no such key.')
            : new Response(200, ['content-type' => 'application/x-pem-file'], openssl_pkey_get_details($key)['key']);
    }

    /** @return array<string, string> the headers of a request with that body */
    public function headers(string $body): array
    {
        $headers = [];

        foreach ($this->keys() as $name => $key) {
            $number = intdiv(count($headers), 2) + 1;
            openssl_sign($body, $signature, $key, OPENSSL_ALGO_SHA256);
            $headers["x-adobe-digital-signature-$number"] = base64_encode($signature);
            $headers["x-adobe-public-key$number-path"] = "/prod/keys/pub-key-$name.pem";
        }

        return $headers;
    }

    /** @return array<string, \OpenSSLAsymmetricKey> two, as Adobe has */
    private function keys(): array
    {
        while (count($this->keys) < 2) {
            $name = vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex(random_bytes(16)), 4));
            $this->keys[$name] = openssl_pkey_new(['private_key_bits' => self::BITS]);
        }

        return $this->keys;
    }
}
