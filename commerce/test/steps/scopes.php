<?php

/** Websites and store views switched off and on: each for its own feeds. */

declare(strict_types=1);

$website = act('website', 'aco_test');
act('websites', 'aco-test-10', "1,$website");
act('cron');
compare('website to switch');

foreach ([
    'stores' => ['aco_exporter/scope/store_view_enabled', '1'],
    'websites' => ['aco_exporter/scope/website_enabled', $website],
] as $scope => $setting) {
    foreach (['0' => 'off', '1' => 'on'] as $value => $said) {
        act('setting', $setting[0], (string) $value, $scope, $setting[1]);
        act('cron');
        compare("one of the $scope switched $said");
    }
}

act('dropWebsite', 'aco_test');
act('cron');
compare('switched website deleted');
