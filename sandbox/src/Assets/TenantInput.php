<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** The input of registerTenant, in one of its two documented shapes. */
final class TenantInput
{
    private const RULES = ['matchBySKU' => 'matchBySkuRule', 'externalMatcher' => 'externalMatcher'];
    private const COMMON = [
        'enabled' => 'bool',
        'projectId' => 'string',
        'aem' => ['programId' => 'string', 'environmentId' => 'string'],
        'commerce' => [
            'baseUrl' => '?string',
            'credentials' => [
                'consumerKey' => 'string',
                'consumerSecret' => 'string',
                'accessToken' => 'string',
                'accessTokenSecret' => 'string',
            ],
            'extensionVersion' => '?string',
            'version' => '?string',
        ],
        'threshold' => '?int',
    ];
    private const RULE_INPUTS = [
        '?matchBySkuRule' => ['metadataField' => 'string'],
        '?externalMatcher' => [
            'assetToProductUrl' => 'string',
            'productToAssetUrl' => 'string',
            'credentials' => [
                'oauthServerUrl' => 'string',
                'clientId' => 'string',
                'clientSecret' => 'string',
                'imsOrgId' => 'string',
            ],
        ],
    ];

    /** @var array<string, mixed> */
    private array $schema;

    public function __construct(
        private readonly bool $flat,
        private readonly CommerceKeys $keys,
        private readonly string $baseUrl,
    ) {
        $this->schema = self::COMMON + ($flat
            ? ['ruleType' => 'string'] + self::RULE_INPUTS
            : ['rule' => ['type' => 'string'] + self::RULE_INPUTS]);
    }

    /**
     * What GraphQL refuses before it runs the operation.
     *
     * @param array<mixed> $input
     * @return list<string>
     */
    public function check(array $input): array
    {
        return self::compare($input, $this->schema, 'TenantInput');
    }

    /**
     * What the operation refuses.
     *
     * @param array<string, mixed> $input
     * @return array{0: string, 1: list<string>}|null
     */
    public function problem(array $input): ?array
    {
        $rule = $this->flat ? $input : $input['rule'];
        $type = $this->flat ? $input['ruleType'] : $rule['type'];
        $commerce = $input['commerce'];

        return match (true) {
            !isset(self::RULES[$type]) || self::objects($rule) !== [self::RULES[$type]] => [
                'Invalid rule. The value must be matchBySKU or externalMatcher',
                ['tenantInput', $this->flat ? 'ruleType' : 'rule'],
            ],
            (AssetsSettings::AEM_PROGRAMS[$input['aem']['environmentId']] ?? null) !== $input['aem']['programId'] => [
                'Unexpected error when connecting with AEM Assets',
                ['tenantInput', 'aem'],
            ],
            !$this->isCommerce((string) ($commerce['baseUrl'] ?? ''))
                => ['Unexpected error when connecting with Commerce', ['tenantInput', 'commerce', 'baseUrl']],
            !self::equals($commerce['credentials'], [
                'consumerKey' => $this->keys->consumerKey,
                'consumerSecret' => $this->keys->consumerSecret,
                'accessToken' => $this->keys->accessToken,
                'accessTokenSecret' => $this->keys->accessTokenSecret,
            ]) => ['Unable to connect with Commerce, unauthorized', ['tenantInput', 'commerce', 'credentials']],
            default => null,
        };
    }

    /**
     * The objects of rules that are given: the one of the rule chosen has to be the only one.
     *
     * @param array<string, mixed> $rule
     * @return list<string>
     */
    private static function objects(array $rule): array
    {
        return array_values(array_filter(self::RULES, static fn (string $name): bool => isset($rule[$name])));
    }

    /**
     * @param array<string, mixed> $given in any order
     * @param array<string, string> $wanted
     */
    private static function equals(array $given, array $wanted): bool
    {
        ksort($given);
        ksort($wanted);

        return $given === $wanted;
    }

    /** The sandbox itself is the only Commerce that can be reached. */
    private function isCommerce(string $url): bool
    {
        $url = rtrim($url, '/');

        return $url === $this->baseUrl
            || $url === 'http://localhost:' . parse_url($this->baseUrl, PHP_URL_PORT);
    }

    /**
     * @param array<string, mixed> $input
     * @return array<string, mixed>
     */
    public static function withoutSecrets(array $input): array
    {
        foreach ($input as $name => $value) {
            if ($name === 'credentials') {
                $input[$name] = '(not kept)';
            } elseif (is_array($value)) {
                $input[$name] = self::withoutSecrets($value);
            }
        }

        return $input;
    }

    /**
     * @param array<mixed> $input
     * @param array<string, mixed> $schema
     * @return list<string>
     */
    private static function compare(array $input, array $schema, string $type): array
    {
        $problems = [];

        foreach (array_keys($input) as $name) {
            if (!isset($schema[$name]) && !isset($schema["?$name"])) {
                $problems[] = "Field \"$name\" is not defined by type \"$type\".";
            }
        }

        foreach ($schema as $name => $wanted) {
            $optional = str_starts_with($name, '?') || (is_string($wanted) && str_starts_with($wanted, '?'));
            $name = ltrim($name, '?');
            $value = $input[$name] ?? null;
            if ($value === null) {
                $required = $optional ? null : "Field \"$name\" of required type was not provided to \"$type\".";
                $problems = $required === null ? $problems : [...$problems, $required];
            } elseif (is_array($wanted)) {
                $problems = is_array($value)
                    ? [...$problems, ...self::compare($value, $wanted, self::typeOf($name, $type))]
                    : [...$problems, "Field \"$name\" must be an object."];
            } elseif (get_debug_type($value) !== ltrim($wanted, '?')) {
                $problems[] = "Field \"$name\" is of a wrong type.";
            }
        }

        return $problems;
    }

    /** Both types of credentials have the name of what they are for. */
    private static function typeOf(string $field, string $parent): string
    {
        return ($field === 'credentials' ? substr($parent, 0, -strlen('Input')) : '') . ucfirst($field) . 'Input';
    }
}
