<?php

/**
 * Feeds mutated orders to Aco\Experience\OrderMapper, and looks at the events that come out.
 *
 *   php -d extension=modules/aco.so tests/fuzz/orders.php, with the options of rounds.inc
 */

declare(strict_types=1);

use Aco\Exception\MappingException;
use Aco\Experience\Event;
use Aco\Experience\OrderMapper;

require __DIR__ . '/rounds.inc';
require __DIR__ . '/../map/mutate.inc';
require __DIR__ . '/../experience/orders.inc';

final class OrderFuzzer implements Fuzzer
{
    private const UUID = '/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/';

    /** @var list<OrderMapper> */
    private array $mappers;

    /** @var list<array<string, mixed>> from a new order to one that is paid, shipped and refunded */
    private array $orders;

    private int $events = 0;
    private int $refused = 0;

    public function __construct(private readonly int $seed)
    {
        $attributes = [['method_title' => '_tenant.title'], ['gift' => '_tenant.gift.wrapping']];
        $this->mappers = [
            new OrderMapper(settings()),
            new OrderMapper(settings(), true, ...$attributes),
            new OrderMapper(settings(), false, [], [], '_tenant.tracking', true),
            new OrderMapper(settings(['backOfficeEvents' => false], ['base' => ['backOfficeEvents' => true]])),
        ];
        $paid = ['state' => 2, 'invoices' => [invoice('1', ['1' => 2])]];
        $shipped = $paid + ['shipments' => [shipment('1', ['1' => 1]), shipment('2', ['1' => 1])]];
        $this->orders = [
            order(),
            order($paid),
            order($shipped),
            order($shipped + ['creditMemos' => [memo('1', ['1' => 1])]]),
            order(['state' => 6, 'items' => [line('1', ['qtyCanceled' => 2])]]),
        ];
    }

    public function result(): string
    {
        return "$this->events events, $this->refused orders refused";
    }

    public function run(int $round): void
    {
        $random = random_of($this->seed, $round);
        $order = $random->of($this->orders);
        for ($times = $random->below(3); $times >= 0; $times--) {
            $order = mutated($order, $random);
        }
        $mapper = $random->of($this->mappers);
        $before = print_r($order, true);
        try {
            $events = $mapper->map($order);
        } catch (MappingException $e) {
            $this->refused++;
            $e->field !== '' && $e->reason !== '' || throw new Mismatch('an exception names no field or no reason');
            return;
        }
        $before === print_r($order, true) || throw new Mismatch('the order was changed');
        $this->check($mapper, $order, $events, $random);
        $this->events += count($events);
    }

    /** @param list<Event> $events */
    private function check(OrderMapper $mapper, array $order, array $events, Random $random): void
    {
        $ids = array_map(static fn (Event $event): string => $event->id, $events);
        count(array_unique($ids)) === count($ids) || throw new Mismatch('two events have one id');
        foreach ($events as $event) {
            preg_match(self::UUID, $event->id) === 1 || throw new Mismatch("the id is no UUID: $event->id");
            $body = json_decode((string) $event, true);
            is_array($body) || throw new Mismatch('the body is no JSON: ' . json_last_error_msg());
            ($body['_id'] ?? $body['xdm']['_id'] ?? null) === $event->id
                || throw new Mismatch('the body has another _id');
        }
        $mapper->map($order, $ids) === [] || throw new Mismatch('what was sent comes again');
        if ($ids !== []) {
            $kept = $random->below(count($ids));
            $again = array_map(static fn (Event $event): string => $event->id, $mapper->map($order, [
                ...array_slice($ids, 0, $kept),
                ...array_slice($ids, $kept + 1),
            ]));
            $again === [$ids[$kept]] || throw new Mismatch('of all but one event sent, another comes than that one');
        }
    }
}

run_rounds(new OrderFuzzer(fuzz_seed()));
