<?php

declare(strict_types=1);

namespace Aco\Stress\Servers;

use Aco\Bench\Servers\Answer;
use Aco\Sandbox\Http\Delivery;
use Aco\Sandbox\Http\Response;

/**
 * What can go wrong with a request that is nobody's fault.
 */
enum Fault: string
{
    case Error500 = 'error 500';
    case Unavailable = '503';
    case UnavailableForNow = '503 with Retry-After';
    case TooMany = '429 with Retry-After';
    case ResetBeforeBody = 'reset before the body';
    case Reset = 'reset after the body';
    case Closed = 'closed without a response';
    case Cut = 'answer cut off';
    case Unreadable = 'unreadable 200';
    case Fewer = 'fewer accepted than sent';
    case LostAnswer = 'accepted, the answer is lost';
    case Unauthorized = 'token refused';
    case Silence = 'no answer';

    /** How often it is drawn, compared to the others. */
    private function weight(): int
    {
        return match ($this) {
            self::Error500, self::Unavailable, self::LostAnswer => 4,
            self::ResetBeforeBody, self::Reset, self::Closed, self::Cut, self::Unreadable, self::TooMany => 3,
            self::UnavailableForNow, self::Fewer, self::Unauthorized => 2,
            self::Silence => 1,
        };
    }

    public static function draw(): self
    {
        $weights = array_map(static fn (self $fault): int => $fault->weight(), self::cases());
        $left = mt_rand(1, array_sum($weights));
        foreach (self::cases() as $i => $fault) {
            $left -= $weights[$i];
            if ($left <= 0) {
                return $fault;
            }
        }
    }

    /** The chance that the items of the request are accepted all the same. */
    public function acceptance(): float
    {
        return match ($this) {
            self::LostAnswer => 1.0,
            self::Reset, self::Closed, self::Cut, self::Unreadable, self::Fewer, self::Silence => 0.5,
            default => 0.0,
        };
    }

    /**
     * @param int $items in the request
     */
    public function answer(int $items): Answer
    {
        return match ($this) {
            self::Error500 => Answer::json(500, ['message' => 'Something broke']),
            self::Unavailable => Answer::json(503, ['message' => 'Back soon']),
            self::UnavailableForNow => Answer::json(
                503,
                ['message' => 'Back soon'],
                ['Retry-After' => (string) mt_rand(0, 1)],
            ),
            self::TooMany => Answer::json(
                429,
                ['message' => 'Too many requests'],
                ['Retry-After' => (string) mt_rand(0, 1)],
            ),
            self::ResetBeforeBody, self::Reset => Answer::reset(),
            self::Closed, self::LostAnswer => Answer::closed(),
            self::Cut => Answer::acceptedButCut($items),
            self::Unreadable => new Answer(new Delivery(Response::html(200, '<html>All is well</html>'))),
            self::Fewer => Answer::accepted($items - 1),
            self::Unauthorized => Answer::json(401, ['message' => 'Oauth token is not valid']),
            self::Silence => new Answer(null),
        };
    }
}
