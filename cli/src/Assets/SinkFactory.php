<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\CommerceConnection;
use Aco\Assets\CommerceSink;
use Aco\Assets\Delivery;
use Aco\Assets\OptimizerSink;
use Aco\Assets\Sink;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Exception\InvalidArgumentException;
use Aco\ImsCredentials;
use Aco\Limits;

/** Creates the sink of the mappings from stored settings. */
final class SinkFactory
{
    /** @param ConfigStore $general settings of the ingestion API, which the Optimizer's layer goes through */
    public static function sink(AssetConfig $config, ConfigStore $general, \Closure $logger): Sink
    {
        try {
            $delivery = new Delivery($config->environment(), $config->value(AssetSetting::CUSTOM_DOMAIN));

            return $config->sink() === AssetSetting::SINK_COMMERCE
                ? new CommerceSink(self::commerce($config), $delivery, self::limits($config), $logger)
                : self::optimizer($config, $general, $delivery, $logger);
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(
                'A setting of assets:config is invalid: ' . rtrim($e->getMessage(), '.') . '.',
                previous: $e,
            );
        }
    }

    private static function commerce(AssetConfig $config): CommerceConnection
    {
        $url = $config->required(AssetSetting::COMMERCE_URL);
        $clientId = $config->value(AssetSetting::COMMERCE_CLIENT_ID);
        if ($clientId === null) {
            return CommerceConnection::paas($url, $config->credentials(), transport: $config->transport());
        }

        $imsUrl = $config->value(AssetSetting::COMMERCE_IMS_URL);

        $credentials = new ImsCredentials(
            $clientId,
            $config->secret(AssetSetting::COMMERCE_CLIENT_SECRET),
            ...($imsUrl === null ? [] : ['imsUrl' => $imsUrl]),
        );

        return CommerceConnection::saas($url, $credentials, transport: $config->transport());
    }

    private static function optimizer(
        AssetConfig $config,
        ConfigStore $general,
        Delivery $delivery,
        \Closure $logger,
    ): OptimizerSink {
        $values = $general->values();
        $connection = ConnectionFactory::connection($values, $general->clientSecret() ?? throw new CommandFailure(
            'No client secret is stored: run config:init with ACO_CLIENT_SECRET set.'
        ));

        return new OptimizerSink(
            $connection,
            $delivery,
            $config->value(AssetSetting::LAYER) ?? 'AEM-Assets',
            $config->value(AssetSetting::LOCALE) ?? 'en-US',
            ConnectionFactory::limits($values),
            $logger,
        );
    }

    /** Null: the limits of the sink. */
    private static function limits(AssetConfig $config): ?Limits
    {
        $rate = $config->value(AssetSetting::REQUESTS_PER_SECOND);

        return $rate === null ? null : new Limits(requestsPerSecond: (float) $rate);
    }
}
