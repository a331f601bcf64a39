<?php

/**
 * Feeds made-up headers to Aco\Cli\Assets\Journal\Link: a token goes to the address that it finds, so that has to be
 * of the same server, whoever reads it.
 *
 *   php -d extension=modules/aco.so tests/fuzz/links.php, with the options of rounds.inc
 */

declare(strict_types=1);

use Aco\Cli\Assets\Journal\Link;

require __DIR__ . '/rounds.inc';
require __DIR__ . '/../../cli/src/Assets/Journal/Link.php';

final class LinkFuzzer implements Fuzzer
{
    private const PIECES = [
        '<', '>', ';', ',', ' ', "\t", '"', '=', 'rel', 'REL', 'rel="next"', '; rel=next', 'title="a, <b>; rel=next"',
        'next', 'prev next', 'https://', 'http://', 'HTTPS://', '//', '/', '\\', '@', ':', '443', ':8443', '?', '#',
        '.', '..', 'a.example', 'A.EXAMPLE', 'evil.example', '[::1]', '%2f', '%40', "\0", "\n", "\u{e9}",
        '/events?since=1', '</next>; rel="next"', '<https://a.example/x>',
        '<https://a.example@evil.example/x>; rel="next"',
    ];
    private const BASES = ['https://a.example/events', 'https://a.example:8443/', 'http://[::1]:80/x?y=1#z'];
    private const MAX_PIECES = 12;

    private int $found = 0;

    public function __construct(private readonly int $seed)
    {
    }

    public function result(): string
    {
        return "$this->found addresses found";
    }

    public function run(int $round): void
    {
        $random = random_of($this->seed, $round);
        $base = $random->of(self::BASES);
        $links = '';
        for ($left = $random->below(self::MAX_PIECES); $left >= 0; $left--) {
            $links .= $random->of(self::PIECES);
        }

        $address = Link::find($links, 'next', $base);
        if ($address !== null) {
            $this->found++;
            self::check($address, $base, $links);
        }

        $target = Link::origin($base) . '/page?after=' . $random->below(1000);
        Link::find("<$target>; rel=\"next\", $links", 'next', $base) === $target
            || throw new Mismatch('a plain link is not found before ' . json_encode($links));
    }

    private static function check(string $address, string $base, string $links): void
    {
        $place = json_encode([$links, $address], JSON_INVALID_UTF8_SUBSTITUTE);
        $parts = parse_url($address);
        is_array($parts) || throw new Mismatch("no address: $place");
        isset($parts['user']) || isset($parts['pass']) ? throw new Mismatch("with a user: $place") : null;
        $origin = static fn (array $parts): string => strtolower(
            "$parts[scheme]://$parts[host]" . (isset($parts['port']) ? ":$parts[port]" : ''),
        );
        $origin($parts) === $origin(parse_url($base)) || throw new Mismatch("of another server: $place");
        preg_match('/^[!-~]+$/D', $address) === 1 && !str_contains($address, '\\')
            || throw new Mismatch("characters that no address has: $place");
    }
}

run_rounds(new LinkFuzzer(fuzz_seed()));
