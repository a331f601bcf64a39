<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class MetaTags
{
    /**
     * @param array<string, mixed> $item
     * @param string $keywordsField name of the field that has one keyword per line
     * @return array<string, string|list<string>>
     */
    public static function of(array $item, string $keywordsField): array
    {
        $tags = [];

        if (isset($item['metaTitle'])) {
            $tags['title'] = Value::text($item['metaTitle'], 'metaTitle');
        }
        if (isset($item['metaDescription'])) {
            $tags['description'] = Value::text($item['metaDescription'], 'metaDescription');
        }

        if (isset($item[$keywordsField])) {
            $words = [];

            foreach (explode("\n", Value::text($item[$keywordsField], $keywordsField)) as $word) {
                $word = trim($word);
                if ($word !== '') {
                    $words[] = $word;
                }
            }

            if ($words !== []) {
                $tags['keywords'] = $words;
            }
        }

        return $tags;
    }
}
