<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * The settings of an operator: some for the instance, others for each website, which inherits from the default scope.
 *
 * @strict-properties
 * @not-serializable
 */
final class Settings
{
    /** 24 letters or digits followed by `@AdobeOrg`; "" while it is not set. */
    public readonly string $organizationId;

    /** The SaaS environment (data space); part of the events' `_id`. */
    public readonly string $environmentId;

    /**
     * The global name of a Web SDK of the merchant in the storefront; "" for the one that comes with the storefront.
     */
    public readonly string $webSdkName;

    /**
     * A scope is an array of `datastreamId` (string), `storefrontEvents` (bool), `backOfficeEvents` (bool) and
     * `defaultConsent` ("in", "out" or "pending"). What is left out or null is inherited: by a website from `$default`,
     * and by `$default` from the defaults, which are no datastream, storefront events as soon as they can work, no back
     * office events, and the consent "pending".
     *
     * @param array $default the default scope
     * @param array $websites scopes by website code
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(
        string $organizationId,
        string $environmentId = '',
        string $webSdkName = '',
        array $default = [],
        array $websites = []
    ) {}

    /** The codes of the websites that have settings of their own. @return list<string> */
    public function websites(): array {}

    /** The datastream of a website, "" when it has none that can be used. null: that of the default scope. */
    public function datastreamId(?string $websiteCode): string {}

    /** Whether events of the orders of a website are to be sent. */
    public function backOfficeEvents(?string $websiteCode): bool {}

    /** Whether the storefront of a website is to send events, and is able to. */
    public function storefrontEvents(?string $websiteCode): bool {}

    /**
     * The configuration of the collector in the storefront.
     *
     * @return array{organizationId: string, datastreamId: string, webSdkName: string, enabled: bool, defaultConsent:
     *        string}
     */
    public function storefrontConfig(?string $websiteCode): array {}

    /** What prevents events of a website from being sent, in sentences. @return list<string> */
    public function errors(?string $websiteCode): array {}

    /** What works but is probably a mistake, in sentences. @return list<string> */
    public function warnings(?string $websiteCode): array {}
}
