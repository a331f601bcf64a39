<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A certificate for 127.0.0.1 that signs itself.
 */
final class Certificate
{
    public static function make(string $file, string $key, string $purpose): void
    {
        $command = [
            Program::find('openssl', $purpose), 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
            'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
            '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', $key, '-out', $file,
        ];
        exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $output, $code);
        if ($code !== 0) {
            throw new \RuntimeException("openssl made no certificate:\n" . implode("\n", $output));
        }
    }
}
