--TEST--
Assignment, Asset, AssetChange, ProductChange: what the constructors take and refuse
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\Asset;
use Aco\Assets\AssetChange;
use Aco\Assets\Assignment;
use Aco\Assets\ProductChange;
use Aco\Assets\Sink;
use Aco\Assets\SkuMatcher;

/** An error handler sees an object before it is constructed. */
function half_made(callable $make): object
{
    set_error_handler(static function () use (&$object): never {
        $object = debug_backtrace()[1]['object'];
        throw new Exception('stop');
    });
    try {
        $make();
    } catch (Exception) {
    }
    restore_error_handler();

    return $object;
}

function refused(callable $make): void
{
    try {
        $make();
        echo "taken\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

$shirt = new Assignment('A-1', ['image', 'thumbnail'], 3);
echo json_encode([$shirt, new Assignment('A-2')]), "\n";
$texts = [['store_code' => 'de', 'value' => 'Hemd']];
echo json_encode([
    Asset::fromMatches('a', [$shirt], false, $texts, 'image/png'),
    Asset::fromMatches('a', [$shirt], true, $texts),
    Asset::fromMatches('a', [], false, $texts),
], JSON_PRETTY_PRINT), "\n";
$media = ['assetId' => 'a', 'video' => false, 'altTexts' => $texts, 'roles' => ['image'], 'position' => null];
echo json_encode([new AssetChange('a', false, $texts, [$shirt], [], ['B']), new ProductChange('A-1', [$media])]), "\n";

refused(fn () => new Assignment(''));
refused(fn () => new Assignment("a\xff"));
refused(fn () => new Assignment('a', ['x' => 'image']));
refused(fn () => new Assignment('a', ['']));
refused(fn () => new Assignment('a', [1]));
$role = 'image';
refused(fn () => new Assignment('a', [&$role]));
refused(fn () => new Assignment('a', array_fill(0, 65, 'image')));
refused(fn () => new Assignment('a', [], -1));
refused(fn () => new Assignment('a', [], 1 << 31));
refused(fn () => $shirt->__construct('B'));
refused(function () use ($shirt): void { $shirt->sku = 'B'; });
refused(fn () => Asset::fromMatches('a', ['A-1']));
refused(fn () => Asset::fromMatches('a', [half_made(static fn () => new Assignment(null))]));
refused(fn () => Asset::fromMatches('a', [$shirt], false, [], "\0"));
refused(fn () => Asset::fromMatches('a', [$shirt], false, [['store_code' => 'de']]));
refused(fn () => new AssetChange('', false, [], [], [], []));
refused(fn () => new AssetChange('a', false, [['store_code' => '', 'value' => 'x']], [], [], []));
refused(fn () => new AssetChange('a', false, [], [1 => $shirt], [], []));
refused(fn () => new AssetChange('a', false, [], [], [new stdClass()], []));
refused(fn () => new AssetChange('a', false, [], [], [], [5]));
refused(fn () => new ProductChange('a', [[]]));
refused(fn () => new ProductChange('a', ['a']));
refused(fn () => new ProductChange('a', [['video' => 1] + $media]));
refused(fn () => new ProductChange('a', [['position' => '1'] + $media]));
refused(fn () => new ProductChange('a', [['position' => -1] + $media]));
refused(fn () => new ProductChange('a', [['roles' => [null]] + $media]));
refused(fn () => new ProductChange('a', [['assetId' => ''] + $media]));
refused(fn () => new SkuMatcher(''));
refused(fn () => half_made(static fn () => new SkuMatcher(null))->match([]));
var_dump(interface_exists(Sink::class));
?>
--EXPECT--
[{"sku":"A-1","roles":["image","thumbnail"],"position":3},{"sku":"A-2","roles":[],"position":null}]
[
    {
        "id": "a",
        "eligible": true,
        "reason": "",
        "video": false,
        "format": "image\/png",
        "altTexts": [
            {
                "store_code": "de",
                "value": "Hemd"
            }
        ],
        "assignments": [
            {
                "sku": "A-1",
                "roles": [
                    "image",
                    "thumbnail"
                ],
                "position": 3
            }
        ]
    },
    {
        "id": "a",
        "eligible": true,
        "reason": "",
        "video": true,
        "format": "",
        "altTexts": [],
        "assignments": [
            {
                "sku": "A-1",
                "roles": [
                    "image",
                    "thumbnail"
                ],
                "position": 3
            }
        ]
    },
    {
        "id": "a",
        "eligible": false,
        "reason": "no_sku",
        "video": false,
        "format": "",
        "altTexts": [],
        "assignments": []
    }
]
[{"assetId":"a","video":false,"altTexts":[{"store_code":"de","value":"Hemd"}],"assignments":[{"sku":"A-1","roles":["image","thumbnail"],"position":3}],"upserts":[],"removals":["B"]},{"sku":"A-1","media":[{"assetId":"a","video":false,"altTexts":[{"store_code":"de","value":"Hemd"}],"roles":["image"],"position":null}]}]
Aco\Exception\InvalidArgumentException: $sku must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $sku must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $roles must be a list
Aco\Exception\InvalidArgumentException: $roles must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $roles must be a list of strings
Aco\Exception\InvalidArgumentException: $roles must be a list of strings
Aco\Exception\InvalidArgumentException: $roles has 65 values, at most 64 are taken
Aco\Exception\InvalidArgumentException: $position must be null or from 0 to 2147483647
Aco\Exception\InvalidArgumentException: $position must be null or from 0 to 2147483647
Error: Cannot construct Aco\Assets\Assignment twice
Error: Cannot modify readonly property Aco\Assets\Assignment::$sku
Aco\Exception\InvalidArgumentException: $assignments must be a list of Aco\Assets\Assignment
Error: Aco\Assets\Assignment was not constructed
Aco\Exception\InvalidArgumentException: $format must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $altTexts must be a list of array{store_code: string, value: string}
Aco\Exception\InvalidArgumentException: $assetId must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $altTexts must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $assignments must be a list
Aco\Exception\InvalidArgumentException: $upserts must be a list of Aco\Assets\Assignment
Aco\Exception\InvalidArgumentException: $removals must be a list of strings
Aco\Exception\InvalidArgumentException: $media must be a list of array{assetId: string, video: bool, altTexts: array, roles: array, position: ?int}
Aco\Exception\InvalidArgumentException: $media must be a list of array{assetId: string, video: bool, altTexts: array, roles: array, position: ?int}
Aco\Exception\InvalidArgumentException: $media must be a list of array{assetId: string, video: bool, altTexts: array, roles: array, position: ?int}
Aco\Exception\InvalidArgumentException: $media must be a list of array{assetId: string, video: bool, altTexts: array, roles: array, position: ?int}
Aco\Exception\InvalidArgumentException: $media must be null or from 0 to 2147483647
Aco\Exception\InvalidArgumentException: $media must be a list of strings
Aco\Exception\InvalidArgumentException: $media must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $metadataField must have 1 to 255 bytes of UTF-8 without control characters
Error: Aco\Assets\SkuMatcher was not constructed
bool(true)
