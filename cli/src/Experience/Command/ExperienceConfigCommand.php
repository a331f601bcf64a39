<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Address;
use Aco\Cli\Config\Toggle;
use Aco\Cli\Experience\Consent;
use Aco\Cli\Experience\ConsentTable;
use Aco\Cli\Experience\CustomerMapper;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Experience\ExperienceOutput;
use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\Experience\ProfileStore;
use Aco\Cli\Experience\ProfileTarget;
use Aco\Cli\Experience\SuppressionList;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Json;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'experience:config', description: 'Sets and shows the Experience Platform settings')]
final class ExperienceConfigCommand extends Command
{
    /** Option => stored setting of the whole instance. "" removes. */
    private const TEXTS = [
        'org-id' => [
            ExperienceConfig::ORGANIZATION_ID,
            'IMS organization id: 24 letters or digits and @AdobeOrg',
        ],
        'environment-id' => [
            ExperienceConfig::ENVIRONMENT_ID,
            'SaaS environment (data space) id, a part of all event ids',
        ],
        'tracking-path' => [
            ExperienceConfig::TRACKING_PATH,
            'Where tracking numbers go as text: _tenant.path below commerce.shipping',
        ],
        'po-attribute' => [
            ExperienceConfig::NUMBER_ATTRIBUTE,
            "Name in additionalInformation of orders under which the buyer's order number stands",
        ],
        'web-sdk-name' => [ExperienceConfig::WEB_SDK_NAME, 'Global name of a Web SDK that the storefront has already'],
        'edge-url' => [ExperienceConfig::EDGE_URL, "Edge Network address, if not Adobe's"],
        'streaming-url' => [ExperienceConfig::STREAMING_URL, "Streaming ingestion address, if not Adobe's"],
        'requests-per-second' => [
            ExperienceConfig::REQUESTS_PER_SECOND,
            'Requests a second, 0 for no limit [default: 100]',
        ],
        'suppression-list' => [
            ExperienceConfig::SUPPRESSION_LIST,
            'File with SHA-256 hashes of e-mail addresses that nothing is sent of',
        ],
        'consent-source' => [
            ExperienceConfig::CONSENT_SOURCE,
            'Where shoppers have consented in Commerce: newsletter, or attribute:CODE of customers',
        ],
        'retention-days' => [
            ExperienceConfig::RETENTION_DAYS,
            'Days that an order is kept after its last change, 0 for ever',
        ],
    ];

    /** Option => member of a scope. */
    private const SCOPED = [
        'datastream-id' => ['datastreamId', 'Datastream id, or inherit'],
        'storefront-events' => ['storefrontEvents', 'on, off or inherit'],
        'back-office-events' => ['backOfficeEvents', 'on, off or inherit'],
        'default-consent' => ['defaultConsent', 'in, out, pending or inherit'],
    ];

    /** Option => member of a target of profile records. */
    private const PROFILES = [
        'profile-dataset-id' => [
            ProfileTarget::DATASET,
            'Dataset of profile records, which switches them on; off, or inherit',
        ],
        'profile-schema-id' => [
            ProfileTarget::SCHEMA,
            'Schema of that dataset: its address below https://ns.adobe.com, or inherit',
        ],
        'profile-inlet-id' => [
            ProfileTarget::CONNECTION,
            'Streaming connection (inlet) of profile records, or inherit',
        ],
        'sandbox-name' => [
            ProfileTarget::SANDBOX,
            'Sandbox of the streaming connection, or inherit',
        ],
    ];

    /** Option => stored setting of the whole instance. */
    private const TOGGLES = [
        'documented-names' => ExperienceConfig::DOCUMENTED_NAMES,
        'normalize-email' => ExperienceConfig::NORMALIZED_IDENTITY,
        'item-details' => ExperienceConfig::ITEM_DETAILS,
        'customer-events' => ExperienceConfig::CUSTOMER_EVENTS,
    ];

    private const ATTRIBUTES = [
        'order-attribute' => ExperienceConfig::ORDER_ATTRIBUTES,
        'item-attribute' => ExperienceConfig::ITEM_ATTRIBUTES,
        'customer-attribute' => ExperienceConfig::CUSTOMER_ATTRIBUTES,
    ];

    private const ENVIRONMENT_CHANGE = 'A different --environment-id changes the ids of all events, and everything '
        . 'would be sent again: confirm with --force.';

    protected function configure(): void
    {
        $value = InputOption::VALUE_REQUIRED;

        foreach (self::TEXTS as $option => [, $help]) {
            $this->addOption($option, null, $value, $help);
        }

        $this->addOption('website', null, $value, 'Website that the next ten options are for [default: all]');

        foreach (self::SCOPED as $option => [, $help]) {
            $this->addOption($option, null, $value, $help);
        }

        $this->addOption('dataset-id', null, $value, 'Dataset instead of that of the datastream, or inherit');
        $this->addOption(
            'order-consent',
            null,
            $value,
            'Whether orders of shoppers who have not decided are sent: in, out or inherit [default: in]',
        );
        foreach (self::PROFILES as $option => [, $help]) {
            $this->addOption($option, null, $value, $help);
        }
        $this->addOption(
            'documented-names',
            null,
            $value,
            "on: field names of Commerce's documentation, which standard XDM schemas reject where they differ",
        );
        $this->addOption('normalize-email', null, $value, 'on: trim e-mail addresses and convert them to lower case');

        $this->addOption(
            'item-details',
            null,
            $value,
            'on: images and categories of the products that sync sends, in events of orders',
        );
        $this->addOption(
            'order-attribute',
            null,
            $value | InputOption::VALUE_IS_ARRAY,
            'Custom attribute of orders: name=_tenant.path, or name= to remove it',
        );
        $this->addOption(
            'item-attribute',
            null,
            $value | InputOption::VALUE_IS_ARRAY,
            'Custom attribute of order lines, in the same form',
        );

        $this->addOption(
            'customer-attribute',
            null,
            $value | InputOption::VALUE_IS_ARRAY,
            'Custom attribute of customers, in the same form',
        );
        $this->addOption(
            'customer-events',
            null,
            $value,
            'on: events of customer accounts; the identity namespace CustomerId has to exist',
        );

        $this->addOption(
            'storefront',
            null,
            InputOption::VALUE_NONE,
            "Print the settings of the storefront's collector as JSON",
        );
        $this->addOption('force', null, InputOption::VALUE_NONE, 'Change the environment id even if events were sent');
    }

    protected function perform(Console $console): int
    {
        $website = $console->option('website');
        $whole = self::given($console, [...self::TEXTS, ...self::TOGGLES, ...self::ATTRIBUTES]);
        $ofWebsites = self::given($console, self::SCOPED + self::PROFILES + ['dataset-id' => 0, 'order-consent' => 0]);

        if ($website === '') {
            throw new CommandFailure('--website must not be empty.');
        }
        if ($website !== null && $whole !== []) {
            throw new CommandFailure("--website does not apply to $whole[0], which holds for all websites: "
                . 'run experience:config for it without --website.');
        }

        $workspace = Workspace::fromInput($console->input);
        $database = $whole === [] && $ofWebsites === [] ? $workspace->openExisting() : $workspace->open();
        $config = new ExperienceConfig($database);
        $changes = $this->changes($console, $config, $website);
        if ($changes !== []) {
            $this->save($console, $database, $config, $changes);
        }

        $settings = $config->settings();

        if ($console->option('storefront')) {
            $console->printJson($settings->storefrontConfig($website));

            return self::SUCCESS;
        }

        $data = ExperienceOutput::data($config, $settings) + ['database' => $database->name()];
        $console->isJson() ? $console->printJson($data) : ExperienceOutput::print($console->output, $data);

        return self::SUCCESS;
    }

    /**
     * @param array<string, mixed> $options by name
     * @return list<string> those that the command was given
     */
    private static function given(Console $console, array $options): array
    {
        return array_values(array_map(
            static fn (string $option): string => "--$option",
            array_filter(
                array_keys($options),
                static fn (string $option): bool => !in_array($console->option($option), [null, []], true),
            ),
        ));
    }

    /** @param array<string, string> $changes */
    private function save(Console $console, Database $database, ExperienceConfig $config, array $changes): void
    {
        $config->mapper($config->settings($changes), $changes);
        $paths = json_decode($changes[ExperienceConfig::CUSTOMER_ATTRIBUTES] ?? '', true) ?? [];
        foreach ($paths as $path) {
            if (!CustomerMapper::isPath($path)) {
                throw new CommandFailure("--customer-attribute: $path must be a path such as _tenant.name.");
            }
        }

        $collision = CustomerMapper::collision(array_values($paths));
        if ($collision !== null) {
            throw new CommandFailure("--customer-attribute has the path $collision twice, or another one in it.");
        }

        $list = $changes[ExperienceConfig::SUPPRESSION_LIST] ?? '';
        if ($list !== '') {
            SuppressionList::read($list);
        }

        $source = $changes[ExperienceConfig::CONSENT_SOURCE] ?? '';
        if ($source !== '') {
            ConsentTable::of($database, $source);
        }

        $environment = $changes[ExperienceConfig::ENVIRONMENT_ID] ?? null;
        $database->lock(Lock::Orders);

        try {
            if (
                $environment !== null && $environment !== $config->text(ExperienceConfig::ENVIRONMENT_ID)
                && !$console->option('force') && (new EventStore($database))->hasEvents()
            ) {
                throw new CommandFailure(self::ENVIRONMENT_CHANGE);
            }

            $before = ProfileStore::ifOn($database);
            $config->save($changes);
            if (ProfileStore::ifOn($database) === null) {
                $before?->forgetAll();
            }
            ItemDetails::ifOn($database)?->createTable();
            ProfileStore::ifOn($database)?->createTable();
        } finally {
            $database->unlock();
        }
    }

    /** @return array<string, string> */
    private function changes(Console $console, ExperienceConfig $config, ?string $website): array
    {
        $changes = [];

        foreach (self::TEXTS as $option => [$name]) {
            if ($console->option($option) !== null) {
                $changes[$name] = $console->option($option);
            }
        }

        if (preg_match('/^\d{0,5}$/D', $changes[ExperienceConfig::RETENTION_DAYS] ?? '') !== 1) {
            throw new CommandFailure('--retention-days must be a whole number.');
        }
        if (preg_match('/^(\d{1,5}(\.\d{1,3})?)?$/D', $changes[ExperienceConfig::REQUESTS_PER_SECOND] ?? '') !== 1) {
            throw new CommandFailure('--requests-per-second must be a number such as 100 or 0.5.');
        }
        foreach (['edge-url', 'streaming-url'] as $option) {
            $url = $changes[self::TEXTS[$option][0]] ?? '';
            if ($url !== '') {
                Address::check("--$option", $url);
            }
        }

        $list = $changes[ExperienceConfig::SUPPRESSION_LIST] ?? '';
        if ($list !== '') {
            $changes[ExperienceConfig::SUPPRESSION_LIST] = realpath($list)
                ?: throw new CommandFailure("The suppression list $list does not exist.");
        }

        foreach (self::TOGGLES as $option => $name) {
            if ($console->option($option) !== null) {
                $changes[$name] = self::toggle($option, $console) === true ? '1' : '';
            }
        }

        foreach (self::ATTRIBUTES as $option => $name) {
            if ($console->option($option) !== []) {
                $changes[$name] = self::attributes($config->map($name), $option, $console->option($option));
            }
        }

        return $changes + self::datasetChange($console, $config, $website)
            + self::profileChange($console, $config, $website)
            + self::consentChange($console, $config, $website)
            + $this->scopeChange($console, $config, $website);
    }

    /** @return array<string, string> */
    private static function datasetChange(Console $console, ExperienceConfig $config, ?string $website): array
    {
        $dataset = $console->option('dataset-id');
        if ($dataset === null) {
            return [];
        }
        if (preg_match('/^[A-Za-z0-9_-]{0,64}$/D', $dataset) !== 1) {
            throw new CommandFailure('--dataset-id must have up to 64 letters, digits, hyphens or underscores.');
        }

        $stored = $config->map(ExperienceConfig::DATASETS);
        $stored[$website ?? ''] = $dataset;
        if (in_array($dataset, ['inherit', ''], true)) {
            unset($stored[$website ?? '']);
        }

        return [ExperienceConfig::DATASETS => $stored === [] ? '' : Json::encode((object) $stored)];
    }

    /** @return array<string, string> */
    private static function profileChange(Console $console, ExperienceConfig $config, ?string $website): array
    {
        $stored = $config->map(ExperienceConfig::PROFILE_TARGETS);
        $scope = $stored[$website ?? ''] ?? [];
        $isGiven = false;
        foreach (self::PROFILES as $option => [$member]) {
            $text = $console->option($option);
            if ($text === null) {
                continue;
            }

            $isGiven = true;
            unset($scope[$member]);
            if (!in_array($text, ['inherit', ''], true)) {
                $scope[$member] = ProfileTarget::isValid($member, $text)
                    ? $text
                    : throw self::refused($member);
            }
        }

        $stored[$website ?? ''] = $scope;
        $stored = array_filter($stored, static fn (array $scope): bool => $scope !== []);

        return $isGiven
            ? [ExperienceConfig::PROFILE_TARGETS => $stored === [] ? '' : Json::encode((object) $stored)]
            : [];
    }

    /** @param string $member of a target of profile records */
    private static function refused(string $member): CommandFailure
    {
        return match ($member) {
            ProfileTarget::DATASET => new CommandFailure(
                '--profile-dataset-id must have up to 64 letters, digits, hyphens or underscores.'
            ),
            ProfileTarget::SCHEMA => new CommandFailure(
                '--profile-schema-id must be https://ns.adobe.com/TENANT/schemas/ID.'
            ),
            ProfileTarget::CONNECTION => new CommandFailure(
                '--profile-inlet-id must have up to 128 letters, digits, hyphens or underscores.'
            ),
            default => new CommandFailure('--sandbox-name must have up to 63 lower-case letters, digits or hyphens.'),
        };
    }

    /** @return array<string, string> */
    private static function consentChange(Console $console, ExperienceConfig $config, ?string $website): array
    {
        $source = (string) $console->option('consent-source');
        if ($source !== '' && !ConsentTable::isName($source)) {
            throw new CommandFailure('--consent-source must be newsletter, or attribute:CODE with a code of customers.');
        }

        $consent = $console->option('order-consent');
        if ($consent === null) {
            return [];
        }

        $stored = $config->map(ExperienceConfig::ORDER_CONSENT);
        unset($stored[$website ?? '']);
        if (in_array($consent, [Consent::IN, Consent::OUT], true)) {
            $stored[$website ?? ''] = $consent;
        } elseif (!in_array($consent, ['inherit', ''], true)) {
            throw new CommandFailure('--order-consent must be in, out or inherit.');
        }

        return [ExperienceConfig::ORDER_CONSENT => $stored === [] ? '' : Json::encode((object) $stored)];
    }

    /** @return array<string, string> */
    private function scopeChange(Console $console, ExperienceConfig $config, ?string $website): array
    {
        $given = array_filter(
            array_keys(self::SCOPED),
            static fn (string $option): bool => $console->option($option) !== null,
        );

        if ($given === []) {
            return [];
        }

        $name = $website === null ? ExperienceConfig::DEFAULTS : ExperienceConfig::WEBSITES;
        $stored = $config->map($name);
        $scope = $website === null ? $stored : $stored[$website] ?? [];

        foreach ($given as $option) {
            $text = $console->option($option);
            $value = match (true) {
                str_ends_with($option, '-events') => self::toggle($option, $console),
                $text === 'inherit', $text === '' => null,
                $option === 'default-consent' && !in_array($text, ['in', 'out', 'pending'], true)
                    => throw new CommandFailure('--default-consent must be in, out, pending or inherit.'),
                default => $text,
            };

            $scope[self::SCOPED[$option][0]] = $value;
        }

        $scope = array_filter($scope, static fn (mixed $value): bool => $value !== null);

        if ($website === null) {
            return [$name => $scope === [] ? '' : Json::encode((object) $scope)];
        }

        $stored[$website] = $scope;
        $stored = array_filter($stored, static fn (array $scope): bool => $scope !== []);

        return [$name => $stored === [] ? '' : Json::encode((object) $stored)];
    }

    /** Null: inherited. */
    private static function toggle(string $option, Console $console): ?bool
    {
        $text = $console->option($option);

        return in_array($text, ['inherit', ''], true) ? null : Toggle::of($text) ?? throw new CommandFailure(
            "--$option must be on, off or inherit."
        );
    }

    /**
     * @param array<string, string> $stored
     * @param list<string> $given
     */
    private static function attributes(array $stored, string $option, array $given): string
    {
        foreach ($given as $text) {
            $at = strpos($text, '=');
            if ($at === false || $at === 0) {
                throw new CommandFailure("--$option must be name=_tenant.path, or name= to remove it.");
            }
            $stored[substr($text, 0, $at)] = substr($text, $at + 1);
        }
        $stored = array_filter($stored, static fn (string $path): bool => $path !== '');

        return $stored === [] ? '' : Json::encode((object) $stored);
    }
}
