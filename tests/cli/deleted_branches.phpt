--TEST--
sync: what the service deletes along with a category or price book is sent again
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$slugs = static fn (): array => array_column($cli->held('categories'), 'slug');
$all = array_map(category(...), ['a', 'a/b', 'a/b/c', 'ab', 'd', 'e', 'f']);
$path = $cli->write('categories.jsonl', $all);
check('all', $cli->run(['sync', $path])->code === 0 && count($slugs()) === 7);

echo "-- from a file: by the same run\n";
unset($all[1]);
$cli->write('categories.jsonl', $all);
$result = $cli->run(['sync', '--full', $path, '--json']);
check('done', $result->code === 0 && $slugs() === ['a', 'a/b/c', 'ab', 'd', 'e', 'f'], $result);
check('counted', $result->feed('categories') === [
    'read' => 6, 'unchanged' => 6, 'sent' => 2, 'accepted' => 1, 'deleted' => 1,
],
    $result->feed('categories'));

echo "-- from standard input: by the next one\n";
unset($all[0]);
show($cli->run(['sync', '--full', '--feed=categories', '-'], [], lines($all)), $cli, 'first');
check('with its parent', $slugs() === ['ab', 'd', 'e', 'f']);
check('next', $cli->run(['sync', '--full', '--feed=categories', '-'], [], lines($all))->code === 0
    && $slugs() === ['a/b/c', 'ab', 'd', 'e', 'f']);

echo "-- price book\n";
$book = static fn (bool $deleted): array => [
    'websiteCode' => 'base', 'websiteName' => 'Base', 'customerGroupId' => null, 'currency' => 'EUR',
    'deleted' => $deleted,
];
$prices = $cli->write('prices.jsonl', [price('A'), ['websiteCode' => 'other'] + price('A')]);
check('both', $cli->run(['sync', '--feed=priceBooks', '-'], [], lines([$book(false)]))->code === 0
    && $cli->run(['sync', $prices])->code === 0 && count($cli->held('prices')) === 2);
show($cli->run(['sync', '--feed=priceBooks', '-'], [], lines([$book(true)])), $cli, 'deleted');
check('its price went, too', count($cli->held('prices')) === 1);
check('sent again', $cli->run(['sync', '--feed=priceBooks', '-'], [], lines([$book(false)]))->code === 0
    && $cli->run(['sync', $prices])->code === 0 && count($cli->held('prices')) === 2);
?>
--EXPECT--
all: yes
-- from a file: by the same run
done: yes
counted: yes
-- from standard input: by the next one
first [1] 1 item deleted along with categories or price books above them: sync the source again to send those that it still contains.
with its parent: yes
next: yes
-- price book
both: yes
deleted [1] 1 item deleted along with categories or price books above them: sync the source again to send those that it still contains.
its price went, too: yes
sent again: yes
