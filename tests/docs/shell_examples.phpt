--TEST--
Every shell example of README.md and docs/ runs, unless the page says why it does not
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/examples.inc';

const LANGUAGES = ['sh', 'php', 'text', 'json', 'ini', 'cron'];

$counts = [];
foreach (Page::all() as $page) {
    foreach ($page->blocks as $block) {
        in_array($block->language, LANGUAGES, true)
            || print("{$block->place()}: a block is one of " . implode(', ', LANGUAGES) . "\n");
        if ($block->language === 'sh' && !preg_match('/^(|exits \d+|norun .{5,})$/', $block->info)) {
            echo "{$block->place()}: after sh stands nothing, \"exits N\", or \"norun\" with the reason\n";
        }
    }
    // A block without a fence would be run by nobody.
    foreach ($page->prose as $number => $line) {
        if (str_starts_with($line, '    ') && trim($page->prose[$number - 1] ?? '-') === '') {
            echo "{$page->path}:$number: code stands between fences\n";
        }
    }
    $run = static fn (Block $block): bool => $block->language === 'sh' && !str_starts_with($block->info, 'norun');
    if (array_filter($page->blocks, $run) !== []) {
        $examples = new Examples($page);
        $counts[$page->path] = $examples->runShell();
        $examples->end();
    }
}
check('the command has examples', ($counts['docs/command.md'] ?? 0) > 3 && ($counts['README.md'] ?? 0) > 0, $counts);
?>
--EXPECT--
the command has examples: yes
