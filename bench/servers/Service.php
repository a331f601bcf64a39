<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\RequestHandler;
use React\EventLoop\Loop;

/**
 * An application of the sandbox's HTTP server that issues tokens and answers everything else in a way of its own.
 */
abstract class Service implements RequestHandler
{
    private int $tokens = 0;

    abstract protected function answer(Request $request, Exchange $exchange): Answer;

    /**
     * What it has seen so far.
     *
     * @return array<string, mixed>
     */
    abstract public function report(): array;

    public function handle(Request $request, Exchange $exchange): void
    {
        if (self::asksForToken($request)) {
            $token = 'bench-tok3n-' . ++$this->tokens;
            $answer = Answer::json(200, ['access_token' => $token, 'token_type' => 'bearer', 'expires_in' => 86_399]);
            $exchange->deliver($answer->delivery);

            return;
        }

        $answer = $this->answer($request, $exchange);
        if ($answer->delivery === null) {
            return;
        }

        $deliver = function () use ($request, $exchange, $answer): void {
            $this->ended($request);
            $exchange->deliver($answer->delivery);
        };

        if ($answer->delay > 0) {
            Loop::addTimer($answer->delay, $deliver);
        } else {
            $deliver();
        }
    }

    /** The extension's requests are well-formed. */
    public function malformed(int $status): void
    {
        fprintf(STDERR, "A request could not be read; the server answered %d.\n", $status);
        exit(1);
    }

    /** The response is about to go out. */
    protected function ended(Request $request): void
    {
    }

    protected function tokens(): int
    {
        return $this->tokens;
    }

    protected static function asksForToken(Request $request): bool
    {
        return str_starts_with($request->path, '/ims/token/');
    }

    /** The body without its compression; null when it is damaged. */
    protected static function text(Request $request): ?string
    {
        if ($request->header('content-encoding') !== 'gzip') {
            return $request->body;
        }

        $text = @gzdecode($request->body);

        return $text === false ? null : $text;
    }
}
