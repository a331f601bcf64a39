--TEST--
Sandbox: categories are closed objects, and deleting one deletes its branch
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/categories';
$en = ['locale' => 'en'];
$category = fn (string $slug, array $more = []) => $more + ['slug' => $slug, 'source' => $en, 'name' => 'N'];
sandbox_table($sandbox, [
    'create' => ['POST', $path, array_map($category, [
        'men', 'men/tops', 'men/tops/tees', 'men-sale', 'men0', 'women',
    ])],
    'other source' => ['POST', $path, [$category('men/tops', ['source' => ['locale' => 'fr']])]],
    'everything' => ['POST', $path, [$category('full', ['description' => null, 'families' => null, 'position' => 4,
        'metaTags' => ['title' => 't'], 'attributes' => [['code' => 'a', 'values' => ['b']]],
        'images' => [['url' => 'u', 'roles' => ['BASE']]]])]],
    'bad slugs' => ['POST', $path, array_map($category, [
        '', 'Men', 'a//b', '/a', 'a/', 'a_b', "a\n", str_repeat('a', 1025),
    ])],
    'bad name' => ['POST', $path, [$category('a', ['name' => '']), $category('b', ['name' => str_repeat('é', 129)])]],
    'longest name' => ['POST', $path, [$category('long', ['name' => str_repeat('é', 128)])]],
    'closed' => ['POST', $path, [$category('a', ['isActive' => true, 'name' => 5])]],
    'small image' => ['POST', $path, [$category('a', ['images' => [['url' => 'u', 'roles' => ['SMALL']]]])]],
    'update' => ['PATCH', $path, [[
        'slug' => 'full', 'source' => $en, 'families' => ['top_menu'], 'metaTags' => ['keywords' => ['k']],
    ]]],
    'closed update' => ['PATCH', $path, [['slug' => 'full', 'source' => $en, 'level' => 2]]],
    'closed delete' => ['POST', "$path/delete", [['slug' => 'men', 'source' => $en, 'name' => 'N']]],
    'delete a branch' => ['POST', "$path/delete", [['slug' => 'men', 'source' => $en]]],
]);
foreach (sandbox_entities($sandbox, 'categories') as $stored) {
    echo $stored->source->locale, ' ', $stored->slug, $stored->slug === 'full' ? ' ' . json_encode($stored) : '', "\n";
}
?>
--EXPECT--
create: 200 ACCEPTED 6
other source: 200 ACCEPTED 1
everything: 200 ACCEPTED 1
bad slugs: 400 Items validation failed for 8 items
    0 slug: slug must have at least 1 character(s). []
    0 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. []
    1 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. [Men]
    2 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. [a//b]
    3 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. [/a]
    4 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. [a/]
    5 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. [a_b]
    6 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes. [a
]
    7 slug: slug must have at most 1024 characters. [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…]
bad name: 400 Items validation failed for 2 items
    0 name: name must have at least 1 character(s). []
    1 name: name must have at most 128 characters. [ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé]
longest name: 200 ACCEPTED 1
closed: 400 Items validation failed for 1 item
    0 name: name must be a string, not an integer. [5]
    0 isActive: The field isActive is not known here. Remove it. [true]
small image: 400 Items validation failed for 1 item
    0 images.0.roles.0: images.0.roles.0 must be one of BASE, THUMBNAIL. [SMALL]
update: 200 ACCEPTED 1
closed update: 400 Items validation failed for 1 item
    0 level: The field level is not known here. Remove it. [2]
closed delete: 400 Items validation failed for 1 item
    0 name: The field name is not known here. Remove it. [N]
delete a branch: 200 ACCEPTED 1
en full {"description":null,"families":["top_menu"],"position":4,"metaTags":{"title":"t","keywords":["k"]},"attributes":[{"code":"a","values":["b"]}],"images":[{"url":"u","roles":["BASE"]}],"slug":"full","source":{"locale":"en"},"name":"N"}
en long
en men-sale
fr men/tops
en men0
en women
