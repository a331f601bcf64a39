<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * An OAuth Server-to-Server credential of the Adobe Developer Console. The client secret is kept out of properties,
 * dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class ImsCredentials
{
    public readonly string $clientId;
    public readonly string $imsUrl;

    /** null: the scopes that the service documents. */
    public readonly ?string $scope;

    public readonly string $orgId;

    /**
     * @param string $imsUrl token endpoint; a URL without a path gets `/ims/token/v3`, one without a scheme `https://`
     * @param string|null $scope comma-separated OAuth scopes
     * @param string $orgId the organization, e.g. `0123456789ABCDEF01234567@AdobeOrg`, for services that require it
     * @throws Exception\InvalidArgumentException names the parameter
     */
    public function __construct(
        string $clientId,
        #[\SensitiveParameter] string $clientSecret,
        string $imsUrl = "https://ims-na1.adobelogin.com/ims/token/v3",
        ?string $scope = null,
        string $orgId = ""
    ) {}
}
