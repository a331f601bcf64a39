--TEST--
list, help and --help of every command: descriptions for each command and option, which stay in their column
--EXTENSIONS--
aco
pdo_sqlite
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Application;
use Symfony\Component\Console\Input\ArrayInput;
use Symfony\Component\Console\Output\BufferedOutput;

putenv('COLUMNS=80');
$application = new Application();

function lines(Application $application, array $arguments): array
{
    $output = new BufferedOutput();
    $application->run(new ArrayInput($arguments), $output);

    return explode("\n", $output->fetch());
}

/** Lines that a terminal would break; the usage of a command is one line, and its Help is laid out by itself. */
function tooWide(array $lines): array
{
    $end = array_search('Help:', $lines, true);

    return array_filter(
        $end === false ? $lines : array_slice($lines, 0, $end),
        static fn (string $line): bool => mb_strlen($line) > 80,
    );
}

$list = lines($application, ['command' => 'list']);
$wide = preg_grep('/^  sandbox /', tooWide($list), PREG_GREP_INVERT);
$commands = preg_grep('/^  [\w:-]+  +\S/', $list);
echo implode("\n", $wide), count($commands) > 20 ? "the list fits\n" : "too few\n";

$described = 0;
foreach ($application->all() as $name => $command) {
    // The first is Symfony's; the options of the other leave no room beside them.
    if ($command->isHidden() || in_array($name, ['completion', 'sandbox'], true)) {
        continue;
    }
    foreach ([['command' => 'help', 'command_name' => $name], ['command' => $name, '--help' => true]] as $arguments) {
        $lines = lines($application, $arguments);
        foreach (tooWide($lines) as $line) {
            echo "$name: $line\n";
        }
        $described += in_array('Description:', $lines, true) ? 1 : 0;
    }
    foreach ($command->getDefinition()->getOptions() as $option) {
        if ($option->getDescription() === '') {
            echo "$name: --{$option->getName()} has no description\n";
        }
    }
}
echo $described >= 40 ? "every help fits\n" : "only $described\n";
?>
--EXPECT--
the list fits
every help fits
