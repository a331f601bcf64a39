<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * An HTTP/1.1 server on loopback, with TLS if it has a certificate, for clients that send one request after the other on a connection. It prints its port,
 * answers "report" on standard input with a line of JSON, and ends with its standard input.
 */
abstract class HttpServer
{
    /** @var array<int, Peer> by resource id of the socket */
    private array $peers = [];

    private int $requests = 0;

    private int $tokens = 0;

    abstract protected function answer(Request $request): Answer;

    /**
     * @return array<string, mixed>
     */
    abstract protected function report(): array;

    /** A PEM file with certificate and key; null: no TLS. */
    protected function certificate(): ?string
    {
        return null;
    }

    /** An answer before the body is read; it has to close the connection. null: read on. */
    protected function early(Request $head): ?Answer
    {
        return null;
    }

    /** The request is answered in full, or nobody waits for its answer any more. */
    protected function ended(Request $request): void
    {
    }

    protected function tokenAnswer(): Answer
    {
        return Answer::json(200, ['access_token' => $this->token(), 'token_type' => 'bearer', 'expires_in' => 86_399]);
    }

    /** The token that was issued last. */
    protected function token(): string
    {
        return "bench-tok3n-$this->tokens";
    }

    protected function tokens(): int
    {
        return $this->tokens;
    }

    public function run(): void
    {
        $context = stream_context_create(['ssl' => array_filter(['local_cert' => $this->certificate()])]);
        $listener = stream_socket_server('tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
        if ($listener === false) {
            throw new \RuntimeException("Cannot listen: $message");
        }

        stream_set_blocking($listener, false);
        stream_set_blocking(STDIN, false);
        echo substr((string) strrchr((string) stream_socket_get_name($listener, false), ':'), 1), "\n";

        while (!feof(STDIN)) {
            foreach ($this->wait($listener) as $socket) {
                if ($socket === STDIN) {
                    $this->obey();
                } elseif ($socket === $listener) {
                    $this->accept($listener);
                } else {
                    $this->receive($socket);
                }
            }

            foreach ($this->peers as $peer) {
                $this->advance($peer);
            }
        }
    }

    /**
     * @param resource $listener
     * @return array<resource> those that can be read
     */
    private function wait(mixed $listener): array
    {
        $read = [STDIN, $listener];
        $write = [];
        $except = null;
        $now = hrtime(true);
        $wait = 1_000_000_000;

        foreach ($this->peers as $peer) {
            $read[] = $peer->socket;

            if ($peer->out !== '') {
                $write[] = $peer->socket;
            } elseif ($peer->answer !== null && $peer->answer->ending !== Ending::Never) {
                $wait = max(0, min($wait, $peer->due - $now));
            }
        }

        return @stream_select($read, $write, $except, 0, intdiv($wait + 999, 1000)) === false ? [] : $read;
    }

    private function obey(): void
    {
        while (($line = fgets(STDIN)) !== false) {
            if (trim($line) === 'report') {
                echo json_encode($this->report(), JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR), "\n";
            }
        }
    }

    /**
     * @param resource $listener
     */
    private function accept(mixed $listener): void
    {
        $socket = @stream_socket_accept($listener, 0);
        if ($socket !== false) {
            $this->peers[(int) $socket] = new Peer($socket, $this->certificate() === null);
        }
    }

    /**
     * @param resource $socket
     */
    private function receive(mixed $socket): void
    {
        $peer = $this->peers[(int) $socket] ?? null;
        if ($peer === null || !$peer->isReady()) {
            return;
        }

        $bytes = @fread($socket, 1_048_576);
        if ($bytes === '' || $bytes === false) {
            $this->drop($peer, false);

            return;
        }

        $peer->in .= $bytes;
        if ($peer->answer === null) {
            $this->begin($peer);
        }
    }

    /** Looks whether a request is in, and decides what is said to it. */
    private function begin(Peer $peer): void
    {
        if ($peer->number === 0 && ($head = $peer->parse($this->requests + 1, false)) !== null) {
            $peer->number = ++$this->requests;
            $this->dropThoseWhoLeft();
            $early = $head->asksForToken() ? null : $this->early($head);
            if ($early !== null) {
                $this->promise($peer, $head, $early);

                return;
            }
        }

        if ($peer->number !== 0 && ($request = $peer->parse($peer->number, true)) !== null) {
            $peer->number = 0;
            if ($peer->hasLeft()) {
                // It may have asked again elsewhere, and must not be overtaken by what it gave up.
                $this->drop($peer, false);

                return;
            }

            if ($request->asksForToken()) {
                $this->tokens++;
                $answer = $this->tokenAnswer();
            } else {
                $answer = $this->answer($request);
            }

            $this->promise($peer, $request, $answer);
        }
    }

    private function promise(Peer $peer, Request $request, Answer $answer): void
    {
        $peer->request = $request;
        $peer->answer = $answer;
        $peer->due = $request->arrivedAt + (int) ($answer->delay * 1e9);
    }

    /** A client that gave up may ask again at once: then it must be known that the first request is over. */
    private function dropThoseWhoLeft(): void
    {
        foreach ($this->peers as $peer) {
            if ($peer->answer !== null && $peer->hasLeft()) {
                $this->drop($peer, false);
            }
        }
    }

    private function advance(Peer $peer): void
    {
        if ($peer->answer === null || !isset($this->peers[(int) $peer->socket])) {
            return;
        }

        if ($peer->out === '') {
            if ($peer->answer->ending === Ending::Never || $peer->due > hrtime(true)) {
                return;
            }

            if ($peer->answer->ending === Ending::Closed || $peer->answer->ending === Ending::Reset) {
                $this->drop($peer, $peer->answer->ending === Ending::Reset);

                return;
            }

            $peer->out = $peer->answer->bytes("bench-{$peer->request?->number}");
            if ($peer->answer->ending === Ending::Cut) {
                // Somewhere in the head or in the body.
                $peer->out = substr($peer->out, 0, random_int(1, strlen($peer->out) - 1));
            }
        }

        $written = @fwrite($peer->socket, $peer->out);
        if ($written === false) {
            $this->drop($peer, false);

            return;
        }

        $peer->out = substr($peer->out, $written);
        if ($peer->out !== '') {
            return;
        }

        if ($peer->answer->ending === Ending::Cut) {
            $this->drop($peer, false);

            return;
        }

        $this->end($peer);
        $this->begin($peer);
    }

    private function end(Peer $peer): void
    {
        $request = $peer->request;
        $peer->request = null;
        $peer->answer = null;
        if ($request !== null && !$request->asksForToken()) {
            $this->ended($request);
        }
    }

    private function drop(Peer $peer, bool $reset): void
    {
        unset($this->peers[(int) $peer->socket]);
        $peer->close($reset);
        $this->end($peer);
    }
}
