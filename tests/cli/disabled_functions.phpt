--TEST--
Functions that hosters disable: the command does without, or names the one that it needs
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const COMMON = 'stream_isatty,getenv,putenv,getmypid,extension_loaded,usleep,register_shutdown_function,ini_get,ini_set,set_time_limit,php_uname,'
    . 'gethostname,posix_isatty,posix_geteuid,posix_getpid,posix_kill,pcntl_signal,proc_open,exec,shell_exec,popen,system,passthru,symlink,link,'
    . 'error_log,chown,chgrp,phpversion,sys_get_temp_dir,disk_free_space,fsockopen,stream_socket_client,stream_socket_server,curl_exec,phpinfo';

$cli = (new Cli())->startSandbox();
$source = $cli->write('products.jsonl', [product('A')]);
$disable = static fn (string $functions): int|false
    => file_put_contents("{$cli->dir}/ini/disabled.ini", "disable_functions=$functions\n");

$disable(COMMON);
foreach ([
    ['config:init', ...$cli->connectionOptions()], ['sync', $source], ['status'], ['resend-failed'],
    ['estimate', $source],
] as $arguments) {
    $result = $cli->run($arguments, ['ACO_CLIENT_SECRET' => 'sandbox-secret']);
    echo "$arguments[0]: exit code $result->code ", str_contains($result->err, 'disable_functions') ? $result->err : '', "\n";
}
check('it arrived', count($cli->held('products')) === 1);

foreach (['umask', 'set_error_handler', 'microtime'] as $function) {
    $disable($function);
    $result = $cli->run(['resync', '--feed=products', $source]);
    echo "$function: exit code $result->code ", $result->err;
}
?>
--EXPECT--
config:init: exit code 0 
sync: exit code 0 
status: exit code 0 
resend-failed: exit code 0 
estimate: exit code 0 
it arrived: yes
umask: exit code 3 PHP has no function umask(): remove it from disable_functions in the php.ini of the command line, or install the extension that provides it.
set_error_handler: exit code 3 aco: PHP has no function set_error_handler(): remove it from disable_functions in the php.ini of the command line, or install the extension that provides it.
microtime: exit code 3 PHP has no function microtime(): remove it from disable_functions in the php.ini of the command line, or install the extension that provides it.
