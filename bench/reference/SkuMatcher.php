<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * Finds the products of an asset by the SKUs in its metadata, as Aco\Assets\SkuMatcher does.
 */
final class SkuMatcher
{
    private const MAX_NAME_LENGTH = 255;
    private const MAX_SKUS = 100000;
    private const MAX_ROLES = 64;
    private const MAX_ALT_TEXTS = 1000;
    private const MAX_ALT_TEXT_LENGTH = 255;
    private const HIGHEST_POSITION = 2147483647;
    private const BLANKS = " \t\r\n";

    public function __construct(private readonly string $metadataField = 'commerce:skus')
    {
    }

    /**
     * @param array<string, mixed> $asset
     * @return array{id: string, reason: string, video: bool, format: string,
     *         altTexts: list<array{store_code: string, value: string}>,
     *         assignments: list<array{sku: string, roles: list<string>, position: ?int}>}
     * @throws MappingFailure
     */
    public function match(array $asset): array
    {
        $metadata = $asset['assetMetadata'] ?? [];
        $repository = $asset['repositoryMetadata'] ?? [];
        if (!is_array($metadata) || !is_array($repository)) {
            throw new MappingFailure('must be an array', 'assetMetadata');
        }

        $format = self::single($metadata['dc:format'] ?? null) ?? self::single($repository['dc:format'] ?? null);
        $found = [
            'id' => self::name($asset['assetId'] ?? null, 'assetId'),
            'reason' => '',
            'video' => false,
            'format' => is_string($format) && self::isName($format) ? $format : '',
            'altTexts' => [],
            'assignments' => [],
        ];
        $found['video'] = strlen($found['format']) > 6 && strncasecmp($found['format'], 'video/', 6) === 0;
        $found['reason'] = $this->ineligible($metadata);
        if ($found['reason'] === '') {
            $found['assignments'] = $this->assignments($metadata);
            if ($found['assignments'] === []) {
                $found['reason'] = 'no_sku';
            } elseif (!$found['video']) {
                $found['altTexts'] = self::altTexts($metadata);
            }
        }

        return $found;
    }

    /** @param array<string, mixed> $metadata */
    private function ineligible(array $metadata): string
    {
        $flag = self::single($metadata['commerce:isCommerce'] ?? null);
        if ($flag !== true && (!is_string($flag) || strcasecmp(trim($flag, self::BLANKS), 'yes') !== 0)) {
            return 'not_commerce';
        }

        return self::single($metadata['dam:status'] ?? null) === 'approved' ? '' : 'not_approved';
    }

    /**
     * @param array<string, mixed> $metadata
     * @return list<array{sku: string, roles: list<string>, position: ?int}>
     */
    private function assignments(array $metadata): array
    {
        $skus = self::values($metadata[$this->metadataField] ?? null);
        if (count($skus) > self::MAX_SKUS) {
            throw new MappingFailure('has too many values', $this->metadataField);
        }

        $roles = self::values($metadata['commerce:roles'] ?? null);
        $positions = self::values($metadata['commerce:positions'] ?? null);
        $found = [];

        foreach ($skus as $i => $sku) {
            if ($sku === null || (is_string($sku) && trim($sku, self::BLANKS) === '')) {
                continue;
            }

            $sku = self::name($sku, $this->metadataField);
            $key = "=$sku";
            if (!isset($found[$key])) {
                $found[$key] = ['sku' => $sku, 'roles' => [], 'position' => self::position($positions[$i] ?? null)];
            }

            foreach (self::roles($roles[$i] ?? null) as $role) {
                if (!in_array($role, $found[$key]['roles'], true)) {
                    $found[$key]['roles'][] = $role;
                }
            }

            if (count($found[$key]['roles']) > self::MAX_ROLES) {
                throw new MappingFailure('has too many values', 'commerce:roles');
            }
        }

        return array_values($found);
    }

    /** @return list<string> */
    private static function roles(mixed $text): array
    {
        if ($text === null) {
            return [];
        }
        if (!is_string($text)) {
            throw new MappingFailure('must be a string', 'commerce:roles');
        }

        $roles = [];

        foreach (explode(';', $text) as $role) {
            $role = trim($role, self::BLANKS);
            if ($role !== '') {
                $roles[] = self::name($role, 'commerce:roles');
            }
        }

        return $roles;
    }

    private static function position(mixed $value): ?int
    {
        if (is_string($value) && is_numeric($value)) {
            $value += 0;
        }
        if (is_float($value) && $value >= 0 && $value <= self::HIGHEST_POSITION && floor($value) === $value) {
            $value = (int) $value;
        }

        return is_int($value) && $value >= 0 && $value <= self::HIGHEST_POSITION ? $value : null;
    }

    /**
     * @param array<string, mixed> $metadata
     * @return list<array{store_code: string, value: string}>
     */
    private static function altTexts(array $metadata): array
    {
        $codes = self::values($metadata['commerce:altTextStoreViews'] ?? null);
        if (count($codes) > self::MAX_ALT_TEXTS) {
            throw new MappingFailure('has too many values', 'commerce:altTextStoreViews');
        }

        $values = self::values($metadata['commerce:altTextValues'] ?? null);
        $texts = [];
        $known = [];

        foreach ($codes as $i => $code) {
            $value = $values[$i] ?? null;
            if ($code === null || $value === null) {
                continue;
            }

            $code = trim(self::text($code, 'commerce:altTextStoreViews'), self::BLANKS);
            if ($code === '' || isset($known['=' . strtolower(self::name($code, 'commerce:altTextStoreViews'))])) {
                continue;
            }

            $known['=' . strtolower($code)] = true;
            $value = self::text($value, 'commerce:altTextValues');
            if (preg_match('//u', $value) !== 1) {
                $value = json_decode(json_encode($value, JSON_INVALID_UTF8_SUBSTITUTE));
            }
            if (preg_match('/^.{' . (self::MAX_ALT_TEXT_LENGTH + 1) . '}/su', $value) === 1) {
                throw new MappingFailure('is too long', 'commerce:altTextValues');
            }
            if ($value !== '') {
                $texts[] = ['store_code' => $code, 'value' => $value];
            }
        }

        return $texts;
    }

    /** @return list<mixed> */
    private static function values(mixed $value): array
    {
        return match (true) {
            $value === null => [],
            !is_array($value) => [$value],
            array_is_list($value) => $value,
            default => array_values($value),
        };
    }

    private static function single(mixed $value): mixed
    {
        return is_array($value) ? (count($value) === 1 ? reset($value) : null) : $value;
    }

    private static function text(mixed $value, string $field): string
    {
        if (is_float($value) && !is_finite($value)) {
            throw new MappingFailure('must be a finite number', $field);
        }

        return is_string($value) || is_int($value) || is_float($value)
            ? (string) $value
            : throw new MappingFailure('must be a string', $field);
    }

    private static function name(mixed $value, string $field): string
    {
        $value = self::text($value, $field);

        return self::isName($value) ? $value : throw new MappingFailure('is no name', $field);
    }

    private static function isName(string $text): bool
    {
        return $text !== ''
            && strlen($text) <= self::MAX_NAME_LENGTH
            && preg_match('/^[^\x00-\x1f\x7f]+$/Du', $text) === 1;
    }
}
