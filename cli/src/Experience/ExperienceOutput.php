<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Output\Console;
use Aco\Cli\Output\Json;
use Aco\Experience\Settings;

/** What experience:config prints. */
final class ExperienceOutput
{
    /** @return array<string, mixed> */
    public static function data(ExperienceConfig $config, Settings $settings): array
    {
        $scope = static fn (?string $website): array => [
            'datastreamId' => $settings->datastreamId($website),
            'backOfficeEvents' => $settings->backOfficeEvents($website),
            'storefrontEvents' => $settings->storefrontEvents($website),
            'defaultConsent' => $settings->storefrontConfig($website)['defaultConsent'],
            'errors' => $settings->errors($website),
            'warnings' => $settings->warnings($website),
        ];
        $websites = [];

        foreach ($settings->websites() as $website) {
            $websites[$website] = $scope($website);
        }

        return [
            'organizationId' => $settings->organizationId,
            'environmentId' => $settings->environmentId,
            'webSdkName' => $settings->webSdkName,
            'edgeUrl' => $config->text(ExperienceConfig::EDGE_URL),
            'requestsPerSecond' => $config->requestsPerSecond(),
            'documentedNames' => $config->text(ExperienceConfig::DOCUMENTED_NAMES) === '1',
            'normalizeEmail' => $config->text(ExperienceConfig::NORMALIZED_IDENTITY) === '1',
            'trackingPath' => $config->text(ExperienceConfig::TRACKING_PATH),
            'orderAttributes' => (object) $config->map(ExperienceConfig::ORDER_ATTRIBUTES),
            'itemAttributes' => (object) $config->map(ExperienceConfig::ITEM_ATTRIBUTES),
            'retentionDays' => $config->retentionDays(),
            'suppressionList' => $config->text(ExperienceConfig::SUPPRESSION_LIST),
            'warnings' => $config->warnings(),
            'default' => $scope(null),
            'websites' => (object) $websites,
        ];
    }

    /** @param array<string, mixed> $data */
    public static function print(Console $console, array $data): void
    {
        $line = $console->print(...);
        $show = static fn (mixed $value): string => match (true) {
            is_bool($value) => $value ? 'on' : 'off',
            is_object($value) => (array) $value === [] ? '-' : Json::encode($value),
            $value === '' => '-',
            default => (string) $value,
        };

        foreach (array_diff_key($data, ['warnings' => 0, 'default' => 0, 'websites' => 0]) as $name => $value) {
            $line(sprintf('%-18s %s', $name, $show($value)));
        }

        foreach ($data['warnings'] as $sentence) {
            $line("warning: $sentence");
        }

        foreach (['default scope' => $data['default']] + array_combine(
            array_map(static fn (string|int $code): string => "website $code", array_keys((array) $data['websites'])),
            (array) $data['websites'],
        ) as $title => $scope) {
            $line($title);

            foreach (array_diff_key($scope, ['errors' => 0, 'warnings' => 0]) as $name => $value) {
                $line(sprintf('  %-16s %s', $name, $show($value)));
            }

            foreach ($scope['errors'] as $sentence) {
                $line("  error: $sentence");
            }

            foreach ($scope['warnings'] as $sentence) {
                $line("  warning: $sentence");
            }
        }
    }
}
