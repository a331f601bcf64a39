<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Address;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Experience\SuppressionList;
use Aco\Cli\Output\Json;
use Aco\Cli\Output\Text;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Aco\Experience\Settings;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'experience:config', description: 'Sets and shows the settings of the Experience Platform connector')]
final class ExperienceConfigCommand extends Command
{
    /** Option => stored setting of the whole instance. "" removes. */
    private const TEXTS = [
        'organization-id' => [ExperienceConfig::ORGANIZATION_ID, '24 letters or digits and @AdobeOrg'],
        'environment-id' => [ExperienceConfig::ENVIRONMENT_ID, 'SaaS environment (data space) id; part of the events\' ids'],
        'tracking-path' => [ExperienceConfig::TRACKING_PATH, '_tenant.path for tracking numbers as text, below commerce.shipping'],
        'web-sdk-name' => [ExperienceConfig::WEB_SDK_NAME, 'Global name of an own Web SDK in the storefront'],
        'edge-url' => [ExperienceConfig::EDGE_URL, "Address of the Edge Network, when it is not Adobe's"],
        'requests-per-second' => [ExperienceConfig::REQUESTS_PER_SECOND, 'To the Edge Network, 0: no limit [default: 100]'],
        'suppression-list' => [ExperienceConfig::SUPPRESSION_LIST, 'File with SHA-256 hashes of e-mail addresses'],
        'retention-days' => [ExperienceConfig::RETENTION_DAYS, 'Days after its last change that an order is kept; 0: for ever'],
    ];

    /** Option => member of a scope. */
    private const SCOPED = [
        'datastream-id' => ['datastreamId', 'Datastream'],
        'storefront-events' => ['storefrontEvents', 'on, off or inherit'],
        'back-office-events' => ['backOfficeEvents', 'on, off or inherit'],
        'default-consent' => ['defaultConsent', 'in, out, pending or inherit'],
    ];

    /** Option => stored setting of the whole instance. */
    private const TOGGLES = [
        'documented-names' => ExperienceConfig::DOCUMENTED_NAMES,
        'normalize-email' => ExperienceConfig::NORMALIZED_IDENTITY,
    ];

    private const ATTRIBUTES = [
        'order-attribute' => ExperienceConfig::ORDER_ATTRIBUTES,
        'item-attribute' => ExperienceConfig::ITEM_ATTRIBUTES,
    ];

    private const ENVIRONMENT_CHANGE = 'Another --environment-id gives all events other ids, and all that were sent would'
        . ' be sent again: give --force if that is meant.';

    protected function configure(): void
    {
        $value = InputOption::VALUE_REQUIRED;

        foreach (self::TEXTS as $option => [, $help]) {
            $this->addOption($option, null, $value, $help);
        }

        $this->addOption('website', null, $value, 'The options that follow are for this website, not for the default scope');

        foreach (self::SCOPED as $option => [, $help]) {
            $this->addOption($option, null, $value, $help);
        }

        $this->addOption(
            'documented-names',
            null,
            $value,
            "on: names of Commerce's documentation instead of XDM's; standard schemas refuse those that differ",
        );
        $this->addOption('normalize-email', null, $value, 'on: identities without blanks around them, in lower case');
        $this->addOption('order-attribute', null, $value | InputOption::VALUE_IS_ARRAY, 'name=_tenant.path of a custom attribute; name= removes');
        $this->addOption('item-attribute', null, $value | InputOption::VALUE_IS_ARRAY, 'The same for order lines');
        $this->addOption('storefront', null, InputOption::VALUE_NONE, "Print what the storefront's collector needs, as JSON");
        $this->addOption('force', null, InputOption::VALUE_NONE, 'Change the environment although events were sent');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $database = Workspace::fromInput($input)->open();
        $config = new ExperienceConfig($database);
        $website = $input->getOption('website');
        if ($website === '') {
            throw new CommandFailure('--website must not be empty.');
        }

        $changes = $this->changes($input, $config, $website);
        if ($changes !== []) {
            $this->save($input, $database, $config, $changes);
        }

        $settings = $config->settings();

        if ($input->getOption('storefront')) {
            self::printJson($output, $settings->storefrontConfig($website));

            return self::SUCCESS;
        }

        $data = self::data($config, $settings);
        self::isJson($input) ? self::printJson($output, $data) : self::print($output, $data);

        return self::SUCCESS;
    }

    /** @param array<string, string> $changes */
    private function save(InputInterface $input, Database $database, ExperienceConfig $config, array $changes): void
    {
        $config->mapper($config->settings($changes), $changes);
        $list = $changes[ExperienceConfig::SUPPRESSION_LIST] ?? '';
        if ($list !== '') {
            SuppressionList::read($list);
        }

        $environment = $changes[ExperienceConfig::ENVIRONMENT_ID] ?? null;
        $database->lock(Lock::Orders);

        try {
            if (
                $environment !== null && $environment !== $config->text(ExperienceConfig::ENVIRONMENT_ID)
                && !$input->getOption('force') && (new EventStore($database))->hasEvents()
            ) {
                throw new CommandFailure(self::ENVIRONMENT_CHANGE);
            }

            $config->save($changes);
        } finally {
            $database->unlock();
        }
    }

    /** @return array<string, string> */
    private function changes(InputInterface $input, ExperienceConfig $config, ?string $website): array
    {
        $changes = [];

        foreach (self::TEXTS as $option => [$name]) {
            if ($input->getOption($option) !== null) {
                $changes[$name] = $input->getOption($option);
            }
        }

        if (preg_match('/^\d{0,5}$/D', $changes[ExperienceConfig::RETENTION_DAYS] ?? '') !== 1) {
            throw new CommandFailure('--retention-days must be a whole number.');
        }
        if (preg_match('/^(\d{1,5}(\.\d{1,3})?)?$/D', $changes[ExperienceConfig::REQUESTS_PER_SECOND] ?? '') !== 1) {
            throw new CommandFailure('--requests-per-second must be a number such as 100 or 0.5.');
        }
        if (($changes[ExperienceConfig::EDGE_URL] ?? '') !== '') {
            Address::check('--edge-url', $changes[ExperienceConfig::EDGE_URL]);
        }

        $list = $changes[ExperienceConfig::SUPPRESSION_LIST] ?? '';
        if ($list !== '') {
            $changes[ExperienceConfig::SUPPRESSION_LIST] = realpath($list)
                ?: throw new CommandFailure("The suppression list $list does not exist.");
        }

        foreach (self::TOGGLES as $option => $name) {
            if ($input->getOption($option) !== null) {
                $changes[$name] = self::toggle($option, $input) === true ? '1' : '';
            }
        }

        foreach (self::ATTRIBUTES as $option => $name) {
            if ($input->getOption($option) !== []) {
                $changes[$name] = self::attributes($config->map($name), $option, $input->getOption($option));
            }
        }

        return $changes + $this->scopeChange($input, $config, $website);
    }

    /** @return array<string, string> */
    private function scopeChange(InputInterface $input, ExperienceConfig $config, ?string $website): array
    {
        $given = array_filter(
            array_keys(self::SCOPED),
            static fn (string $option): bool => $input->getOption($option) !== null,
        );

        if ($given === []) {
            return [];
        }

        $name = $website === null ? ExperienceConfig::DEFAULTS : ExperienceConfig::WEBSITES;
        $stored = $config->map($name);
        $scope = $website === null ? $stored : $stored[$website] ?? [];

        foreach ($given as $option) {
            $text = $input->getOption($option);
            $value = match (true) {
                str_ends_with($option, '-events') => self::toggle($option, $input),
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
    private static function toggle(string $option, InputInterface $input): ?bool
    {
        return match ($input->getOption($option)) {
            'on' => true,
            'off' => false,
            'inherit', '' => null,
            default => throw new CommandFailure("--$option must be on, off or inherit."),
        };
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

    /** @return array<string, mixed> */
    private static function data(ExperienceConfig $config, Settings $settings): array
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
    private static function print(OutputInterface $output, array $data): void
    {
        $line = static fn (string $text) => $output->writeln(OutputFormatter::escape(Text::visible($text)));
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
