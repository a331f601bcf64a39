define([], function () {
    'use strict';

    var interval = 500,
        attempts = 120;

    /** Hands the settings to Adobe's Storefront Events SDK, which may be loaded later than this. */
    return function (settings) {
        var left = attempts;

        function handOver() {
            var sdk = window.magentoStorefrontEvents,
                forwarding;

            if (!sdk || !sdk.context) {
                left -= 1;

                if (left > 0) {
                    window.setTimeout(handOver, interval);
                }

                return;
            }

            forwarding = sdk.context.getEventForwarding() || {};
            sdk.context.setAEP({
                imsOrgId: settings.organizationId,
                // The collector forwards nothing without one, and leaves its use to an own Web SDK.
                datastreamId: settings.datastreamId || settings.webSdkName,
                webSdkName: settings.webSdkName || undefined
            });
            sdk.context.setEventForwarding(Object.assign({}, forwarding, {aep: true}));
        }

        // A theme with a collector of its own finds them here.
        window.acoExperience = settings;
        handOver();
    };
});
