<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

use Aco\Sandbox\Http\Delivery;
use Aco\Sandbox\Http\DeliveryMode;
use Aco\Sandbox\Http\EarlyHandler;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\MalformedRequest;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\RequestHandler;
use Aco\Sandbox\Http\Response;
use React\EventLoop\LoopInterface;
use React\EventLoop\TimerInterface;

/**
 * One client. Requests are read, answered and only then is the next one read, so that pipelined requests are answered
 * in order and a client that sends without reading is held back by TCP.
 */
final class Connection implements Exchange
{
    private const READ_BYTES = 65_536;
    private const LINGER_SECONDS = 2.0;
    private const SLOW_INTERVAL = 0.05;

    private ConnectionState $state = ConnectionState::Reading;
    private RequestParser $parser;
    /** Of the request that is being handled. */
    private ?Request $request = null;
    /** Of the request whose body is being read. */
    private ?RequestHead $head = null;
    private string $output = '';
    private bool $keepAlive = true;
    private bool $stopping = false;
    private float $lastActivity;
    private ?TimerInterface $timer = null;

    /**
     * @param resource $socket non-blocking
     * @param \Closure(self): void $onClose
     */
    public function __construct(
        private $socket,
        private readonly LoopInterface $loop,
        private readonly RequestHandler $handler,
        int $maxBodyBytes,
        private readonly \Closure $onClose,
    ) {
        $this->parser = new RequestParser($maxBodyBytes);
        $this->lastActivity = microtime(true);
        stream_set_read_buffer($this->socket, 0);
        $this->loop->addReadStream($this->socket, $this->onReadable(...));
    }

    /** Closes a connection on which nothing has moved for too long. An answer in the making may take its time. */
    public function closeIfIdle(float $timeout): void
    {
        if ($this->state === ConnectionState::Handling || microtime(true) - $this->lastActivity < $timeout) {
            return;
        }
        if ($this->state === ConnectionState::Reading && $this->parser->isMidRequest()) {
            $this->refuse(new MalformedRequest('The request did not arrive in time.', 408));
        } else {
            $this->close();
        }
    }

    /** Lets an answer that is under way reach the client, then closes. */
    public function stop(): void
    {
        $this->stopping = true;
        if ($this->state === ConnectionState::Reading || $this->state === ConnectionState::Lingering) {
            $this->close();
        }
    }

    private function onReadable(): void
    {
        $bytes = @fread($this->socket, self::READ_BYTES);
        if ($bytes === false || ($bytes === '' && feof($this->socket))) {
            $this->close();

            return;
        }
        $this->lastActivity = microtime(true);
        if ($this->state === ConnectionState::Reading) {
            $this->parser->push($bytes);
            $this->advance();
        }
    }

    private function advance(): void
    {
        try {
            if ($this->respondEarly()) {
                return;
            }
            $request = $this->parser->next();
        } catch (MalformedRequest $malformed) {
            $this->refuse($malformed);

            return;
        }

        if ($request !== null) {
            $this->head = null;
            $this->begin($request);
            $this->handler->handle($request, $this);
        } elseif ($this->parser->takeContinueWanted()) {
            @fwrite($this->socket, "HTTP/1.1 100 Continue\r\n\r\n");
        }
    }

    /** @throws MalformedRequest */
    private function respondEarly(): bool
    {
        $head = $this->handler instanceof EarlyHandler ? $this->parser->head() : null;
        if ($head === null || $head === $this->head) {
            return false;
        }

        $this->head = $head;
        // Its body is not read, so the connection cannot be kept.
        $request = $head->withBody('', true);
        $delivery = $this->handler->begin($request, $this);
        if ($delivery === null) {
            return false;
        }

        $this->begin($request);
        $this->deliver($delivery);

        return true;
    }

    private function begin(Request $request): void
    {
        $this->request = $request;
        $this->state = ConnectionState::Handling;
        $this->loop->removeReadStream($this->socket);
    }

    private function refuse(MalformedRequest $malformed): void
    {
        $this->handler->malformed($malformed->status);
        $this->loop->removeReadStream($this->socket);
        $this->keepAlive = false;
        $response = Response::json($malformed->status, ['status' => 'FAILED', 'message' => $malformed->getMessage()]);
        $this->write($response->head(bin2hex(random_bytes(16)), false) . $response->body);
    }

    public function deliver(Delivery $delivery): void
    {
        if ($this->state !== ConnectionState::Handling) {
            return;
        }

        $request = $this->request;
        $this->lastActivity = microtime(true);
        $this->keepAlive = $request->keepAlive && !$this->stopping
            && ($delivery->mode === DeliveryMode::Whole || $delivery->mode === DeliveryMode::Slow);

        if ($delivery->mode === DeliveryMode::Reset) {
            $this->reset();

            return;
        }

        if ($delivery->mode === DeliveryMode::Garbage) {
            $this->write("\x00\x01\x02" . random_bytes(61));

            return;
        }

        $response = $delivery->response;
        $body = match (true) {
            $request->method === 'HEAD' || $response->isBodiless() => '',
            $delivery->mode === DeliveryMode::Truncated => substr($response->body, 0, $delivery->amount),
            default => $response->body,
        };

        $bytes = $response->head($request->id, $this->keepAlive) . $body;

        match ($delivery->mode) {
            DeliveryMode::Slow => $this->trickle($bytes, $delivery->amount),
            DeliveryMode::Cut => $this->write(substr($bytes, 0, $delivery->amount)),
            default => $this->write($bytes),
        };
    }

    public function isAbandoned(): bool
    {
        $read = [$this->socket];
        $none = null;

        return $this->state === ConnectionState::Closed
            || (@stream_select($read, $none, $none, 0) === 1
                && (string) @stream_socket_recvfrom($this->socket, 1, STREAM_PEEK) === '');
    }

    private function write(string $bytes): void
    {
        $this->state = ConnectionState::Writing;
        $this->output = $bytes;
        $this->loop->addWriteStream($this->socket, $this->onWritable(...));
    }

    private function onWritable(): void
    {
        $written = @fwrite($this->socket, $this->output);
        if ($written === false) {
            $this->close();

            return;
        }

        $this->lastActivity = microtime(true);
        $this->output = substr($this->output, $written);
        if ($this->output === '') {
            $this->loop->removeWriteStream($this->socket);
            $this->finish();
        }
    }

    private function trickle(string $bytes, int $bytesPerSecond): void
    {
        $interval = max(self::SLOW_INTERVAL, 1 / $bytesPerSecond);
        $portion = max(1, (int) round($bytesPerSecond * $interval));
        $this->timer = $this->loop->addPeriodicTimer($interval, function () use (&$bytes, $portion): void {
            $written = @fwrite($this->socket, substr($bytes, 0, $portion));
            if ($written === false) {
                $this->close();

                return;
            }

            $bytes = substr($bytes, $written);
            if ($bytes === '') {
                $this->cancelTimer();
                $this->finish();
            }
        });
    }

    private function finish(): void
    {
        if ($this->stopping) {
            $this->close();
        } elseif ($this->keepAlive) {
            $this->state = ConnectionState::Reading;
            $this->loop->addReadStream($this->socket, $this->onReadable(...));
            $this->advance();
        } else {
            $this->linger();
        }
    }

    /** Closing with unread bytes would send a TCP reset that can destroy the answer, so read on for a moment. */
    private function linger(): void
    {
        $this->state = ConnectionState::Lingering;
        @stream_socket_shutdown($this->socket, STREAM_SHUT_WR);
        $this->loop->addReadStream($this->socket, $this->onReadable(...));
        $this->timer = $this->loop->addTimer(self::LINGER_SECONDS, $this->close(...));
    }

    private function reset(): void
    {
        if (function_exists('socket_import_stream')) {
            $socket = socket_import_stream($this->socket);
            if ($socket !== false) {
                socket_set_option($socket, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
            }
        }
        $this->close();
    }

    private function cancelTimer(): void
    {
        if ($this->timer !== null) {
            $this->loop->cancelTimer($this->timer);
            $this->timer = null;
        }
    }

    private function close(): void
    {
        if ($this->state === ConnectionState::Closed) {
            return;
        }
        $this->state = ConnectionState::Closed;
        $this->cancelTimer();
        $this->loop->removeReadStream($this->socket);
        $this->loop->removeWriteStream($this->socket);
        fclose($this->socket);
        ($this->onClose)($this);
    }
}
