<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * One connection.
 */
final class Peer
{
    public string $in = '';

    public string $out = '';

    /** The request that is not answered yet. */
    public ?Request $request = null;

    public ?Answer $answer = null;

    /** When the answer goes out: hrtime(). */
    public int $due = 0;

    /** Of the request that is being read; 0 before its head is in. */
    public int $number = 0;

    /**
     * @param resource $socket
     * @param bool $ready whether requests may come; else there is a handshake first
     */
    public function __construct(public readonly mixed $socket, private bool $ready = true)
    {
        stream_set_blocking($socket, false);
        stream_set_read_buffer($socket, 0);
    }

    /** Goes on with the handshake; true once it is over, well or not: then reading tells. */
    public function isReady(): bool
    {
        if (!$this->ready) {
            $this->ready = @stream_socket_enable_crypto($this->socket, true, STREAM_CRYPTO_METHOD_TLS_SERVER) !== 0;

            return false;
        }

        return true;
    }

    /** The head that is in, and with $whole the body with it; null when there is more to come. */
    public function parse(int $number, bool $whole): ?Request
    {
        $end = strpos($this->in, "\r\n\r\n");
        if ($end === false) {
            return null;
        }

        $lines = explode("\r\n", substr($this->in, 0, $end));
        [$method, $path] = explode(' ', array_shift($lines));
        $headers = [];

        foreach ($lines as $line) {
            [$name, $value] = explode(':', $line, 2);
            $headers[strtolower($name)] = trim($value);
        }

        $body = '';

        if ($whole) {
            $length = (int) ($headers['content-length'] ?? 0);
            if (strlen($this->in) < $end + 4 + $length) {
                return null;
            }

            $body = substr($this->in, $end + 4, $length);
            $this->in = substr($this->in, $end + 4 + $length);
        }

        return new Request($number, $method, $path, $headers, $body, hrtime(true));
    }

    /** Whether the client closed the connection. */
    public function hasLeft(): bool
    {
        $read = [$this->socket];
        $none = null;
        if (@stream_select($read, $none, $none, 0) !== 1) {
            return false;
        }
        $bytes = @fread($this->socket, 1_048_576);
        $this->in .= (string) $bytes;

        return $bytes === '' || $bytes === false;
    }

    public function close(bool $reset): void
    {
        if ($reset && function_exists('socket_import_stream')) {
            $socket = socket_import_stream($this->socket);
            if ($socket !== false) {
                // Nothing lingers: what follows is RST instead of FIN.
                socket_set_option($socket, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
                unset($socket);
            }
        }
        fclose($this->socket);
    }
}
