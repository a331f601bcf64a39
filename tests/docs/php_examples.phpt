--TEST--
Every PHP example of README.md and docs/ runs and prints what the page shows
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/examples.inc';

$counts = [];
foreach (Page::all() as $page) {
    if (array_filter($page->blocks, static fn (Block $block): bool => $block->language === 'php') !== []) {
        $examples = new Examples($page);
        $counts[$page->path] = $examples->runPhp();
        $examples->end();
    }
}
check(
    'the README and the guide have examples',
    ($counts['README.md'] ?? 0) > 0 && ($counts['docs/api.md'] ?? 0) > 15,
    $counts,
);
?>
--EXPECT--
the README and the guide have examples: yes
