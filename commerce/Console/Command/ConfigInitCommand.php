<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Console\Command;

use Aco\CommerceOptimizer\Model\Setup;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\AcoException;
use Magento\Framework\Exception\LocalizedException;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\QuestionHelper;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Question\Question;

/** bin/magento aco:config:init */
class ConfigInitCommand extends Command
{
    /** Options that Adobe's connector has under the same names. */
    private const REQUIRED = [
        'org_id' => 'IMS organization id, such as 0123456789ABCDEF@AdobeOrg',
        'tenant_id' => 'tenant id of Commerce Optimizer',
        'client_id' => 'client id of the OAuth credentials',
    ];

    public function __construct(private readonly Setup $setup)
    {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('aco:config:init')
            ->setDescription('Connects the shop to Commerce Optimizer and schedules the first full sync')
            ->setHelp('Nothing is stored before Adobe has accepted the credentials. The secret may be given as ACO_CLIENT_SECRET.');
        foreach (self::REQUIRED as $name => $description) {
            $this->addOption($name, null, InputOption::VALUE_REQUIRED, $description);
        }
        $this->addOption('client_secret', null, InputOption::VALUE_REQUIRED, 'client secret; better as ACO_CLIENT_SECRET, or typed when asked for')
            ->addOption('ims_url', null, InputOption::VALUE_REQUIRED, 'address of IMS, when it is not Adobe\'s')
            ->addOption('ccm_url', null, InputOption::VALUE_REQUIRED, 'address of the tenant look-up, when it is not Adobe\'s');
    }

    protected function interact(InputInterface $input, OutputInterface $output): void
    {
        foreach ([...self::REQUIRED, 'client_secret' => 'client secret'] as $name => $description) {
            if (
                $input->getOption($name) === null
                && ($name !== 'client_secret' || getenv('ACO_CLIENT_SECRET') === false)
            ) {
                $question = (new Question("$description: "))->setHidden($name === 'client_secret');
                $helper = $this->getHelper('question');
                $input->setOption(
                    $name,
                    $helper instanceof QuestionHelper ? $helper->ask($input, $output, $question) : null,
                );
            }
        }
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $secret = Text::of($input->getOption('client_secret') ?? getenv('ACO_CLIENT_SECRET'));
        $missing = array_filter(
            array_keys(self::REQUIRED),
            static fn (string $name): bool => Text::of($input->getOption($name)) === '',
        );
        if ($missing !== [] || $secret === '') {
            $names = array_map(static fn (string $name): string => "--$name", array_values($missing));
            $output->writeln(
                '<error>missing: ' . implode(', ', [...$names, ...($secret === '' ? ['ACO_CLIENT_SECRET'] : [])])
                    . '</error>',
            );

            return Command::INVALID;
        }

        try {
            $connection = $this->setup->connect(
                Text::of($input->getOption('org_id')),
                Text::of($input->getOption('tenant_id')),
                Text::of($input->getOption('client_id')),
                $secret,
                Text::of($input->getOption('ims_url')),
                Text::of($input->getOption('ccm_url')),
            );
        } catch (AcoException | LocalizedException $e) {
            $output->writeln("<error>{$e->getMessage()}</error>");
            $output->writeln('Nothing was stored.');

            return Command::FAILURE;
        }

        $output->writeln("Connected: $connection->ingestionUrl");
        if ($connection->studioUrl !== null) {
            $output->writeln("Studio: $connection->studioUrl");
        }
        $output->writeln('All feeds are sent by the next runs of cron; bin/magento aco:status shows how far they are.');

        return Command::SUCCESS;
    }
}
