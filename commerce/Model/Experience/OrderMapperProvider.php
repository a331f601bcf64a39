<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\CommerceOptimizer\Model\Config;
use Aco\Experience\OrderMapper;
use Aco\Experience\Settings;

/** Makes the mapper with what the section of Experience Platform says about orders. */
class OrderMapperProvider
{
    private const GROUP = 'aco_experience/orders/';

    public function __construct(private readonly Config $config)
    {
    }

    /** @throws \Aco\Exception\InvalidArgumentException */
    public function get(Settings $settings): OrderMapper
    {
        return new OrderMapper(
            $settings,
            $this->config->text(self::GROUP . 'documented_names') === '1',
            self::paths($this->config->text(self::GROUP . 'order_attributes')),
            self::paths($this->config->text(self::GROUP . 'item_attributes')),
            trim($this->config->text(self::GROUP . 'tracking_path')),
            $this->config->text(self::GROUP . 'normalize_email') === '1',
        );
    }

    /**
     * Custom attributes, one in each line: name=_tenant.path.
     *
     * @return array<string, string> paths by name
     */
    public static function paths(string $lines): array
    {
        $paths = [];
        foreach (preg_split('/\R/', $lines, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $line) {
            [$name, $path] = [...explode('=', $line, 2), ''];
            if (trim($line) !== '') {
                $paths[trim($name)] = trim($path);
            }
        }

        return $paths;
    }
}
