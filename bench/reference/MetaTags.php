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
            $text = $item['metaTitle'];
            $tags['title'] = is_string($text) ? $text : Value::text($text, 'metaTitle');
        }
        if (isset($item['metaDescription'])) {
            $text = $item['metaDescription'];
            $tags['description'] = is_string($text) ? $text : Value::text($text, 'metaDescription');
        }

        if (isset($item[$keywordsField])) {
            $text = $item[$keywordsField];
            $words = [];

            foreach (explode("\n", is_string($text) ? $text : Value::text($text, $keywordsField)) as $word) {
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
