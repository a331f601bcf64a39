--TEST--
--help of every command: examples that its definition takes, exit codes and environment
--EXTENSIONS--
aco
pdo_sqlite
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Application;
use Aco\Cli\Command\Command;
use Aco\Cli\Help\CommandHelp;
use Symfony\Component\Console\Input\StringInput;

// As cli/aco.php in a checkout.
$_SERVER['PHP_SELF'] = 'bin/aco';
$examples = 0;
foreach ((new Application())->all() as $name => $command) {
    if (!$command instanceof Command || $name !== $command->getName()) {
        continue;
    }

    CommandHelp::examples($name) !== [] || print("$name has no example\n");

    foreach (CommandHelp::examples($name) as $line) {
        $command->mergeApplicationDefinition();
        $input = new StringInput($line);
        $input->bind($command->getDefinition());
        $input->validate();
        $input->getFirstArgument() === $name || print("$name: $line\n");
        $examples++;
        str_contains($command->getProcessedHelp(), "bin/aco $line") || print("$name: not shown: $line\n");
    }

    // Symfony indents it.
    foreach (explode("\n", strip_tags(CommandHelp::text($name))) as $line) {
        mb_strlen($line) <= 78 || print("$name: too wide: $line\n");
    }
    foreach (['Exit codes:', 'Environment:', 'ACO_STATE_DIR'] as $part) {
        str_contains($command->getHelp(), $part) || print("$name says nothing of $part\n");
    }
}
echo $examples >= 30 ? "all examples are taken\n" : "only $examples examples\n";
?>
--EXPECT--
all examples are taken
