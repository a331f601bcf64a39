<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

/** Names of the stored settings. */
final class Setting
{
    public const ORG_ID = 'org_id';
    public const TENANT_ID = 'tenant_id';
    public const CLIENT_ID = 'client_id';
    public const CLIENT_SECRET = 'client_secret';
    public const REGION = 'region';
    public const TYPE = 'type';
    public const INGESTION_URL = 'ingestion_url';
    public const STUDIO_URL = 'optimizer_studio_url';
    public const IMS_URL = 'ims_url';
    public const CCM_URL = 'ccm_url';
    public const CA_FILE = 'ca_file';
    public const PROXY = 'proxy';
    public const REQUESTS_PER_SECOND = 'requests_per_second';
    public const PRODUCTS_PER_MINUTE = 'products_per_minute';
    public const PRICES_PER_MINUTE = 'prices_per_minute';
    public const CONCURRENCY = 'concurrency';
    public const SHARED_STORE = 'shared_store';
    public const SHARED_STORE_USER = 'shared_store_user';
    public const SHARED_HOSTS = 'shared_hosts';
    public const GRAPHQL_URL = 'graphql_url';
    public const VIEW_IDS = 'view_ids';
    public const PRICE_BOOKS = 'price_books';
    public const POLICIES = 'policies';
    public const LOCALE_HEADER = 'locale_header';
    public const METADATA_HEADER = 'metadata_header';
    public const RESEND_PRICES = 'resend_prices';
    public const MENU_PARENTS = 'menu_parents';
    public const OFF = 'off';
    public const ON = 'on';
    public const SWITCHES = [self::METADATA_HEADER, self::RESEND_PRICES, self::MENU_PARENTS];
    public const CHANGES = 'changes';
    public const CHANGES_WHOLE = 'whole';
    public const CHANGES_PATCH = 'patch';

    /** Where the ingestion address comes from: an option, region and type, or the look-up. */
    public const ADDRESS_FROM = 'address_from';
    public const FROM_OPTION = 'option';
    public const FROM_REGION = 'region';
    public const FROM_LOOK_UP = 'look-up';

    /** Setting => what it is, in the order of the help and of config:show. */
    public const ALL = [
        self::ORG_ID => 'IMS organization id',
        self::TENANT_ID => 'tenant (instance) id',
        self::CLIENT_ID => 'OAuth client id',
        self::CLIENT_SECRET => 'OAuth client secret; the environment variable ACO_CLIENT_SECRET is safer',
        self::REGION => 'region of the tenant, such as na1; with --type it replaces the look-up',
        self::TYPE => 'type of the tenant, sandbox or production',
        self::INGESTION_URL => 'address of the ingestion API; replaces the look-up',
        self::ADDRESS_FROM => 'where the address comes from',
        self::STUDIO_URL => 'address of the Studio',
        self::IMS_URL => "token address, if not Adobe's",
        self::CCM_URL => "Commerce Cloud Manager address, if not Adobe's",
        self::CA_FILE => 'PEM file with the certificate authorities to trust',
        self::PROXY => 'proxy address, such as http://proxy:3128',
        self::REQUESTS_PER_SECOND => 'requests a second, 0 for no limit',
        self::PRODUCTS_PER_MINUTE => 'products a minute, 0 for no limit',
        self::PRICES_PER_MINUTE => 'prices a minute, 0 for no limit',
        self::CONCURRENCY => 'requests in flight at once, 1 to 64',
        self::SHARED_STORE => 'store that hosts share rates in; its password is ACO_SHARED_STORE_PASSWORD',
        self::SHARED_STORE_USER => 'user of a mysql: store',
        self::SHARED_HOSTS => 'how many hosts share it',
        self::GRAPHQL_URL => 'address of the Merchandising API for verify, if not /graphql below that of the tenant',
        self::VIEW_IDS => 'catalog view that verify looks at: an id, or STORE_VIEW=ID,…',
        self::PRICE_BOOKS => 'price books whose prices verify looks at, separated by commas',
        self::POLICIES => 'policies that verify names in its requests: NAME=VALUE,…',
        self::LOCALE_HEADER => 'whether verify names the store view as the catalog source: on or off',
        self::METADATA_HEADER => "whether requests name the version, in the header of Adobe's connector: on or off",
        self::RESEND_PRICES => 'whether a new currency of a website has its prices sent again: on or off',
        self::MENU_PARENTS => 'whether categories below hidden ones are taken out of the menu: on or off',
        self::CHANGES => 'how changes are sent: whole, or patch for parts of items where that is safe',
    ];

    /** Settings that config:init finds out by itself. */
    public const FOUND = [self::STUDIO_URL, self::ADDRESS_FROM];

    public static function option(string $setting): string
    {
        return strtr($setting, '_', '-');
    }

    /** The address of a proxy without user and password, which may contain any character, even "@". */
    public static function withoutPassword(string $proxy): string
    {
        return preg_replace('~^([a-z0-9+.-]*://)?.*@~is', '$1', $proxy);
    }
}
