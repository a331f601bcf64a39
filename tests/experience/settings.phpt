--TEST--
Settings are inherited from the default scope and checked per website
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Experience\Settings;

const ORG = 'A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg';
const FIRST = 'ebebf826-a01f-4458-8cec-ef61de241c93';
const SECOND = '11111111-2222-3333-4444-555555555555';

function show(Settings $settings, ?string $website): void
{
    $config = $settings->storefrontConfig($website);
    echo $website ?? '(default)', ': datastream "', $settings->datastreamId($website), '", back office ',
        json_encode($settings->backOfficeEvents($website)), ', storefront ',
        json_encode($settings->storefrontEvents(
            $website,
        )), ', theme ', json_encode($config, JSON_UNESCAPED_SLASHES), "\n";
    foreach ($settings->errors($website) as $error) {
        echo "  error: $error\n";
    }
    foreach ($settings->warnings($website) as $warning) {
        echo "  warning: $warning\n";
    }
}

echo "-- inherited\n";
$settings = new Settings(ORG, 'env', '', ['datastreamId' => FIRST, 'backOfficeEvents' => true], [
    'base' => [],
    'eu' => [
        'datastreamId' => SECOND, 'backOfficeEvents' => false, 'storefrontEvents' => false, 'defaultConsent' => 'in',
    ],
    '7' => ['datastreamId' => SECOND],
    'odd' => ['datastreamId' => 'two words'],
    'short' => ['datastreamId' => 'abc'],
]);
echo json_encode($settings->websites()), "\n";
foreach ([null, 'base', 'eu', '7', 'odd', 'short', 'unknown'] as $website) {
    show($settings, $website);
}
echo "-- nothing is set\n";
show(new Settings(''), null);
echo "-- on, but nothing behind it\n";
show(new Settings('', '', '', ['backOfficeEvents' => true, 'storefrontEvents' => true]), null);
echo "-- own Web SDK\n";
show(new Settings(ORG, '', 'mySdk', [], ['base' => ['backOfficeEvents' => true]]), 'base');
show(new Settings(ORG, '', 'mySdk', [], ['base' => ['backOfficeEvents' => true, 'datastreamId' => FIRST]]), 'base');

echo "-- refused\n";
foreach ([
    ['A1B2@AdobeOrg'],
    [str_repeat('é', 12) . '@AdobeOrg'],
    [substr(ORG, 0, 24) . '@adobeorg'],
    [ORG, 'two words'],
    [ORG, '', '1sdk'],
    [ORG, '', "sdk\0"],
    [ORG, '', '', ['datastream' => FIRST]],
    [ORG, '', '', ['datastreamId' => 5]],
    [ORG, '', '', [], ['base' => ['backOfficeEvents' => 'yes']]],
    [ORG, '', '', [], ['base' => ['defaultConsent' => 'maybe']]],
    [ORG, '', '', [], ['base' => true]],
    [ORG, '', '', ['backOfficeEvents']],
] as $arguments) {
    try {
        new Settings(...$arguments);
        echo "accepted\n";
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    $settings->__construct(ORG);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
-- inherited
["base","eu","7","odd","short"]
(default): datastream "ebebf826-a01f-4458-8cec-ef61de241c93", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"ebebf826-a01f-4458-8cec-ef61de241c93","webSdkName":"","enabled":true,"defaultConsent":"pending"}
base: datastream "ebebf826-a01f-4458-8cec-ef61de241c93", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"ebebf826-a01f-4458-8cec-ef61de241c93","webSdkName":"","enabled":true,"defaultConsent":"pending"}
eu: datastream "11111111-2222-3333-4444-555555555555", back office false, storefront false, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"11111111-2222-3333-4444-555555555555","webSdkName":"","enabled":false,"defaultConsent":"in"}
  warning: The datastream ID of website "eu" is that of website "7", too: a datastream belongs to one website.
7: datastream "11111111-2222-3333-4444-555555555555", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"11111111-2222-3333-4444-555555555555","webSdkName":"","enabled":true,"defaultConsent":"pending"}
  warning: The datastream ID of website "7" is that of website "eu", too: a datastream belongs to one website.
odd: datastream "", back office true, storefront false, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"","webSdkName":"","enabled":false,"defaultConsent":"pending"}
  error: The datastream ID of website "odd" must have at most 64 visible ASCII characters and no spaces.
short: datastream "abc", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"abc","webSdkName":"","enabled":true,"defaultConsent":"pending"}
  warning: The datastream ID of website "short" is no UUID, as those of Adobe are.
unknown: datastream "ebebf826-a01f-4458-8cec-ef61de241c93", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"ebebf826-a01f-4458-8cec-ef61de241c93","webSdkName":"","enabled":true,"defaultConsent":"pending"}
-- nothing is set
(default): datastream "", back office false, storefront false, theme {"organizationId":"","datastreamId":"","webSdkName":"","enabled":false,"defaultConsent":"pending"}
-- on, but nothing behind it
(default): datastream "", back office true, storefront false, theme {"organizationId":"","datastreamId":"","webSdkName":"","enabled":false,"defaultConsent":"pending"}
  error: Events are on for the default scope, but the organization ID is not set.
  error: Back office events are on for the default scope, but it has no datastream ID.
  error: Storefront events are on for the default scope, but it has neither a datastream ID nor an own Web SDK.
-- own Web SDK
base: datastream "", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"","webSdkName":"mySdk","enabled":true,"defaultConsent":"pending"}
  error: Back office events are on for website "base", but it has no datastream ID: the own Web SDK's is not known here, so set one.
base: datastream "ebebf826-a01f-4458-8cec-ef61de241c93", back office true, storefront true, theme {"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"","webSdkName":"mySdk","enabled":true,"defaultConsent":"pending"}
-- refused
$organizationId must be 24 letters or digits followed by @AdobeOrg
$organizationId must be 24 letters or digits followed by @AdobeOrg
$organizationId must be 24 letters or digits followed by @AdobeOrg
$environmentId must have at most 64 visible ASCII characters and no spaces
$webSdkName must be a name of JavaScript: letters, digits, _ and $, at most 64
$webSdkName must be a name of JavaScript: letters, digits, _ and $, at most 64
$default has no setting "datastream": it has datastreamId, storefrontEvents, backOfficeEvents and defaultConsent
$default["datastreamId"] must be a string or null, int given
$websites["base"]["backOfficeEvents"] must be a boolean or null, string given
$websites["base"]["defaultConsent"] must be "in", "out", "pending" or null
$websites must hold arrays by website code
$default must have names of settings as keys
Cannot construct Aco\Experience\Settings twice
