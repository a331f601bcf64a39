<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\MatcherConnection;
use Aco\Cli\CommandFailure;
use Aco\Exception\InvalidArgumentException;

/** The workspace.json that the Adobe Developer Console exports for an App Builder project. */
final class WorkspaceFile
{
    private const CREDENTIAL = 'oauth_server_to_server';
    private const MAX_BYTES = 1 << 20;

    /** @param array<string, string> $settings of the matcher */
    private function __construct(
        public readonly array $settings,
        #[\SensitiveParameter] private readonly string $clientSecret,
    ) {
    }

    /**
     * @param array<string, ?string> $addresses settings of the matcher that are known, which may be paths of its
     *        actions
     * @throws CommandFailure names the member that is missing or wrong
     */
    public static function read(string $path, array $addresses): self
    {
        $json = is_file($path) ? @file_get_contents($path, false, null, 0, self::MAX_BYTES + 1) : false;
        if ($json === false) {
            throw new CommandFailure(
                "--workspace: $path cannot be read: give the workspace.json of the Developer Console."
            );
        }

        try {
            $connection = MatcherConnection::fromWorkspace($json, ...array_filter([
                'assetToProductUrl' => $addresses[AssetSetting::ASSET_TO_PRODUCT_URL] ?? null,
                'productToAssetUrl' => $addresses[AssetSetting::PRODUCT_TO_ASSET_URL] ?? null,
                'oauthServerUrl' => $addresses[AssetSetting::MATCHER_OAUTH_URL] ?? null,
            ], is_string(...)));
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(
                '--workspace is invalid: ' . str_replace('$json', 'the file', rtrim($e->getMessage(), '.')) . '.',
                previous: $e,
            );
        }

        return new self([
            AssetSetting::ASSET_TO_PRODUCT_URL => $connection->assetToProductUrl,
            AssetSetting::PRODUCT_TO_ASSET_URL => $connection->productToAssetUrl,
            AssetSetting::MATCHER_OAUTH_URL => $connection->credentials->imsUrl,
            AssetSetting::MATCHER_CLIENT_ID => $connection->credentials->clientId,
            AssetSetting::MATCHER_ORG_ID => $connection->credentials->orgId,
            AssetSetting::MATCHER_SCOPE => $connection->credentials->scope ?? '',
        ], self::secretOf($json));
    }

    /** @return array<string, string> */
    public function secrets(): array
    {
        return [AssetSetting::MATCHER_CLIENT_SECRET => $this->clientSecret];
    }

    /** The secret of the connection's credential, which the connection does not reveal. */
    private static function secretOf(#[\SensitiveParameter] string $json): string
    {
        $file = json_decode($json, true);
        foreach ($file['project']['workspace']['details']['credentials'] ?? [] as $credential) {
            if (($credential['integration_type'] ?? null) === self::CREDENTIAL) {
                $secret = $credential[self::CREDENTIAL]['client_secrets'][0] ?? null;
                break;
            }
        }

        return is_string($secret ?? null) ? $secret : throw new CommandFailure(
            '--workspace is invalid: the file must be the JSON object of a workspace.json.'
        );
    }
}
