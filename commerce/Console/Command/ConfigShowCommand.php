<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Console\Command;

use Aco\CommerceOptimizer\Model\Assets\AssetSettings;
use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\EnvironmentGuard;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Shows the connection, never its secret. */
class ConfigShowCommand extends Command
{
    private const PATHS = [
        Config::PATH_ORGANIZATION,
        Config::PATH_TENANT,
        Config::PATH_CLIENT,
        Config::PATH_TYPE,
        Config::PATH_INGESTION_URL,
        Config::PATH_STUDIO_URL,
        Config::PATH_IMS_URL,
        Config::PATH_CCM_URL,
    ];

    public function __construct(
        private readonly Config $config,
        private readonly EnvironmentGuard $guard,
        private readonly AssetSettings $assets,
    ) {
        parent::__construct('aco:config:show');
    }

    protected function configure(): void
    {
        $this->setDescription('Shows the connection to Adobe Commerce Optimizer, without its secret')
            ->addOption('json', null, InputOption::VALUE_NONE, 'for programs');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $settings = [];
        foreach (self::PATHS as $path) {
            $settings[substr((string) strrchr($path, '/'), 1)] = $this->config->text($path);
        }
        $settings['client_secret'] = $this->config->clientSecret() === '' ? 'not set' : 'set';
        foreach ($this->assets->isConfigured() ? $this->assets->forOperators() : [] as $name => $value) {
            $settings["assets_$name"] = $value;
        }

        if ($input->getOption('json')) {
            $output->writeln(
                json_encode($settings, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR),
                OutputInterface::OUTPUT_RAW,
            );

            return Command::SUCCESS;
        }

        $table = (new Table($output))->setHeaders(['Setting', 'Value']);
        foreach ($settings as $name => $value) {
            $table->addRow([$name, $value === '' ? '-' : $value]);
        }
        $table->render();
        foreach ($this->guard->warnings() as $warning) {
            $output->writeln("<comment>$warning</comment>");
        }

        return Command::SUCCESS;
    }
}
