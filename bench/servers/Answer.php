<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

use Aco\Sandbox\Http\Delivery;
use Aco\Sandbox\Http\DeliveryMode;
use Aco\Sandbox\Http\Response;

/**
 * How a service responds, and when.
 */
final class Answer
{
    /**
     * @param Delivery|null $delivery null: the service never responds
     * @param float $delay seconds
     */
    public function __construct(public readonly ?Delivery $delivery, public readonly float $delay = 0.0)
    {
    }

    /**
     * @param array<string, mixed> $body
     * @param array<string, string> $headers
     */
    public static function json(int $status, array $body, array $headers = []): self
    {
        return new self(new Delivery(Response::json($status, $body, $headers)));
    }

    public static function accepted(int $count, float $delay = 0.0): self
    {
        return new self(new Delivery(self::acceptance($count)), $delay);
    }

    /** A response that says that so many items were accepted, and ends somewhere in its head or body. */
    public static function acceptedButCut(int $count): self
    {
        $response = self::acceptance($count);
        $length = strlen($response->head(str_repeat('0', 32), false) . $response->body);

        return new self(new Delivery($response, DeliveryMode::Cut, random_int(1, $length - 1)));
    }

    /** The connection is closed without a byte. */
    public static function closed(): self
    {
        return new self(new Delivery(Response::json(503, []), DeliveryMode::Cut, 0));
    }

    /** The connection is reset without a byte. */
    public static function reset(): self
    {
        return new self(new Delivery(null, DeliveryMode::Reset));
    }

    private static function acceptance(int $count): Response
    {
        return Response::json(200, ['status' => 'ACCEPTED', 'acceptedCount' => $count]);
    }
}
