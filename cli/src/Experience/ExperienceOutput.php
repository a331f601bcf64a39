<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Output\ResultTable;
use Aco\Experience\Settings;
use Symfony\Component\Console\Output\OutputInterface;

/** What experience:config prints. */
final class ExperienceOutput
{
    /** @return array<string, mixed> */
    public static function data(ExperienceConfig $config, Settings $settings): array
    {
        $scope = static fn (?string $website): array => [
            'datastream_id' => $settings->datastreamId($website),
            'back_office_events' => $settings->backOfficeEvents($website),
            'storefront_events' => $settings->storefrontEvents($website),
            'default_consent' => $settings->storefrontConfig($website)['defaultConsent'],
            'errors' => $settings->errors($website),
            'warnings' => $settings->warnings($website),
        ];
        $websites = [];

        foreach ($settings->websites() as $website) {
            $websites[$website] = $scope($website);
        }

        return [
            'org_id' => $settings->organizationId,
            'environment_id' => $settings->environmentId,
            'web_sdk_name' => $settings->webSdkName,
            'edge_url' => $config->text(ExperienceConfig::EDGE_URL),
            'requests_per_second' => $config->requestsPerSecond(),
            'documented_names' => $config->text(ExperienceConfig::DOCUMENTED_NAMES) === '1',
            'normalize_email' => $config->text(ExperienceConfig::NORMALIZED_IDENTITY) === '1',
            'tracking_path' => $config->text(ExperienceConfig::TRACKING_PATH),
            'item_details' => $config->text(ExperienceConfig::ITEM_DETAILS) === '1',
            'po_attribute' => $config->text(ExperienceConfig::NUMBER_ATTRIBUTE),
            'order_attributes' => (object) $config->map(ExperienceConfig::ORDER_ATTRIBUTES),
            'item_attributes' => (object) $config->map(ExperienceConfig::ITEM_ATTRIBUTES),
            'customer_events' => $config->text(ExperienceConfig::CUSTOMER_EVENTS) === '1',
            'customer_attributes' => (object) $config->map(ExperienceConfig::CUSTOMER_ATTRIBUTES),
            'retention_days' => $config->retentionDays(),
            'suppression_list' => $config->text(ExperienceConfig::SUPPRESSION_LIST),
            'consent_source' => $config->text(ExperienceConfig::CONSENT_SOURCE),
            'datasets' => (object) $config->map(ExperienceConfig::DATASETS),
            'profile_targets' => (object) $config->map(ExperienceConfig::PROFILE_TARGETS),
            'streaming_url' => $config->text(ExperienceConfig::STREAMING_URL),
            'order_consent' => (object) $config->map(ExperienceConfig::ORDER_CONSENT),
            'warnings' => $config->warnings(),
            'default' => $scope(null),
            'websites' => (object) $websites,
        ];
    }

    /** @param array<string, mixed> $data */
    public static function print(OutputInterface $output, array $data): void
    {
        $table = new ResultTable(['Setting', 'Value']);
        foreach (array_diff_key($data, ['warnings' => 0, 'default' => 0, 'websites' => 0]) as $name => $value) {
            $text = self::text($value);
            if ($text !== '') {
                $table->add([$name, ResultTable::text($text)]);
            }
        }
        $table->render($output);

        $scopes = ['(default)' => $data['default']] + (array) $data['websites'];
        $table = new ResultTable(['Website', 'Datastream', 'Back office', 'Storefront', 'Consent']);
        foreach ($scopes as $website => $scope) {
            $shown = array_diff_key($scope, ['errors' => 0, 'warnings' => 0]);
            $cells = array_map(static fn (mixed $value): string => self::text($value) ?: '-', array_values($shown));
            $table->add(array_map(ResultTable::text(...), [(string) $website, ...$cells]));
        }
        $table->render($output);

        $notes = array_map(static fn (string $sentence): string => "warning: $sentence", $data['warnings']);
        foreach ($scopes as $website => $scope) {
            foreach (['errors' => 'error', 'warnings' => 'warning'] as $kind => $title) {
                foreach ($scope[$kind] as $sentence) {
                    $notes[] = "$website: $title: $sentence";
                }
            }
        }
        foreach ($notes as $note) {
            $output->writeln('  ' . ResultTable::text($note));
        }
    }

    private static function text(mixed $value): string
    {
        return match (true) {
            is_bool($value) => $value ? 'on' : 'off',
            is_object($value) => self::entries((array) $value),
            default => (string) $value,
        };
    }

    /** @param array<string, mixed> $map texts, or maps of them, by attribute or by website; "" for all others */
    private static function entries(array $map): string
    {
        $lines = [];

        foreach ($map as $name => $value) {
            $lines[] = ($name === '' ? '(default)' : $name) . ': ' . (is_array($value) ? implode(', ', array_map(
                static fn (string $member, string $text): string => "$member $text",
                array_keys($value),
                $value,
            )) : $value);
        }

        return implode('; ', $lines);
    }
}
