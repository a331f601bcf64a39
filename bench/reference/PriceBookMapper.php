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
        [$code, $group] = PriceBook::of($item);
        $identity = "$code\0$group";
        $body = ['priceBookId' => $group === '' ? $code : "$code::$group"];
        $deleted = $item['deleted'] ?? false;
        if (!is_bool($deleted)) {
            $deleted = Value::flag($deleted, 'deleted');
        }
        if ($deleted || $this->scopes?->isWebsiteDisabled($code)) {
            return new Document('priceBooks', $identity, $body, true);
        }

        $website = $item['websiteName'] ?? '';
        if (!is_string($website)) {
            $website = Value::text($website, 'websiteName');
        }
        if ($website === '') {
            $website = $code;
        }

        if ($group === '') {
            $body['name'] = $website;

            if (isset($item['currency'])) {
                $currency = $item['currency'];
                $body['currency'] = is_string($currency) ? $currency : Value::text($currency, 'currency');
            }
        } else {
            $body['name'] = self::groupName($item, $group) . " ($website)";
            $body['parentId'] = $code;
        }

        return new Document('priceBooks', $identity, $body, false);
    }

    /**
     * @param array<string, mixed> $item
     */
    private static function groupName(array $item, string $group): string
    {
        $name = $item['customerGroupName'] ?? '';
        if (!is_string($name)) {
            $name = Value::text($name, 'customerGroupName');
        }
        if ($name !== '') {
            return $name;
        }

        $number = $item['customerGroupId'] ?? '';
        $name = is_string($number) ? $number : Value::text($number, 'customerGroupId');

        return $name !== '' ? $name : $group;
    }
}
