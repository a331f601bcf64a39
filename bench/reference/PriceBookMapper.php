<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class PriceBookMapper implements Mapper
{
    public function __construct(private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $book = PriceBook::of($item);
        $identity = "$book->website\0$book->group";
        $body = ['priceBookId' => $book->id()];
        $deleted = isset($item['deleted']) && Value::flag($item['deleted'], 'deleted');
        if ($deleted || $this->scopes?->isWebsiteDisabled($book->website)) {
            return Document::of('priceBooks', $identity, $body, true);
        }

        $website = isset($item['websiteName']) ? Value::text($item['websiteName'], 'websiteName') : '';
        if ($website === '') {
            $website = $book->website;
        }

        if ($book->isBase()) {
            $body['name'] = $website;

            if (isset($item['currency'])) {
                $body['currency'] = Value::text($item['currency'], 'currency');
            }
        } else {
            $body['name'] = self::groupName($item, $book) . " ($website)";
            $body['parentId'] = $book->website;
        }

        return Document::of('priceBooks', $identity, $body, false);
    }

    /**
     * @param array<string, mixed> $item
     */
    private static function groupName(array $item, PriceBook $book): string
    {
        foreach (['customerGroupName', 'customerGroupId'] as $field) {
            $name = isset($item[$field]) ? Value::text($item[$field], $field) : '';
            if ($name !== '') {
                return $name;
            }
        }

        return $book->group;
    }
}
