<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\JsonDecoder;
use Aco\Feed;

/**
 * Which item a stored payload belongs to. Rows of this command hold the body, or once it is delivered the delete body.
 * SaaS Data Export leaves some members of its item in them (minimal payload) or the whole item: these are no bodies to
 * send, but they may be the only copy of the key.
 */
final class StoredKey
{
    /** @param array<string, string> $members of the feed's items, those that are known */
    private function __construct(
        private readonly FeedProfile $profile,
        public readonly array $members,
        /** Whether the payload is a live body that can be sent. */
        public readonly bool $isBody,
    ) {
    }

    public static function of(FeedProfile $profile, string $payload): self
    {
        $body = JsonDecoder::decode($payload);
        $body = is_array($body) ? $body : [];
        $members = $profile->identityOfBody($body);
        $isOurs = $profile->isBody($body, $members);

        return new self(
            $profile,
            $isOurs ? $members : $profile->identityOfItem($body),
            $isOurs && $profile->isLive($body),
        );
    }

    /** The name in messages of the item that a payload belongs to. */
    public static function labelOf(Feed $feed, string $payload): string
    {
        return self::of(FeedProfile::of($feed), $payload)->label();
    }

    /** The code that people know the item by; "" when unknown. */
    public function code(): string
    {
        return $this->members[$this->profile->code] ?? '';
    }

    /** Code of the website or store view; "" when it is not known. */
    public function scope(): string
    {
        return $this->members[$this->profile->scope()] ?? '';
    }

    /** The name of the item in messages, e.g. `24-MB01 / default`. */
    public function label(): string
    {
        return implode(' / ', array_filter(
            [
                $this->profile->codeInBody === null ? '' : $this->code(),
                $this->members['layer'] ?? '',
                $this->profile->isOfWebsite ? $this->book('::') : $this->scope(),
            ],
            static fn (string $part): bool => $part !== '',
        ));
    }

    /** The item's place in the tree of cascading deletions, with slashes between levels. */
    public function branch(): string
    {
        $branch = $this->profile->isOfWebsite ? $this->book('/') : $this->scope();

        return $this->profile->codeInBody === null ? $branch : "$branch/{$this->code()}";
    }

    private function book(string $separator): string
    {
        $group = $this->members['customerGroupCode'] ?? '0';

        return $this->scope() . ($group === '0' ? '' : $separator . $group);
    }
}
