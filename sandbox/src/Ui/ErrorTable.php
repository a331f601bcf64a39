<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Report\Cell;
use Aco\Cli\Report\Html;

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
            Cell::time((string) $error['time']),
            Cell::code((string) $error['endpoint']),
            Cell::number((int) $error['itemIndex']),
            Cell::code((string) $error['code']),
            Cell::text((string) $error['message'], 'text'),
            Cell::text((string) $error['value'], 'long'),
        ], array_reverse($errors));

        return Html::table(['Time (UTC)', 'Endpoint', 'Item', 'Field or code', 'Message', 'Value'], $rows);
    }
}
