<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** A CloudEvent of Adobe I/O Events about an asset, or an asset with all of its metadata. */
final class AssetEvent
{
    public const TYPE_PREFIX = 'aem.assets.asset.';
    private const DELETED = self::TYPE_PREFIX . 'deleted';
    /** Longest asset id, as the columns have it. */
    private const MAX_ID_LENGTH = 255;
    /** Longer event ids are replaced by their hash. */
    private const MAX_EVENT_ID_LENGTH = 128;
    /** A later time would make all events until then stale. */
    private const MAX_SECONDS_AHEAD = 86400;

    /**
     * @param array<string, mixed> $properties as AssetProperties keeps them
     * @param list<string> $removed properties that are gone, whatever their values here
     */
    public function __construct(
        public readonly EventKind $kind,
        public readonly string $assetId,
        /** Time and id: which of two events is the later one. */
        public readonly string $key,
        public readonly float $time,
        public readonly array $properties,
        public readonly array $removed = [],
    ) {
    }

    /**
     * @param array<array-key, mixed> $item
     * @param float $now when it was received: the time of an asset that comes without one
     * @throws UnusableEvent
     */
    public static function of(array $item, AssetProperties $properties, float $now): self
    {
        $isEvent = isset($item['type']) || isset($item['data']);
        $data = $isEvent ? $item['data'] ?? null : $item;
        if (!is_array($data)) {
            throw new UnusableEvent('data is missing or not an object');
        }

        $kind = $isEvent ? self::kind($item['type'] ?? null) : EventKind::Complete;
        $metadata = self::object($data, 'assetMetadata');
        $repository = self::object($data, 'repositoryMetadata');
        $time = self::time($item['time'] ?? ($isEvent ? null : $repository['repo:modifyDate'] ?? null), $now);
        $id = $item['id'] ?? $item['event_id'] ?? '';
        if (!is_string($id)) {
            throw new UnusableEvent('id is not a string');
        }

        return new self(
            $kind,
            self::assetId($data['assetId'] ?? null),
            $time->text . ' ' . (strlen($id) > self::MAX_EVENT_ID_LENGTH ? sha1($id) : $id),
            $time->seconds,
            $kind === EventKind::Deleted ? [] : $properties->of($metadata, $repository),
            $kind === EventKind::Changed ? $properties->removed($metadata) : [],
        );
    }

    private static function kind(mixed $type): EventKind
    {
        if (!is_string($type) || !str_starts_with($type, self::TYPE_PREFIX)) {
            throw new UnusableEvent('type is not one of ' . self::TYPE_PREFIX . '…');
        }

        return $type === self::DELETED ? EventKind::Deleted : EventKind::Changed;
    }

    private static function assetId(mixed $id): string
    {
        if (!is_string($id) || strlen($id) > self::MAX_ID_LENGTH || preg_match('/^[^\x00-\x1f\x7f]+$/Du', $id) !== 1) {
            throw new UnusableEvent(
                'assetId must have 1 to ' . self::MAX_ID_LENGTH . ' bytes without control characters'
            );
        }

        return $id;
    }

    private static function time(mixed $text, float $now): EventTime
    {
        if ($text === null) {
            return EventTime::at($now);
        }

        $time = is_string($text) ? EventTime::parse($text) : null;
        if ($time === null) {
            throw new UnusableEvent('time is not an RFC 3339 timestamp');
        }
        if ($time->seconds > $now + self::MAX_SECONDS_AHEAD) {
            throw new UnusableEvent('time is more than a day ahead');
        }

        return $time;
    }

    /**
     * @param array<array-key, mixed> $data
     * @return array<array-key, mixed>
     */
    private static function object(array $data, string $name): array
    {
        $value = $data[$name] ?? [];

        return is_array($value) ? $value : throw new UnusableEvent("$name is not an object");
    }
}
