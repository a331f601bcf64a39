<?php

declare(strict_types=1);

namespace Aco\Tests\Mutants;

use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\SingleCommandApplication;

/** Lists the changes of one token that no test notices. */
final class MutantsCommand extends SingleCommandApplication
{
    protected function configure(): void
    {
        $this->setName('tests/mutants/run');
        $this->setDescription('Changes one token of the sources at a time and lists the changes that no test notices');
        $this->addArgument('path', InputArgument::IS_ARRAY, 'Sources to change, or the start of their paths', ['src/']);
        $this->addOption('count', null, InputOption::VALUE_REQUIRED, 'Number of changes', '20');
        $this->addOption('seed', null, InputOption::VALUE_REQUIRED, 'What determines the changes and their order', '1');
        $this->addOption('skip', null, InputOption::VALUE_REQUIRED, 'Number of changes that an earlier run tried', '0');
        $this->addOption('list', null, InputOption::VALUE_NONE, 'Only print the changes');
        $this->setHelp(<<<'END'
            A change is a build and a run of the tests that belong to its source, in a copy in var/mutants.
            Exit code: 0 a test noticed each change, 1 some were not noticed.
            END);
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $root = dirname(__DIR__, 2);
        $mutants = $this->choose($root, $input->getArgument('path'), (int) $input->getOption('seed'));
        $mutants = array_slice($mutants, (int) $input->getOption('skip'), (int) $input->getOption('count'));

        if ($input->getOption('list')) {
            foreach ($mutants as $mutant) {
                $source = (string) file_get_contents("$root/$mutant->file");
                $output->writeln($mutant->describe($source), OutputInterface::OUTPUT_RAW);
            }
            return self::SUCCESS;
        }

        $tree = new Tree($root, "$root/var/mutants");
        $tree->prepare();
        foreach ($mutants as $mutant) {
            $tree->learn($mutant->file);
        }

        $totals = ['noticed' => 0, 'not built' => 0, 'SURVIVED' => 0];
        foreach ($mutants as $mutant) {
            $source = $tree->read($mutant->file);
            [$verdict, $test] = $this->judge($tree, $mutant, $source);
            $totals[$verdict]++;
            $by = $test === null ? '' : " ($test)";
            $output->writeln("$verdict: {$mutant->describe($source)}$by", OutputInterface::OUTPUT_RAW);
        }

        foreach ($totals as $verdict => $total) {
            $output->writeln("$verdict: $total");
        }
        return $totals['SURVIVED'] > 0 ? self::FAILURE : self::SUCCESS;
    }

    /** @return array{string, ?string} the verdict, and the test that noticed the change */
    private function judge(Tree $tree, Mutant $mutant, string $source): array
    {
        $tree->write($mutant->file, $mutant->apply($source));
        try {
            if (!$tree->builds()) {
                return ['not built', null];
            }
            $test = $tree->failing($mutant->file);
            return [$test === null ? 'SURVIVED' : 'noticed', $test];
        } finally {
            $tree->write($mutant->file, $source);
        }
    }

    /**
     * @param list<string> $paths
     * @return list<Mutant> all changes, in an order that the seed determines
     */
    private function choose(string $root, array $paths, int $seed): array
    {
        $mutants = [];
        foreach (file("$root/src/sources.txt", FILE_IGNORE_NEW_LINES) ?: [] as $file) {
            foreach ($paths as $path) {
                if (str_starts_with($file, $path)) {
                    $source = (string) file_get_contents("$root/$file");
                    array_push($mutants, ...(new MutantFinder())->find($file, $source));
                    break;
                }
            }
        }

        mt_srand($seed);
        for ($i = count($mutants) - 1; $i > 0; $i--) {
            $j = mt_rand(0, $i);
            [$mutants[$i], $mutants[$j]] = [$mutants[$j], $mutants[$i]];
        }
        return $mutants;
    }
}
