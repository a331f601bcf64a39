--TEST--
The webhook's folders are kept tidy below a state folder whose name has characters of patterns; its settings are checked
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Assets\Webhook\ReceivedEvents;
use Aco\Cli\Assets\Webhook\SeenEvents;
use Aco\Cli\Assets\Webhook\WebhookFolder;
use Aco\Cli\Assets\Webhook\WebhookSettings;
use Aco\Cli\CommandFailure;
use Aco\Cli\Fleet\WorkspaceFolder;

$cli = new Cli();
$state = "$cli->dir/shop [1]*?\\x";
mkdir("$state/seen", 0700, true);
mkdir("$state/tenant");

$seen = new SeenEvents("$state/seen");
$seen->add('old');
rename("$state/seen/" . scandir("$state/seen")[2], "$state/seen/19000");
$seen->add('new');
$seen->forget(90_000);
var_dump(is_dir("$state/seen/19000"), $seen->has('new', 90_000));

touch("$state/.webhook-left.jsonl", time() - 90_000);
ReceivedEvents::sweep($state);
var_dump(file_exists("$state/.webhook-left.jsonl"));

touch("$state/tenant/aco.sqlite");
var_dump(array_keys(WorkspaceFolder::of($state)->workspaces()));

WebhookFolder::make("$state/webhook");
foreach (['', '{"clientId":"c"}', '{"clientId":"c","maxAgeSeconds":"x","keysUrl":7}'] as $damaged) {
    file_put_contents("$state/webhook/settings.json", $damaged);
    try {
        WebhookSettings::read($state);
        echo "read\n";
    } catch (CommandFailure $e) {
        echo substr($e->getMessage(), strlen("$state/webhook/")), "\n";
    }
}
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
array(1) {
  [0]=>
  string(6) "tenant"
}
settings.json is missing, has no client id or is damaged: run assets:config --events-client-id=… with this state folder.
settings.json is missing, has no client id or is damaged: run assets:config --events-client-id=… with this state folder.
settings.json is missing, has no client id or is damaged: run assets:config --events-client-id=… with this state folder.
