<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\CommandFailure;

/** Which settings a connection cannot do without, so that all that are missing can be named at once. */
final class AssetNeeds
{
    private const TENANT = [AssetSetting::PROGRAM_ID, AssetSetting::ENVIRONMENT_ID];
    private const INTEGRATION = [AssetSetting::CONSUMER_KEY, AssetSetting::CONSUMER_SECRET, AssetSetting::ACCESS_TOKEN,
        AssetSetting::ACCESS_TOKEN_SECRET];
    private const EVENTS = [AssetSetting::EVENTS_CLIENT_ID, AssetSetting::EVENTS_CLIENT_SECRET,
        AssetSetting::EVENTS_ORG_ID];

    /**
     * To write changes.
     *
     * @return list<string>
     */
    public static function ofSink(AssetConfig $config): array
    {
        if ($config->sink() === AssetSetting::SINK_OPTIMIZER) {
            return self::TENANT;
        }

        $isIntegration = $config->value(AssetSetting::COMMERCE_CLIENT_ID) === null;

        return [
            ...self::TENANT, AssetSetting::COMMERCE_URL,
            ...($isIntegration ? self::INTEGRATION : [AssetSetting::COMMERCE_CLIENT_SECRET]),
        ];
    }

    /**
     * To find out which products show an asset.
     *
     * @return list<string>
     */
    public static function ofRule(AssetConfig $config): array
    {
        return $config->isExternal() ? [
            AssetSetting::ASSET_TO_PRODUCT_URL, AssetSetting::PRODUCT_TO_ASSET_URL, AssetSetting::MATCHER_OAUTH_URL,
            AssetSetting::MATCHER_CLIENT_ID, AssetSetting::MATCHER_CLIENT_SECRET, AssetSetting::MATCHER_ORG_ID,
        ] : [];
    }

    /** @return list<string> */
    public static function ofJournal(): array
    {
        return [AssetSetting::JOURNAL_URL, ...self::EVENTS];
    }

    /** @return list<string> */
    public static function ofSearch(AssetConfig $config): array
    {
        return [...($config->value(AssetSetting::SEARCH_URL) === null ? self::TENANT : []), ...self::EVENTS];
    }

    /** @return list<string> */
    public static function ofRegistry(AssetConfig $config): array
    {
        return [
            AssetSetting::PROJECT_ID, AssetSetting::DATA_SPACE_ID, AssetSetting::API_KEY, AssetSetting::PRIVATE_KEY,
            ...self::TENANT, AssetSetting::COMMERCE_URL, ...self::INTEGRATION, ...self::ofRule($config),
        ];
    }

    /** @param non-empty-list<string> $settings that are not set: the message names them all */
    public static function failure(array $settings): CommandFailure
    {
        return new CommandFailure(
            (count($settings) === 1 ? 'A setting is missing: ' : 'Settings are missing: ') . self::advice($settings)
        );
    }

    /** @param non-empty-list<string> $settings */
    public static function advice(array $settings): string
    {
        $settings = array_unique($settings);
        $secrets = array_intersect($settings, AssetSetting::SECRETS);
        $options = array_map(
            static fn (string $name): string => ' --' . AssetSetting::option($name) . '=…',
            array_diff($settings, $secrets),
        );
        $variables = implode(', ', array_map(AssetSetting::variable(...), $secrets));

        return 'run assets:config' . implode('', $options)
            . ($variables === '' ? '' : " with $variables in the environment.");
    }
}
