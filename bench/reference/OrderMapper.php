<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * Orders to the events of the Experience Platform, as a careful PHP developer would write it: the XDM names, no custom
 * attributes.
 */
final class OrderMapper
{
    private const NAMESPACE = "\x6f\x0b\x5c\x1e\x93\x4d\x4e\x27\xa8\x71\x52\xc9\x3a\xd4\x0e\xb6";
    private const FLAGS =
        JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR;
    private const CANCELLED = 6;
    private const REFUND_TYPES = [
        'cash' => true, 'credit_card' => true, 'debit_card' => true, 'gift_card' => true, 'check' => true,
        'paypal' => true,
        'wire_transfer' => true, 'credit_card_reference' => true,
    ];
    private const DATE = '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/D';

    public function __construct(private readonly string $environment)
    {
    }

    /**
     * @param array<string, mixed> $order
     * @param array<string, mixed> $sent by id of the events that were sent
     * @return list<OrderEvent>
     */
    public function map(array $order, array $sent = []): array
    {
        if (!empty($order['deleted'])) {
            return [];
        }

        $id = Value::required($order['orderId']['id'] ?? $order['commerceOrderId'] ?? null, 'commerceOrderId');
        $invoices = self::children($order, 'invoices', null, 'entityId');
        $shipments = self::children($order, 'shipments', 'shipmentId', 'commerceShipmentNumber');
        $memos = self::children($order, 'creditMemos', 'creditMemoId', 'entityId');
        $lines = new OrderLines($order['items'] ?? []);
        $last = $shipments === [] ? null : $shipments[count($shipments) - 1];

        $wanted = [['OrderPlaced', null, '', $order['createdAt'] ?? null]];

        foreach ($invoices as $invoice) {
            $wanted[] = ['OrderInvoiced', $invoice, $invoice['key'], $invoice['createdAt']];
        }

        foreach ($shipments as $shipment) {
            $wanted[] = ['OrderItemsShipped', $shipment, $shipment['key'], $shipment['createdAt']];
        }

        if ($last !== null && empty($order['isVirtual']) && $lines->areShipped()) {
            $wanted[] = ['OrderShipmentCompleted', null, '', $last['createdAt']];
        }

        foreach ($memos as $memo) {
            $wanted[] = ['CreditMemoIssued', $memo, $memo['key'], $memo['createdAt']];
        }

        if (($order['state'] ?? 0) === self::CANCELLED) {
            $wanted[] = ['OrderCancelled', null, '', $order['updatedAt'] ?? null];
        }

        $events = [];

        foreach ($wanted as [$name, $child, $key, $date]) {
            $eventId = $this->eventId($id, "commerce.backoffice$name", $key);
            if (isset($sent[$eventId])) {
                continue;
            }

            $timestamp = self::timestamp(Value::required($date, 'createdAt'));
            $xdm = ['_id' => $eventId, 'eventType' => "commerce.backoffice$name", 'timestamp' => $timestamp]
                + self::identity($order)
                + ['commerce' => $this->commerce($order, $name, $child, $last, count($memos))];
            $items = match ($name) {
                'OrderCancelled' => [],
                'OrderPlaced' => $lines->whole($order, $name),
                'OrderShipmentCompleted' => $lines->shipped($order),
                'OrderInvoiced' => $lines->named($order, $name, $child, $invoices, 'invoiceItems', 'qtyInvoiced'),
                'OrderItemsShipped' => $lines->named($order, $name, $child, $shipments, 'items', 'qtyShipped'),
                'CreditMemoIssued' => $lines->named($order, $name, $child, $memos, 'refundItems', 'qtyRefunded'),
            };

            if ($items !== []) {
                $xdm['productListItems'] = $items;
            }

            $events[] = new OrderEvent(
                $eventId,
                "commerce.backoffice$name",
                $id,
                Value::text($order['websiteCode'] ?? '', 'websiteCode'),
                $timestamp,
                json_encode(['xdm' => $xdm], self::FLAGS),
            );
        }

        return $events;
    }

    /**
     * Each once by its key, in the order of their dates.
     *
     * @param array<string, mixed> $order
     * @return list<array<string, mixed>>
     */
    private static function children(array $order, string $list, ?string $uuid, string $number): array
    {
        $children = [];

        foreach ($order[$list] ?? [] as $n => $child) {
            if ($child === null) {
                continue;
            }

            $key = $uuid === null ? '' : $child[$uuid]['id'] ?? '';
            $child['key'] = $key !== '' ? $key : Value::required($child[$number] ?? null, "$list.$n.$number");
            $child['time'] = self::time(Value::required($child['createdAt'] ?? null, "$list.$n.createdAt"));
            $children[$child['key']] ??= $child;
        }

        $children = array_values($children);
        if (count($children) > 1) {
            usort(
                $children,
                static fn (array $a, array $b): int => $a['time'] <=> $b['time'] ?: strcmp($a['key'], $b['key']),
            );
        }

        return $children;
    }

    private static function time(string $date): int
    {
        $time = preg_match(self::DATE, $date) === 1 ? strtotime($date) : false;

        return $time !== false ? $time : throw new MappingFailure('must be a date as RFC 3339 has it', $date);
    }

    private static function timestamp(string $date): string
    {
        return self::time($date) > time() ? gmdate('Y-m-d\TH:i:sP') : $date;
    }

    private function eventId(string $order, string $type, string $child): string
    {
        $hash = sha1(self::NAMESPACE . "{$this->environment}\0$order\0$type\0$child");
        $hash[12] = '5';
        $hash[16] = '89ab'[hexdec($hash[16]) & 3];

        return substr($hash, 0, 8) . '-' . substr($hash, 8, 4) . '-' . substr($hash, 12, 4) . '-' . substr($hash, 16, 4)
            . '-' . substr($hash, 20, 12);
    }

    /**
     * @param array<string, mixed> $order
     * @return array<string, mixed>
     */
    private static function identity(array $order): array
    {
        $email = $order['customerEmail'] ?? '';
        if (trim($email) === '') {
            throw new MappingFailure('is missing', 'customerEmail');
        }
        if (preg_match('/^[^\x00-\x20\x7f@]+@[^\x00-\x20\x7f@]+$/D', trim($email)) !== 1) {
            throw new MappingFailure('must be an e-mail address', 'customerEmail');
        }

        return [
            'identityMap' => ['email' => [['id' => $email, 'primary' => true]]],
            'personalEmail' => ['address' => $email],
        ];
    }

    /**
     * @param array<string, mixed> $order
     * @param ?array<string, mixed> $child
     * @param ?array<string, mixed> $lastShipment
     * @return array<string, mixed>
     */
    private function commerce(array $order, string $name, ?array $child, ?array $lastShipment, int $memos): array
    {
        $number = $order['commerceOrderNumber'] ?? '';
        $body = ['purchaseID' => $number !== '' ? $number : Value::required(
            $order['commerceOrderId'] ?? null,
            'commerceOrderId',
        )];

        $placed = $name === 'OrderPlaced';
        $shipped = $name === 'OrderItemsShipped';
        $completed = $name === 'OrderShipmentCompleted';
        $invoiced = $name === 'OrderInvoiced';

        if ($invoiced || $shipped) {
            self::copyNumber($body, 'priceTotal', $order['grandTotal'] ?? null, 'grandTotal');
        }

        if ($placed || $invoiced || $shipped) {
            self::copyCurrency($body, $order['currency'] ?? null);
        }

        if ($placed || $completed) {
            self::copyNumber($body, 'taxAmount', $order['payment']['taxAmount'] ?? null, 'payment.taxAmount');
        }

        if ($placed && isset($order['discountAmount'])) {
            $body['discountAmount'] = abs(Value::number($order['discountAmount'], 'discountAmount'));
        }

        if ($placed || $completed) {
            self::copyDate($body, 'createdDate', $order['createdAt'] ?? null);
        }

        if ($shipped || $name === 'OrderCancelled' || $name === 'CreditMemoIssued') {
            self::copyDate($body, 'lastUpdatedDate', $order['updatedAt'] ?? null);
        }

        if ($name === 'OrderCancelled') {
            self::copyDate($body, 'cancelDate', $order['updatedAt'] ?? null);
        }

        if ($placed || $invoiced || $shipped || $completed) {
            $payment = self::payment($order, $invoiced ? $child : null);
            if ($payment !== []) {
                $body['payments'] = [$payment];
            }
        }

        if ($name === 'CreditMemoIssued') {
            $body['refunds'] = [self::refund($order, $child, $memos)];
        }

        $commerce = ['order' => $body];

        if ($placed || $invoiced || $shipped || $completed) {
            $shipping = self::shipping($order, $name, $child ?? $lastShipment);
            if ($shipping !== []) {
                $commerce['shipping'] = $shipping;
            }
        }

        if ($placed || $shipped || $completed) {
            $address = self::address($order['payment']['billingAddress'] ?? null);
            if ($address !== []) {
                $commerce['billing'] = ['address' => $address];
            }
        }

        $scope = $this->environment === '' ? [] : ['environmentID' => $this->environment];

        foreach (['websiteCode', 'storeCode', 'storeViewCode'] as $member) {
            if (isset($order[$member])) {
                $scope[$member] = Value::text($order[$member], $member);
            }
        }

        if ($scope !== []) {
            $commerce['commerceScope'] = $scope;
        }

        return $commerce;
    }

    /**
     * @param array<string, mixed> $order
     * @param ?array<string, mixed> $invoice
     * @return array<string, mixed>
     */
    private static function payment(array $order, ?array $invoice): array
    {
        $payment = [];

        if ($invoice === null) {
            $transaction = self::transaction($order['transactions'] ?? []);
            if ($transaction !== null) {
                $payment['transactionID'] = $transaction;
            }
        }

        self::copyNumber($payment, 'paymentAmount', ($invoice ?? $order)['grandTotal'] ?? null, 'grandTotal');

        if (isset($order['payment']['paymentMethodCode'])) {
            $payment['paymentType'] = Value::text($order['payment']['paymentMethodCode'], 'payment.paymentMethodCode');
        }

        self::copyCurrency($payment, $order['payment']['currency'] ?? null, $order['currency'] ?? null);

        return $payment;
    }

    /** @param list<array<string, mixed>> $transactions */
    private static function transaction(array $transactions): ?string
    {
        $found = null;
        $best = [-1, PHP_INT_MIN];

        foreach ($transactions as $transaction) {
            $id = $transaction['txnId'] ?? '';
            $rank = match ($transaction['type'] ?? '') {
                'capture' => 2,
                'authorization' => 1,
                default => 0,
            };

            $time = isset($transaction['createdAt']) ? self::time($transaction['createdAt']) : PHP_INT_MIN;
            if ($id !== '' && ($rank > $best[0] || ($rank === $best[0] && $time >= $best[1]))) {
                $found = Value::text($id, 'transactions');
                $best = [$rank, $time];
            }
        }

        return $found;
    }

    /**
     * @param array<string, mixed> $order
     * @param array<string, mixed> $memo
     * @return array<string, mixed>
     */
    private static function refund(array $order, array $memo, int $memos): array
    {
        $transactions = array_values(array_filter(
            $order['transactions'] ?? [],
            static fn (array $transaction): bool => ($transaction['type'] ?? '') === 'refund'
                && ($transaction['txnId'] ?? '') !== '',
        ));
        $refund = [
            'transactionID' => $memos === 1 && count($transactions) === 1 ? $transactions[0]['txnId'] : $memo['key'],
        ];
        self::copyNumber($refund, 'refundAmount', $memo['grandTotal'] ?? null, 'creditMemos.grandTotal');

        if (isset($order['payment'])) {
            $code = $order['payment']['paymentMethodCode'] ?? '';
            $refund['refundPaymentType'] = isset(self::REFUND_TYPES[$code]) ? $code : 'other';
        }

        self::copyCurrency($refund, $memo['currency'] ?? null, $order['currency'] ?? null);

        return $refund;
    }

    /**
     * @param array<string, mixed> $order
     * @param ?array<string, mixed> $shipment
     * @return array<string, mixed>
     */
    private static function shipping(array $order, string $name, ?array $shipment): array
    {
        $source = $order['shipping'] ?? null;
        $shipping = [];

        if ($source !== null) {
            $method = $source['shippingMethodName'] ?? $source['shippingMethodCode'] ?? null;
            if ($method !== null) {
                $shipping['shippingMethod'] = Value::text($method, 'shipping.shippingMethodName');
            }

            self::copyNumber($shipping, 'shippingAmount', $source['shippingAmount'] ?? null, 'shipping.shippingAmount');

            if (($name === 'OrderPlaced' || $name === 'OrderItemsShipped') && isset($source['shippingAmount'])) {
                self::copyCurrency($shipping, $order['currency'] ?? null);
            }
        }

        if ($name === 'OrderItemsShipped' || $name === 'OrderShipmentCompleted') {
            $shipping['shipDate'] = $shipment['createdAt'];

            if ($name === 'OrderItemsShipped' && isset($shipment['trackingInfo'])) {
                $number = Value::text($shipment['trackingInfo']['trackingNumber'] ?? '', 'trackingNumber');
                if (preg_match('/^[1-9]\d{0,15}$/D', $number) === 1 && (int) $number <= 2 ** 53) {
                    $shipping['trackingNumber'] = (int) $number;
                }
                if (isset($shipment['trackingInfo']['trackingUrl'])) {
                    $shipping['trackingURL'] = Value::text($shipment['trackingInfo']['trackingUrl'], 'trackingUrl');
                }
            }

            $address = self::address($source['shippingAddress'] ?? null);
            if ($address !== []) {
                $shipping['address'] = $address;
            }
        }

        return $shipping;
    }

    /**
     * @param ?array<string, mixed> $source
     * @return array<string, string>
     */
    private static function address(?array $source): array
    {
        if ($source === null) {
            return [];
        }

        $streets = $source['multiLineStreet'] ?? [];
        if ($streets === []) {
            $streets = explode("\n", Value::text($source['street'] ?? '', 'street'));
        }

        $address = [];

        foreach (['street1' => $streets[0] ?? '', 'street2' => $streets[1] ?? ''] as $name => $street) {
            if ($street !== '' && $street !== null) {
                $address[$name] = Value::text($street, 'street');
            }
        }

        $names = ['city' => 'city', 'region' => 'state', 'postcode' => 'postalCode', 'country' => 'country'];

        foreach ($names as $from => $to) {
            if (isset($source[$from])) {
                $address[$to] = Value::text($source[$from], $from);
            }
        }

        return $address;
    }

    /** @param array<string, mixed> $target */
    private static function copyNumber(array &$target, string $name, mixed $value, string $path): void
    {
        if ($value !== null) {
            $target[$name] = Value::number($value, $path);
        }
    }

    /** @param array<string, mixed> $target */
    private static function copyCurrency(array &$target, mixed $code, mixed $fallback = null): void
    {
        $currency = self::currency($code) ?? self::currency($fallback);
        if ($currency !== null) {
            $target['currencyCode'] = $currency;
        }
    }

    public static function currency(mixed $code): ?string
    {
        $currency = strtoupper(trim(Value::text($code ?? '', 'currency'), " \t"));

        return match (true) {
            $currency === '' => null,
            preg_match('/^[A-Z]{3}$/D', $currency) === 1 => $currency,
            default => throw new MappingFailure('must be three letters', 'currency'),
        };
    }

    /** @param array<string, mixed> $target */
    private static function copyDate(array &$target, string $name, mixed $date): void
    {
        if ($date !== null) {
            self::time($date);
            $target[$name] = $date;
        }
    }
}
