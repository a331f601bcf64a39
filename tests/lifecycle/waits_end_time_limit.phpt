--TEST--
Every wait ends at once when the time limit of PHP does
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
if (!function_exists('proc_open')) die('skip proc_open() is disabled');
if (PHP_ZTS) die('skip the time limit has a timer of its own');
?>
--FILE--
<?php
require __DIR__ . '/waits.inc';

// On Linux the limit counts processor time, of which a wait takes none: its signal is sent by hand.
end_waits(['time limit' => [SIGPROF, 'set_time_limit(20);']]);
?>
--EXPECTF--
for an answer
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for the token
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
until the next attempt
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for the end of a pause
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for the rate
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for a token that another process asks for
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
  asked: 1
