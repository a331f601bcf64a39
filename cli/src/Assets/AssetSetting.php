<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Names of the stored settings of the assets integration. */
final class AssetSetting
{
    public const ENABLED = 'enabled';
    public const SINK = 'sink';
    public const PROGRAM_ID = 'program_id';
    public const ENVIRONMENT_ID = 'environment_id';
    public const CUSTOM_DOMAIN = 'custom_domain';
    public const VISUALIZATION_OWNER = 'visualization_owner';
    public const RULE = 'rule';
    public const ATTRIBUTE = 'attribute';
    public const LEGACY_NAMES = 'legacy_names';
    public const ANNOUNCED_ONLY = 'announced_only';
    public const COMMERCE_URL = 'commerce_url';
    public const CONSUMER_KEY = 'consumer_key';
    public const CONSUMER_SECRET = 'consumer_secret';
    public const ACCESS_TOKEN = 'access_token';
    public const ACCESS_TOKEN_SECRET = 'access_token_secret';
    public const COMMERCE_CLIENT_ID = 'commerce_client_id';
    public const COMMERCE_CLIENT_SECRET = 'commerce_client_secret';
    public const COMMERCE_IMS_URL = 'commerce_ims_url';
    public const REQUESTS_PER_SECOND = 'requests_per_second';
    public const LAYER = 'layer';
    public const LOCALE = 'locale';
    public const PROJECT_ID = 'project_id';
    public const DATA_SPACE_ID = 'data_space_id';
    public const API_KEY = 'api_key';
    public const PRIVATE_KEY = 'private_key';
    public const REGISTRY_URL = 'registry_url';
    public const DIALECT = 'dialect';
    public const ASSET_TO_PRODUCT_URL = 'asset_to_product_url';
    public const PRODUCT_TO_ASSET_URL = 'product_to_asset_url';
    public const MATCHER_OAUTH_URL = 'matcher_oauth_url';
    public const MATCHER_CLIENT_ID = 'matcher_client_id';
    public const MATCHER_CLIENT_SECRET = 'matcher_client_secret';
    public const MATCHER_ORG_ID = 'matcher_org_id';
    public const MATCHER_SCOPE = 'matcher_scope';
    public const JOURNAL_URL = 'journal_url';
    public const JOURNAL_START = 'journal_start';
    public const JOURNAL_LIMIT = 'journal_limit';
    public const EVENTS_CLIENT_ID = 'events_client_id';
    public const EVENTS_CLIENT_SECRET = 'events_client_secret';
    public const EVENTS_ORG_ID = 'events_org_id';
    public const EVENTS_IMS_URL = 'events_ims_url';
    public const EVENTS_SCOPE = 'events_scope';
    public const SEARCH_URL = 'search_url';
    public const SEARCH_PATH = '/adobe/assets/search';
    public const SEARCH_API_KEY = 'search_api_key';
    public const SEARCH_SCOPE = 'search_scope';
    public const SEARCH_LIMIT = 'search_limit';
    public const SEARCH_QUERY = 'search_query';
    public const WEBHOOK_MAX_AGE = 'webhook_max_age';
    public const WEBHOOK_KEYS_URL = 'webhook_keys_url';
    public const MATCHER_CONCURRENCY = 'matcher_concurrency';
    public const ASK_ON_PRODUCT_CHANGE = 'ask_on_product_change';
    public const KEEP_METADATA = 'keep_metadata';
    public const HIDE_ATTRIBUTE = 'hide_attribute';
    public const HIDE_STORE_VIEWS = 'hide_store_views';
    public const CA_FILE = 'ca_file';
    public const PROXY = 'proxy';

    public const SINK_COMMERCE = 'commerce';
    public const SINK_OPTIMIZER = 'optimizer';
    public const OWNER_COMMERCE = 'commerce';
    public const OWNER_AEM = 'aem';
    public const RULE_SKU = 'matchBySKU';
    public const RULE_EXTERNAL = 'externalMatcher';
    public const KEEP_ALL = 'all';
    public const KEEP_RULE = 'rule';
    public const START_OLDEST = 'oldest';
    public const START_LATEST = 'latest';
    public const DEFAULT_LIMIT = 100;
    public const DEFAULT_SEARCH_QUERY = '[{"match":{"mode":"FULLTEXT","text":"*"}}]';
    /** Those that Adobe's starter kits ask for; the documentation of the journal names none. */
    public const DEFAULT_EVENTS_SCOPE = 'AdobeID,openid,read_organizations,additional_info.projectedProductContext,'
        . 'additional_info.roles,adobeio_api,read_client_secret,manage_client_secrets';

    /** Setting => what it is, in the order of the help and of assets:config. */
    public const ALL = [
        self::ENABLED => 'process updates from AEM: on or off [default: on]',
        self::SINK => 'where mappings are sent: commerce or optimizer [default: commerce]',
        self::PROGRAM_ID => 'program id of the AEM tenant',
        self::ENVIRONMENT_ID => 'environment id of the AEM tenant',
        self::CUSTOM_DOMAIN => 'domain that replaces the host of the delivery addresses',
        self::VISUALIZATION_OWNER => 'source of the displayed images: commerce or aem',
        self::RULE => 'how assets are matched: matchBySKU or externalMatcher [default: matchBySKU]',
        self::ATTRIBUTE => 'metadata property with the SKUs [default: commerce:skus]',
        self::LEGACY_NAMES => 'accept metadata names from before July 2024: on or off [default: off]',
        self::KEEP_METADATA => 'metadata to keep: all, for another rule later, or rule [default: all]',
        self::HIDE_ATTRIBUTE => 'metadata property with codes of store views that do not show the asset [default: none]',
        self::HIDE_STORE_VIEWS => 'codes of the store views that are written for, separated by commas',
        self::ANNOUNCED_ONLY => 'write only for products that assets:products has seen: on or off [default: off]',
        self::COMMERCE_URL => 'address of the storefront, whose REST API receives the mappings',
        self::CONSUMER_KEY => 'consumer key of the Commerce integration',
        self::CONSUMER_SECRET => 'consumer secret of the Commerce integration',
        self::ACCESS_TOKEN => 'access token of the Commerce integration',
        self::ACCESS_TOKEN_SECRET => 'access token secret of the Commerce integration',
        self::COMMERCE_CLIENT_ID => 'OAuth client id for Commerce as a Cloud Service, instead of integration keys',
        self::COMMERCE_CLIENT_SECRET => 'OAuth client secret for Commerce as a Cloud Service',
        self::COMMERCE_IMS_URL => "token address, if not Adobe's",
        self::REQUESTS_PER_SECOND => 'requests a second, 0 for no limit',
        self::LAYER => 'product layer of the Optimizer [default: AEM-Assets]',
        self::LOCALE => 'locale of the layer, such as en-US',
        self::PROJECT_ID => 'SaaS project id',
        self::DATA_SPACE_ID => 'SaaS data space (environment) id',
        self::API_KEY => 'public API key of the Commerce Services Connector',
        self::PRIVATE_KEY => 'RSA key in PEM that belongs to the public API key',
        self::REGISTRY_URL => "address of the assets service, if not Adobe's",
        self::DIALECT => 'form of registrations: nested or flat [default: nested]',
        self::ASSET_TO_PRODUCT_URL => 'address of the action that finds the products of an asset',
        self::PRODUCT_TO_ASSET_URL => 'address of the action that finds the assets of a product',
        self::MATCHER_OAUTH_URL => 'token address of the external matcher',
        self::MATCHER_CLIENT_ID => 'OAuth client id of the external matcher',
        self::MATCHER_CLIENT_SECRET => 'OAuth client secret of the external matcher',
        self::MATCHER_ORG_ID => 'IMS organization id of the external matcher',
        self::MATCHER_SCOPE => 'OAuth scopes of the external matcher, separated by commas [default: openid,AdobeID]',
        self::MATCHER_CONCURRENCY => 'questions to the external matcher in flight at once [default: 16]',
        self::ASK_ON_PRODUCT_CHANGE => 'ask the external matcher whenever a product is saved: on or off [default: off]',
        self::JOURNAL_URL => 'address of the journal of an event registration, for assets:pull',
        self::JOURNAL_START => 'where to begin in the journal: oldest or latest [default: oldest]',
        self::JOURNAL_LIMIT => 'events at once from the journal, at most [default: 100]',
        self::EVENTS_CLIENT_ID => 'client id (API key) of the Developer Console project that receives the events',
        self::EVENTS_CLIENT_SECRET => 'OAuth client secret of that project',
        self::EVENTS_ORG_ID => 'IMS organization id of that project',
        self::EVENTS_IMS_URL => "token address for the journal, if not Adobe's",
        self::EVENTS_SCOPE => 'OAuth scopes for the journal, separated by commas',
        self::SEARCH_URL => "address of the delivery tier, if not Adobe's, for assets:import",
        self::SEARCH_API_KEY => 'API key for the search [default: --events-client-id]',
        self::SEARCH_SCOPE => 'OAuth scopes for the search, separated by commas [default: --events-scope]',
        self::SEARCH_LIMIT => 'assets at once from the search, at most [default: 100]',
        self::SEARCH_QUERY => 'query of the search, as JSON [default: all]',
        self::WEBHOOK_MAX_AGE => 'seconds after which the webhook refuses an event [default: 90000]',
        self::WEBHOOK_KEYS_URL => "address of the public keys for tests on this host, if not Adobe's",
        self::CA_FILE => 'PEM file with the certificate authorities to trust',
        self::PROXY => 'proxy address, such as http://proxy:3128',
    ];

    /** Stored encrypted, and given in environment variables only. */
    public const SECRETS = [
        self::CONSUMER_SECRET, self::ACCESS_TOKEN, self::ACCESS_TOKEN_SECRET, self::COMMERCE_CLIENT_SECRET,
        self::PRIVATE_KEY, self::MATCHER_CLIENT_SECRET, self::EVENTS_CLIENT_SECRET,
    ];

    public static function option(string $setting): string
    {
        return strtr($setting, '_', '-');
    }

    public static function variable(string $secret): string
    {
        return 'ACO_ASSETS_' . strtoupper($secret);
    }
}
