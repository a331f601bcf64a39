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

PHP_ARG_WITH([aco-simdjson],
  [whether aco reads JSON with simdjson],
  [AS_HELP_STRING([--with-aco-simdjson],
    [ACO: read sources with simdjson: yes, no (the parser of PHP) or auto (if it is there) @<:@auto@:>@])],
  [auto],
  [no])

PHP_ARG_ENABLE([aco-dev],
  [whether to build aco for its developers],
  [AS_HELP_STRING([--enable-aco-dev],
    [ACO: more warnings, -Werror and assertions, for developers of the extension])],
  [no],
  [no])

if test "$PHP_ACO" != "no"; then
  AC_MSG_CHECKING([whether PHP is new enough for aco])
  ACO_PHP_VERSION_ID=${PHP_VERSION_ID:-`$PHP_CONFIG --vernum`}
  if test "$ACO_PHP_VERSION_ID" -lt 80100; then
    AC_MSG_ERROR([aco requires PHP 8.1 or later])
  fi
  AC_MSG_RESULT([yes])

  PKG_CHECK_MODULES([ACO_CURL], [libcurl >= 7.68.0])
  PKG_CHECK_MODULES([ACO_JSON], [json-c >= 0.13])
  PKG_CHECK_MODULES([ACO_CRYPTO], [libcrypto >= 1.1.1])
  PKG_CHECK_MODULES([ACO_ZLIB], [zlib >= 1.2.5])
  for ACO_LIB in CURL JSON CRYPTO ZLIB; do
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
  fi

  dnl It is C++, as one file of ours is then.
  ACO_HAVE_SIMDJSON=no
  if test "$PHP_ACO_SIMDJSON" != "no"; then
    AC_CHECK_PROGS([ACO_CXX], [$CXX g++ clang++ c++])
    PKG_CHECK_MODULES([ACO_SIMDJSON], [simdjson >= 3.0.0], [ACO_HAVE_SIMDJSON=yes], [:])
    if test -z "$ACO_CXX"; then
      ACO_HAVE_SIMDJSON=no
    fi
    if test "$PHP_ACO_SIMDJSON" = "yes" -a "$ACO_HAVE_SIMDJSON" = "no"; then
      AC_MSG_ERROR([simdjson was asked for but it, or a C++ compiler, is not found; install its development package])
    fi
  fi
  if test "$ACO_HAVE_SIMDJSON" = "yes"; then
    PHP_REQUIRE_CXX()
    PHP_EVAL_INCLINE([$ACO_SIMDJSON_CFLAGS])
    PHP_EVAL_LIBLINE([$ACO_SIMDJSON_LIBS], [ACO_SHARED_LIBADD])
    case $host_alias in
      *darwin*|*freebsd*[)] PHP_ADD_LIBRARY([c++], [1], [ACO_SHARED_LIBADD]) ;;
      *[)] PHP_ADD_LIBRARY([stdc++], [1], [ACO_SHARED_LIBADD]) ;;
    esac
    AC_DEFINE([ACO_HAVE_SIMDJSON], [1], [Read JSON with simdjson])
    ACO_CXXFLAGS="-std=gnu++17 -fvisibility=hidden -fno-exceptions -fno-rtti -Wall"
    if test "$ext_shared" = "no"; then
      PHP_ADD_SOURCES(PHP_EXT_DIR([aco]), [src/core/source/json_tape.cpp], [$ACO_CXXFLAGS])
    else
      PHP_ADD_SOURCES_X(PHP_EXT_DIR([aco]), [src/core/source/json_tape.cpp], [$ACO_CXXFLAGS -DZEND_COMPILE_DL_EXT=1], [shared_objects_aco], [yes])
    fi
  fi
  PHP_SUBST([ACO_SHARED_LIBADD])

  ACO_CFLAGS="-std=gnu11 -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter -Werror=implicit-function-declaration -Werror=incompatible-pointer-types -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  if test "$PHP_ACO_DEV" != "no"; then
    ACO_CFLAGS="$ACO_CFLAGS -UNDEBUG -Werror -Wstrict-prototypes"
  else
    dnl An assertion that fails would end the process of a shop.
    ACO_CFLAGS="$ACO_CFLAGS -DNDEBUG"
  fi

  dnl The list that config.w32 reads as well.
  ACO_SOURCES=`tr '\n' ' ' <"PHP_EXT_SRCDIR([aco])/src/sources.txt"`
  ACO_FOLDERS=`sed -n 's|/[[^/]]*$||p' "PHP_EXT_SRCDIR([aco])/src/sources.txt" | sort -u`

  PHP_NEW_EXTENSION([aco], [$ACO_SOURCES], [$ext_shared],, [$ACO_CFLAGS])
  PHP_ADD_EXTENSION_DEP(aco, json)
  PHP_ADD_EXTENSION_DEP(aco, spl)
  for ACO_FOLDER in $ACO_FOLDERS; do
    PHP_ADD_BUILD_DIR([$ext_builddir/$ACO_FOLDER])
  done
fi
