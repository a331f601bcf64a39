dnl config.m4 for extension aco

PHP_ARG_ENABLE([aco],
  [whether to enable the aco extension],
  [AS_HELP_STRING([--enable-aco],
    [Enable the Adobe Commerce Optimizer extension])],
  [yes])

PHP_ARG_WITH([aco-libdeflate],
  [whether aco compresses with libdeflate],
  [AS_HELP_STRING([--with-aco-libdeflate],
    [ACO: compress with libdeflate: yes, no (zlib) or auto (the fastest that is there) @<:@auto@:>@])],
  [auto],
  [no])

PHP_ARG_ENABLE([aco-dev],
  [whether to treat warnings of aco as errors],
  [AS_HELP_STRING([--enable-aco-dev],
    [ACO: -Werror and more warnings, for developers of the extension])],
  [no],
  [no])

if test "$PHP_ACO" != "no"; then
  AC_MSG_CHECKING([whether PHP is new enough for aco])
  ACO_PHP_VERSION_ID=${PHP_VERSION_ID:-`$PHP_CONFIG --vernum`}
  if test "$ACO_PHP_VERSION_ID" -lt 80100; then
    AC_MSG_ERROR([it is not: aco needs PHP 8.1 or later])
  fi
  AC_MSG_RESULT([yes])

  PKG_CHECK_MODULES([ACO_CURL], [libcurl >= 7.68.0])
  PKG_CHECK_MODULES([ACO_JSON], [json-c >= 0.13])
  PKG_CHECK_MODULES([ACO_CRYPTO], [libcrypto >= 1.1.1])
  for ACO_LIB in CURL JSON CRYPTO; do
    eval "ACO_LIB_CFLAGS=\$ACO_${ACO_LIB}_CFLAGS ACO_LIB_LIBS=\$ACO_${ACO_LIB}_LIBS"
    PHP_EVAL_INCLINE([$ACO_LIB_CFLAGS])
    PHP_EVAL_LIBLINE([$ACO_LIB_LIBS], [ACO_SHARED_LIBADD])
  done

  dnl Two to three times as fast as libdeflate, where it has code for the processor.
  ACO_HAVE_ISAL=no
  if test "$PHP_ACO_LIBDEFLATE" = "auto"; then
    PKG_CHECK_MODULES([ACO_ISAL], [libisal >= 2.20], [ACO_HAVE_ISAL=yes], [:])
  fi
  ACO_HAVE_LIBDEFLATE=no
  if test "$PHP_ACO_LIBDEFLATE" != "no" -a "$ACO_HAVE_ISAL" = "no"; then
    PKG_CHECK_MODULES([ACO_DEFLATE], [libdeflate >= 1.0], [ACO_HAVE_LIBDEFLATE=yes], [
      if test "$PHP_ACO_LIBDEFLATE" != "auto"; then
        AC_MSG_ERROR([libdeflate was asked for but pkg-config does not find it; install its development package])
      fi
    ])
    if test "$ACO_HAVE_LIBDEFLATE" = "no"; then
      dnl Releases before 1.15 come without a .pc file on some systems.
      AC_CHECK_HEADER([libdeflate.h], [
        AC_CHECK_LIB([deflate], [libdeflate_alloc_compressor], [
          ACO_HAVE_LIBDEFLATE=yes
          ACO_DEFLATE_LIBS=-ldeflate
        ])
      ])
    fi
  fi
  if test "$ACO_HAVE_ISAL" = "yes"; then
    PHP_EVAL_INCLINE([$ACO_ISAL_CFLAGS])
    PHP_EVAL_LIBLINE([$ACO_ISAL_LIBS], [ACO_SHARED_LIBADD])
    AC_DEFINE([ACO_HAVE_ISAL], [1], [Compress with ISA-L])
  elif test "$ACO_HAVE_LIBDEFLATE" = "yes"; then
    PHP_EVAL_INCLINE([$ACO_DEFLATE_CFLAGS])
    PHP_EVAL_LIBLINE([$ACO_DEFLATE_LIBS], [ACO_SHARED_LIBADD])
    AC_DEFINE([ACO_HAVE_LIBDEFLATE], [1], [Compress with libdeflate])
  else
    PKG_CHECK_MODULES([ACO_ZLIB], [zlib >= 1.2.5])
    PHP_EVAL_INCLINE([$ACO_ZLIB_CFLAGS])
    PHP_EVAL_LIBLINE([$ACO_ZLIB_LIBS], [ACO_SHARED_LIBADD])
  fi
  PHP_SUBST([ACO_SHARED_LIBADD])

  ACO_CFLAGS="-std=gnu11 -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter -Werror=implicit-function-declaration -Werror=incompatible-pointer-types -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  if test "$PHP_ACO_DEV" != "no"; then
    ACO_CFLAGS="$ACO_CFLAGS -Werror -Wstrict-prototypes"
  fi

  ACO_CORE="aco_error.c aco_buf.c aco_utf8.c aco_json_writer.c aco_number.c aco_digest.c aco_sha1_lanes.c aco_gzip.c aco_feed.c aco_url.c \
    aco_clock.c aco_rfc3339.c aco_boot_id.c aco_retry_after.c aco_http.c aco_http_pool.c aco_seal.c aco_state_dir.c aco_token.c aco_token_cache.c aco_token_source.c \
    aco_quota.c aco_quota_file.c aco_pacer.c aco_response.c aco_tenant.c aco_outcome.c aco_batch.c aco_stream.c aco_engine.c aco_engine_channels.c aco_engine_start.c \
    aco_engine_answers.c aco_ingestion.c aco_edge.c aco_edge_problem.c aco_media.c aco_jwt.c aco_oauth1.c aco_registry.c aco_registry_answer.c aco_matches.c"
  ACO_MAP="map.c map_keys.c map_value.c map_prefetch.c map_rows.c map_products.c map_product_lists.c map_product_options.c map_product_attributes.c \
    map_categories.c map_prices.c map_price_books.c map_assets.c map_orders.c map_order_children.c map_order_lines.c map_order_items.c map_order_attributes.c map_order_payments.c map_order_bodies.c"
  ACO_PHP="php_aco_exceptions.c php_aco_feed.c php_aco_scopes.c php_aco_mapper.c php_aco_document.c php_aco_price_books.c \
    php_aco_parameters.c php_aco_connection.c php_aco_discovery.c php_aco_limits.c php_aco_engine.c php_aco_service_client.c php_aco_for_each.c php_aco_client.c php_aco_stream.c php_aco_batch.c php_aco_report.c php_aco_submission.c php_aco_sending.c php_aco_feed_sending.c \
    php_aco_wait.c php_aco_log.c php_aco_json.c php_aco_exchange.c"
  ACO_EXPERIENCE="php_aco_experience_event.c php_aco_experience_edge_connection.c php_aco_experience_edge_client.c \
    php_aco_experience_event_stream.c php_aco_experience_settings.c php_aco_experience_order_mapper.c"
  ACO_ASSETS="php_aco_assets_values.c php_aco_assets_assignment.c php_aco_assets_asset.c php_aco_assets_changes.c php_aco_assets_sku_matcher.c php_aco_assets_sink.c php_aco_assets_delivery.c php_aco_assets_commerce_connection.c php_aco_assets_sinks.c php_aco_assets_media.c php_aco_assets_commerce_sink.c php_aco_assets_optimizer_sink.c \
    php_aco_assets_transport.c php_aco_assets_credentials.c php_aco_assets_workspace.c php_aco_assets_matcher_connection.c php_aco_assets_registry_connection.c php_aco_assets_matching_rule.c php_aco_assets_registration.c php_aco_assets_tenant_registry.c php_aco_assets_external_matcher.c"

  ACO_SOURCES="aco.c"
  for ACO_FILE in $ACO_CORE; do ACO_SOURCES="$ACO_SOURCES src/core/$ACO_FILE"; done
  for ACO_FILE in $ACO_MAP; do ACO_SOURCES="$ACO_SOURCES src/map/$ACO_FILE"; done
  for ACO_FILE in $ACO_PHP; do ACO_SOURCES="$ACO_SOURCES src/php/$ACO_FILE"; done
  for ACO_FILE in $ACO_EXPERIENCE; do ACO_SOURCES="$ACO_SOURCES src/php/experience/$ACO_FILE"; done
  for ACO_FILE in $ACO_ASSETS; do ACO_SOURCES="$ACO_SOURCES src/php/assets/$ACO_FILE"; done

  PHP_NEW_EXTENSION([aco], [$ACO_SOURCES], [$ext_shared],, [$ACO_CFLAGS])
  PHP_ADD_EXTENSION_DEP(aco, json)
  PHP_ADD_EXTENSION_DEP(aco, spl)
  PHP_ADD_BUILD_DIR([$ext_builddir/src/core])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/map])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/experience])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/assets])
fi
