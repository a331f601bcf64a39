<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A certificate for addresses of a test that signs itself.
 */
final class Certificate
{
    /**
     * @param non-empty-list<string> $addresses IP addresses
     * @param list<string> $prefix what runs openssl, such as with another clock
     */
    public static function make(
        string $file,
        string $key,
        string $purpose,
        array $addresses = ['127.0.0.1'],
        array $prefix = [],
    ): void {
        $names = implode(',', array_map(static fn (string $address): string => "IP:$address", $addresses));
        $command = [
            ...$prefix, Program::find('openssl', $purpose), 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
            'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
            '-subj', "/CN=$addresses[0]", '-addext', "subjectAltName=$names", '-keyout', $key, '-out', $file,
        ];
        exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $output, $code);
        if ($code !== 0) {
            throw new \RuntimeException("openssl made no certificate:\n" . implode("\n", $output));
        }
    }
}
