--TEST--
Every wait ends at once: by a signal handler that throws or exits, and by a signal without one
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/waits.inc';

end_waits([
    'handler throws' => [SIGINT, 'pcntl_async_signals(true); pcntl_signal(SIGINT, static fn () => throw new DomainException("mine"));'],
    'handler exits' => [SIGTERM, 'pcntl_async_signals(true); pcntl_signal(SIGTERM, static fn () => exit(3));'],
    'SIGINT' => [SIGINT, ''],
    'SIGTERM' => [SIGTERM, ''],
]);
?>
--EXPECTF--
for an answer
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
for the token
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
until the next attempt
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
for the end of a pause
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
for the rate
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
for a token that another process asks for
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  asked: 1
