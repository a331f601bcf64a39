<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * A matcher of your own, such as an App Builder application, and how to log in to it.
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
     * @param \Aco\ImsCredentials $credentials with an `orgId`; without a scope `openid,AdobeID` is asked for
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
     * The addresses may be paths, such as `/api/v1/web/my-package/asset-to-product`: they are completed by the action
     * URL of the file.
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
