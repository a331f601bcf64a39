<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;
use Aco\Cli\Output\Json;

/**
 * What the receiver has to know, in a file of the state folder that `assets:config` writes: no secret is in it, and the
 * web server needs no database.
 */
final class WebhookSettings
{
    public const KEYS_URL = 'https://static.adobeioevents.com';
    /** Adobe repeats a delivery for a day. */
    public const MAX_AGE_SECONDS = 90000;
    private const FILE = 'settings.json';
    private const MAX_BYTES = 65536;

    private function __construct(
        public readonly string $clientId,
        public readonly int $maxAgeSeconds,
        public readonly string $keysUrl,
        public readonly ?string $caFile,
        public readonly ?string $proxy,
    ) {
    }

    /** @param array<string, string> $values the settings of the integration */
    public static function write(string $stateDir, array $values): void
    {
        $folder = "$stateDir/" . WebhookFolder::NAME;
        WebhookFolder::make($folder);
        $written = OwnFile::replace("$folder/" . self::FILE, Json::document(array_filter([
            'clientId' => $values[AssetSetting::EVENTS_CLIENT_ID] ?? null,
            'maxAgeSeconds' => (int) ($values[AssetSetting::WEBHOOK_MAX_AGE] ?? self::MAX_AGE_SECONDS),
            'keysUrl' => $values[AssetSetting::WEBHOOK_KEYS_URL] ?? self::KEYS_URL,
            'caFile' => $values[AssetSetting::CA_FILE] ?? null,
            'proxy' => $values[AssetSetting::PROXY] ?? null,
        ], static fn (mixed $value): bool => $value !== null)) . "\n");

        if (!$written) {
            throw new CommandFailure("$folder/" . self::FILE . ' cannot be written: check the folder.');
        }
    }

    public static function read(string $stateDir): self
    {
        $path = "$stateDir/" . WebhookFolder::NAME . '/' . self::FILE;
        $handle = is_file($path) ? OwnFile::open($path, 'r') : null;
        $given = $handle === null ? null : json_decode((string) stream_get_contents($handle, self::MAX_BYTES), true);

        // One of them may be that of another release, or damaged.
        $isComplete = is_array($given) && is_string($given['clientId'] ?? null)
            && is_int($given['maxAgeSeconds'] ?? null) && is_string($given['keysUrl'] ?? null)
            && is_string($given['caFile'] ?? '') && is_string($given['proxy'] ?? '');

        return $isComplete
            ? new self(
                $given['clientId'],
                $given['maxAgeSeconds'],
                $given['keysUrl'],
                $given['caFile'] ?? null,
                $given['proxy'] ?? null,
            )
            : throw new CommandFailure(
                "$path is missing, has no client id or is damaged: run assets:config --events-client-id=… with this state folder."
            );
    }
}
