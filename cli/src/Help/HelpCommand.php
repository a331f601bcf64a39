<?php

declare(strict_types=1);

namespace Aco\Cli\Help;

use Symfony\Component\Console\Command\Command as ConsoleCommand;
use Symfony\Component\Console\Command\HelpCommand as SymfonyHelpCommand;
use Symfony\Component\Console\Helper\DescriptorHelper;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** help, and --help of a command. */
final class HelpCommand extends SymfonyHelpCommand
{
    private ?ConsoleCommand $described = null;

    public function setCommand(ConsoleCommand $command): void
    {
        $this->described = $command;
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $command = $this->described ?? $this->getApplication()->find($input->getArgument('command_name'));
        $this->described = null;

        $helper = (new DescriptorHelper())->register('txt', new HelpDescriptor());
        $helper->describe($output, $command, [
            'format' => $input->getOption('format'),
            'raw_text' => $input->getOption('raw'),
        ]);

        return self::SUCCESS;
    }
}
