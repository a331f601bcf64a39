<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A real nginx on loopback that accepts everything, with TLS and HTTP/2 unless it is to cost as little as it can.
 *
 * It reads the bodies in full and forgets them: "mirror" reads them, and its file handler refuses to POST, which leads
 * to the answer. It is a single process below a shell that ends it when we are gone.
 */
final class Nginx
{
    private const PURPOSE = "this needs nginx, openssl and PHP's curl";
    private const GUARD = '"$0" -p "$1" -c nginx.conf -e error.log & server=$!; cat >/dev/null; kill $server; wait $server';

    private readonly Process $process;

    /** Bytes of the access log that were read. */
    private int $read = 0;

    public readonly string $url;

    public readonly string $caFile;

    /** @param list<string> $prefix what runs it on another host */
    public function __construct(
        private readonly TemporaryFolder $folder,
        array $prefix = [],
        bool $isSecure = true,
    ) {
        $nginx = Program::find('nginx', self::PURPOSE);
        $this->caFile = "$folder->path/certificate.pem";
        Certificate::make($this->caFile, "$folder->path/key.pem", self::PURPOSE);
        $port = self::freePort();
        $folder->folder('root');
        file_put_contents("$folder->path/access.log", '');
        file_put_contents("$folder->path/nginx.conf", self::configuration($folder->path, $port, $isSecure));
        $this->url = ($isSecure ? 'https' : 'http') . "://127.0.0.1:$port";

        // A signal for our terminal is for us; the guard ends when its standard input does.
        $this->process = new Process([...$prefix, 'sh', '-c', "trap '' INT; " . self::GUARD, $nginx, $folder->path]);
        $this->wait();
    }

    /**
     * The requests to an address that ends so, since the last look.
     *
     * @return array{requests: int, bytes: int, protocols: list<string>} bytes on the wire with headers, below TLS
     */
    public function requests(string $path): array
    {
        $requests = 0;
        $bytes = 0;
        $protocols = [];
        $log = (string) file_get_contents("{$this->folder->path}/access.log", false, null, $this->read);
        $this->read += strlen($log);

        foreach (array_filter(explode("\n", $log)) as $line) {
            [$method, $uri, $status, $length, $protocol, $encoding] = explode(' ', $line);
            if ($method === 'POST' && in_array($status, ['200', '202'], true) && str_ends_with($uri, $path)) {
                $requests++;
                $bytes += (int) $length;
                $protocols["$protocol, $encoding"] = true;
            }
        }

        return ['requests' => $requests, 'bytes' => $bytes, 'protocols' => array_keys($protocols)];
    }

    private static function freePort(): int
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0');
        $name = $listener === false ? '' : stream_socket_get_name($listener, false);

        return (int) substr((string) strrchr((string) $name, ':'), 1);
    }

    private static function configuration(string $folder, int $port, bool $isSecure): string
    {
        $secure = $isSecure ? ' ssl http2' : '';

        return <<<NGINX
            daemon off;
            master_process off;
            worker_processes 1;
            pid $folder/nginx.pid;
            events { worker_connections 256; }
            http {
                log_format bench '\$request_method \$uri \$status \$request_length \$server_protocol \$http_content_encoding';
                access_log $folder/access.log bench;
                client_body_temp_path $folder/bodies;
                proxy_temp_path $folder/proxy;
                fastcgi_temp_path $folder/fastcgi;
                uwsgi_temp_path $folder/uwsgi;
                scgi_temp_path $folder/scgi;
                client_max_body_size 512m;
                client_body_buffer_size 16m;
                keepalive_requests 1000000;
                keepalive_timeout 300s;
                default_type application/json;
                server {
                    listen 127.0.0.1:$port$secure;
                    ssl_certificate $folder/certificate.pem;
                    ssl_certificate_key $folder/key.pem;
                    root $folder/root;
                    location = /ims/token/v3 {
                        return 200 '{"access_token":"bench-token","token_type":"bearer","expires_in":86400}';
                    }
                    location = /body { internal; return 204; }
                    location = /ee/v2/collect {
                        mirror /body;
                        error_page 404 405 =202 @collected;
                    }
                    location @collected {
                        return 202 '{"requestId":"00000000-0000-4000-8000-000000000000"}';
                    }
                    location ~ /prices$ {
                        mirror /body;
                        error_page 404 405 =200 @acceptedPrices;
                    }
                    location @acceptedPrices {
                        return 200 '{"status":"ACCEPTED","acceptedCount":500}';
                    }
                    location / {
                        mirror /body;
                        error_page 404 405 =200 @accepted;
                    }
                    location @accepted {
                        return 200 '{"status":"ACCEPTED","acceptedCount":100}';
                    }
                }
            }

            NGINX;
    }

    /** It listens before it writes this file. */
    private function wait(): void
    {
        for ($attempt = 0; $attempt < 100; $attempt++) {
            if (is_file("{$this->folder->path}/nginx.pid")) {
                return;
            }
            usleep(50_000);
        }
        throw new \RuntimeException('nginx did not start: ' . @file_get_contents("{$this->folder->path}/error.log"));
    }

    public function __destruct()
    {
        $this->process->close();
    }
}
