--TEST--
Links between the pages lead somewhere; docs/README.md names every page; the picture can be shown anywhere
--SKIPIF--
<?php
if (!extension_loaded('mbstring') || !extension_loaded('dom')) {
    die('skip mbstring or dom is missing');
}
?>
--FILE--
<?php
require __DIR__ . '/markdown.inc';

$pages = Page::all();
foreach ([
    'CHANGELOG.md', 'CONTRIBUTING.md', 'RELEASING.md', 'SECURITY.md', 'bench/README.md', 'tests/stress/README.md',
] as $path) {
    $pages[] = new Page($path);
}
$count = 0;
$linked = [];
foreach ($pages as $page) {
    foreach ($page->plain() as $number => $line) {
        preg_match_all('/\]\(([^)\s]+)\)/', $line, $matches);
        foreach ($matches[1] as $target) {
            if (preg_match('~^https?://~', $target) === 1) {
                continue;
            }
            $count++;
            [$file, $anchor] = explode('#', $target, 2) + [1 => null];
            $path = $file === '' ? $page->path : ltrim(dirname($page->path) . "/$file", './');
            $real = realpath(DOCS_ROOT . '/' . ($file === '' ? $page->path : dirname($page->path) . "/$file"));
            if ($real === false) {
                echo "{$page->path}:$number: there is no $path\n";
            } elseif (
                $anchor !== null
                && !in_array($anchor, (new Page(substr($real, strlen(realpath(DOCS_ROOT)) + 1)))->anchors(), true)
            ) {
                echo "{$page->path}:$number: there is no section #$anchor in $path\n";
            }
            if ($page->path === 'docs/README.md') {
                $linked[] = $real;
            }
        }
    }
}
foreach (glob(realpath(DOCS_ROOT) . '/docs/*.md') as $path) {
    if (basename($path) !== 'README.md' && !in_array($path, $linked, true)) {
        echo 'docs/README.md does not name ', basename($path), "\n";
    }
}
echo $count > 60 ? 'links' : "only $count links", "\n";

$svg = file_get_contents(DOCS_ROOT . '/docs/architecture.svg');
$document = new DOMDocument();
$document->loadXML($svg);
$root = $document->documentElement;
echo $root->nodeName, ' ', $root->hasAttribute('viewBox') ? 'scales' : 'has no viewBox', "\n";
echo $document->getElementsByTagName('title')->length === 1 ? 'has a title' : 'has no title', "\n";
echo str_contains($svg, 'prefers-color-scheme: dark') ? 'knows dark pages' : 'is for light pages only', "\n";
echo preg_match('~(href|src|url\(|@import)[^#]{0,3}https?:|<script|<image~', $svg) === 0 ? 'needs nothing else' : 'loads something', "\n";
?>
--EXPECT--
links
svg scales
has a title
knows dark pages
needs nothing else
