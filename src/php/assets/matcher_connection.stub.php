<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * An external matcher, such as an App Builder application of the merchant, and its credentials.
 *
 * @strict-properties
 * @not-serializable
 */
final class MatcherConnection
{
    public readonly string $assetToProductUrl;
    public readonly string $productToAssetUrl;
    public readonly \Aco\ImsCredentials $credentials;
    public readonly \Aco\Transport $transport;

    /**
     * @param \Aco\ImsCredentials $credentials with an `orgId`; without a scope, `openid,AdobeID` is requested
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public function __construct(
        string $assetToProductUrl,
        string $productToAssetUrl,
        \Aco\ImsCredentials $credentials,
        ?\Aco\Transport $transport = null
    ) {}

    /**
     * From the `workspace.json` that the Adobe Developer Console exports for an App Builder project.
     *
     * The URLs may be paths, such as `/api/v1/web/my-package/asset-to-product`, which the action URL of the file
     * completes.
     *
     * @throws \Aco\Exception\InvalidArgumentException names the member that is missing or wrong
     */
    public static function fromWorkspace(
        #[\SensitiveParameter] string $json,
        string $assetToProductUrl = "/api/v1/web/app-builder-external-rule/asset-to-product",
        string $productToAssetUrl = "/api/v1/web/app-builder-external-rule/product-to-asset",
        string $oauthServerUrl = "https://ims-na1.adobelogin.com",
        ?\Aco\Transport $transport = null
    ): MatcherConnection {}
}
