<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

/** The last things that were wrong with requests, newest first. */
final class ErrorTable
{
    /** @param list<array<string, int|string>> $errors as the statistics have them */
    public static function render(array $errors): string
    {
        if ($errors === []) {
            return '<p class="soft">None.</p>';
        }

        $rows = array_map(static fn (array $error): array => [
            Layout::escape($error['time']),
            '<code>' . Layout::escape($error['endpoint']) . '</code>',
            (string) $error['itemIndex'],
            '<code>' . Layout::escape($error['code']) . '</code>',
            Layout::escape($error['message']),
            Layout::escape($error['value']),
        ], array_reverse($errors));

        return Layout::table(['Time', 'Endpoint', 'Item', 'Field or code', 'Message', 'Value'], $rows, [2]);
    }
}
