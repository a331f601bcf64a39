/** Mass actions that also work when nothing is selected: they are for the whole feed then. */
define([
    'Magento_Ui/js/grid/massactions',
    'Magento_Ui/js/modal/confirm',
    'mageUtils',
    'mage/translate'
], function (Massactions, confirm, utils, $t) {
    'use strict';

    return Massactions.extend({
        /** The feed is in the address of the page, and has to go along. */
        defaultCallback: function (action, data) {
            this._super(_withFeed(action), data);
        },

        applyAction: function (actionIndex) {
            var data = this.getSelections(),
                action = this.getAction(actionIndex);

            if (data && data.total) {
                return this._super(actionIndex);
            }

            confirm({
                title: $t('Schedule Resync'),
                content: $t('No item is selected: the whole feed is collected again, and what is new, has changed or has failed is sent.'),
                actions: {
                    confirm: function () {
                        utils.submit({
                            url: _withFeed(action).url,
                            data: {}
                        });
                    }
                }
            });

            return this;
        }
    });

    function _withFeed(action) {
        var feed = window.location.pathname.match(/\/feed\/items\/(?:.*\/)?feed\/(\w+)/);

        return Object.assign({}, action, {
            url: action.url.replace(/\/?$/, '/') + 'feed/' + (feed ? feed[1] : '') + '/'
        });
    }
});
