<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Application;
use Aco\Cli\CommandFailure;

/** Runs checks one after the other; a check that fails is a finding itself. */
final class Examination
{
    /** @var list<Finding> */
    private array $findings = [];

    /**
     * @param \Closure(): iterable<Finding> $check
     * @return bool whether it ran to its end
     */
    public function run(string $name, \Closure $check): bool
    {
        try {
            foreach ($check() as $finding) {
                $this->findings[] = $finding;
            }

            return true;
        } catch (CommandFailure $e) {
            $this->findings[] = Finding::critical($name, $e->getMessage());
        } catch (\Throwable $e) {
            $this->findings[] = Finding::critical($name, Application::sentenceOfDisabled($e)
                ?? 'It cannot be checked (' . rtrim($e->getMessage(), '.') . '): report this with the output of -vvv.');
        }

        return false;
    }

    /** @return list<Finding> */
    public function findings(): array
    {
        return $this->findings;
    }
}
