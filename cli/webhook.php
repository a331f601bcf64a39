<?php

/**
 * Receives events of assets from Adobe I/O Events, behind any web server: point the address of the webhook at this
 * file, and give ACO_STATE_DIR in the environment or as a FastCGI parameter. It runs as the user of bin/aco.
 */

declare(strict_types=1);

use Aco\Cli\Assets\AssetSpool;
use Aco\Cli\Assets\Webhook\NoteLog;
use Aco\Cli\Assets\Webhook\Receiver;
use Aco\Cli\Assets\Webhook\WebhookResponse;
use Aco\Cli\CommandFailure;

ini_set('display_errors', '0');

$stateDir = (string) ($_SERVER['ACO_STATE_DIR'] ?? getenv('ACO_STATE_DIR'));
$answer = static function (WebhookResponse $response) use ($stateDir): void {
    http_response_code($response->status);
    header("Content-Type: $response->type");
    header('X-Content-Type-Options: nosniff');
    header('Cache-Control: no-store');
    echo $response->body;

    if ($response->reason !== '' && !is_dir($stateDir)) {
        error_log("aco webhook: $response->reason");
    } elseif ($response->reason !== '') {
        (new NoteLog($stateDir))->write($response);
    }
};

try {
    if (!extension_loaded('aco') || !extension_loaded('openssl')) {
        http_response_code(500);
        exit("The PHP of this web server needs the extensions aco and openssl.\n");
    }

    require __DIR__ . '/vendor/autoload.php';

    $headers = [];
    foreach ($_SERVER as $name => $value) {
        if (is_string($value) && str_starts_with((string) $name, 'HTTP_')) {
            $headers[strtolower(strtr(substr($name, 5), '_', '-'))] = $value;
        }
    }

    $answer(Receiver::at($stateDir, AssetSpool::NAME)->handle(
        $_SERVER['REQUEST_METHOD'] ?? 'GET',
        $_GET,
        $headers,
        (string) file_get_contents('php://input', false, null, 0, Receiver::MAX_BYTES + 1),
    ));
} catch (CommandFailure $e) {
    $answer(WebhookResponse::failure(503, $e->getMessage()));
} catch (Throwable $e) {
    $answer(WebhookResponse::failure(500, 'unexpected error: ' . $e->getMessage()));
}
