<?php

declare(strict_types=1);

/**
 * Orders of one to twelve lines, simple, configurable and bundles, on all steps of their life.
 *
 * @return list<string> JSON
 */
function order_lines(?string $file, int $count): array
{
    if ($file !== null) {
        $lines = @file($file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) ?: throw new RuntimeException(
            "$file cannot be read",
        );
        for ($all = $lines; count($all) < $count;) {
            array_push($all, ...$lines);
        }

        return array_slice($all, 0, max($count, count($lines)));
    }

    mt_srand(1);
    $made = [];

    for ($n = 1; $n <= $count; $n++) {
        $items = $quantities = $half = [];
        $step = mt_rand(0, 4);
        $shipped = $step >= 3 ? 2 : ($step === 2 ? 1 : 0);

        for ($line = 1, $lines = mt_rand(1, 12); $line <= $lines; $line++) {
            $top = "$n-$line";
            $kind = mt_rand(0, 9);
            $items[] = line($top, ['qtyShipped' => $shipped] + match (true) {
                $kind < 4 => [],
                $kind < 9 => ['productType' => 'configurable', 'itemsShippedTogether' => true, 'productOptions' =>
                    '{"info_buyRequest":{"qty":2},"attributes_info":[{"label":"Size","value":"XS"},{"label":"Color","value":"Red"}]}'],
                default => ['productType' => 'bundle', 'itemsShippedTogether' => true],
            });

            for ($child = 1, $children = $kind < 4 ? 0 : ($kind < 9 ? 1 : 4); $child <= $children; $child++) {
                $items[] = line(
                    "$top-$child",
                    ['parentEntityId' => $top, 'itemPrice' => $kind < 9 ? 0 : 25, 'discountAmount' => 0],
                );
            }

            $quantities[$top] = 2;
            $half[$top] = 1;
        }

        $made[] = json_encode(order([
            'orderId' => ['id' => sprintf('00000000-0000-4000-8000-%012d', $n)],
            'commerceOrderId' => "$n",
            'commerceOrderNumber' => sprintf('%09d', $n),
            'items' => $items,
            'state' => [1, 3, 3, 4, 5][$step],
            'invoices' => $step < 1 ? null : [invoice("$n", $quantities)],
            'shipments' => $step < 2
                ? null
                : [shipment("$n-a", $half), ...($step < 3 ? [] : [shipment("$n-b", $half)])],
            'creditMemos' => $step < 4 ? null : [memo("$n", $half)],
        ]));
    }

    return $made;
}
