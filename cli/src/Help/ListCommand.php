<?php

declare(strict_types=1);

namespace Aco\Cli\Help;

use Symfony\Component\Console\Command\ListCommand as SymfonyListCommand;
use Symfony\Component\Console\Helper\DescriptorHelper;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** list, which is run when no command is given. */
final class ListCommand extends SymfonyListCommand
{
    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $helper = (new DescriptorHelper())->register('txt', new HelpDescriptor());
        $helper->describe($output, $this->getApplication(), [
            'format' => $input->getOption('format'),
            'raw_text' => $input->getOption('raw'),
            'namespace' => $input->getArgument('namespace'),
            'short' => $input->getOption('short'),
        ]);

        return self::SUCCESS;
    }
}
