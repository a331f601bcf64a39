<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * What an operator sets: once for the instance, and per website with the default scope behind it.
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

    /** Global name of an own Web SDK in the storefront; "" for the one that comes with it. */
    public readonly string $webSdkName;

    /**
     * A scope is an array of `datastreamId` (string), `storefrontEvents` (bool), `backOfficeEvents` (bool) and
     * `defaultConsent` ("in", "out" or "pending"). What is left out or null is inherited: a website has it of
     * `$default`, and `$default` has no datastream, storefront events as soon as they can work, no back office
     * events, and the consent "pending".
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

    /** The datastream of a website, "" when it has none that can be used. Null is the default scope. */
    public function datastreamId(?string $websiteCode): string {}

    /** Whether the orders of a website are wanted. */
    public function backOfficeEvents(?string $websiteCode): bool {}

    /** Whether the storefront of a website is to send events, and can. */
    public function storefrontEvents(?string $websiteCode): bool {}

    /**
     * What the storefront's collector needs.
     *
     * @return array{organizationId: string, datastreamId: string, webSdkName: string, enabled: bool, defaultConsent:
     *        string}
     */
    public function storefrontConfig(?string $websiteCode): array {}

    /** What keeps events of a website from being sent, in sentences. @return list<string> */
    public function errors(?string $websiteCode): array {}

    /** What works but is hardly meant. @return list<string> */
    public function warnings(?string $websiteCode): array {}
}
