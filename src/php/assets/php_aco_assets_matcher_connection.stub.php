<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * A matcher of your own, such as an App Builder application, and how to log in to it. The client secret is kept out of
 * properties, dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class MatcherConnection
{
    public readonly string $assetToProductUrl;
    public readonly string $productToAssetUrl;
    public readonly string $oauthServerUrl;
    public readonly string $clientId;
    public readonly string $imsOrgId;
    public readonly string $scope;
    public readonly ?string $caFile;
    public readonly ?string $proxy;
    public readonly int $connectTimeoutMs;
    public readonly int $timeoutMs;

    /**
     * @param string $oauthServerUrl token endpoint; an address without a path gets `/ims/token/v3`, one without a scheme `https://`
     * @param string|null $scope comma separated OAuth scopes; null: `openid,AdobeID`
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public function __construct(
        string $assetToProductUrl,
        string $productToAssetUrl,
        string $oauthServerUrl,
        string $clientId,
        #[\SensitiveParameter] string $clientSecret,
        string $imsOrgId,
        ?string $scope = null,
        ?string $caFile = null,
        ?string $proxy = null,
        int $connectTimeoutMs = 5000,
        int $timeoutMs = 30000
    ) {}

    /**
     * From the `workspace.json` that the Adobe Developer Console exports for an App Builder project.
     *
     * The addresses may be paths, such as `/api/v1/web/my-package/asset-to-product`: they are completed by the action URL
     * of the file.
     *
     * @throws \Aco\Exception\InvalidArgumentException names the member that is missing or wrong
     */
    public static function fromWorkspace(
        #[\SensitiveParameter] string $json,
        string $assetToProductUrl = "/api/v1/web/app-builder-external-rule/asset-to-product",
        string $productToAssetUrl = "/api/v1/web/app-builder-external-rule/product-to-asset",
        string $oauthServerUrl = "https://ims-na1.adobelogin.com",
        ?string $caFile = null,
        ?string $proxy = null,
        int $connectTimeoutMs = 5000,
        int $timeoutMs = 30000
    ): MatcherConnection {}
}
