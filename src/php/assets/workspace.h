/* SPDX-License-Identifier: MIT */
/* The workspace.json of an App Builder project. */
#ifndef ACO_PHP_ASSETS_WORKSPACE_H
#define ACO_PHP_ASSETS_WORKSPACE_H

#include "php.h"

typedef struct php_aco_assets_workspace {
	zend_string *ims_org_id;
	zend_string *client_id;
	zend_string *client_secret;
	/* Joined by commas; NULL when the file names none. */
	zend_string *scope;
	/* NULL when the file has none. */
	zend_string *action_url;
} php_aco_assets_workspace;

/* False with an exception pending. The caller frees the workspace in either case. */
bool php_aco_assets_workspace_read(php_aco_assets_workspace *workspace, const zend_string *json);
void php_aco_assets_workspace_free(php_aco_assets_workspace *workspace);

#endif
