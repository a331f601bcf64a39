/* SPDX-License-Identifier: MIT */
#include "src/php/reader/source.h"

#include "ext/standard/php_string.h"
#include "php_streams.h"
#include "src/core/base/count.h"
#include "src/php/exceptions.h"
#include "src/php/wait.h"

#define BLOCK 262144
#define MAX_DESCRIPTOR_DIGITS 9

static const char no_memory[] = "there is not enough memory";

/* What the @ of PHP leaves on. */
#define FATAL_ERRORS (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR | E_PARSE)

/* The number in `/dev/fd/63` of a shell's `<(…)`: PHP resolves links itself, which fails for pipes and sockets. */
static const char *descriptor_of(const char *path)
{
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};

	if (strcmp(path, "/dev/stdin") == 0) {
		return "0";
	}

	for (size_t i = 0; i < ACO_COUNT(folders); i++) {
		size_t length = strlen(folders[i]);
		size_t digits = strncmp(path, folders[i], length) == 0 ? strspn(path + length, "0123456789") : 0;

		if (digits > 0 && digits <= MAX_DESCRIPTOR_DIGITS && path[length + digits] == '\0') {
			return path + length;
		}
	}

	return NULL;
}

/* No warnings, as the exception says it. */
static php_stream *open_quietly(const char *path)
{
	int reporting = EG(error_reporting);
	php_stream *stream;

	EG(error_reporting) &= FATAL_ERRORS;
	stream = php_stream_open_wrapper((char *) path, "rb", 0, NULL);
	EG(error_reporting) = reporting;
	return stream;
}

static php_stream *open_path(const char *path)
{
	php_stream *stream = open_quietly(path);
	const char *descriptor = stream ? NULL : descriptor_of(path);
	char address[32];

	if (descriptor && !EG(exception)) {
		snprintf(address, sizeof(address), "php://fd/%s", descriptor);
		stream = open_quietly(address);
	}

	return stream;
}

/* False with an exception pending. */
static bool prepare(php_aco_source *source)
{
	source->size = -1;
	source->unpack = aco_unpack_new();
	if (!source->unpack) {
		php_aco_throw_memory();
	}
	return source->unpack != NULL;
}

bool php_aco_source_open_path(php_aco_source *source, zend_string *path, zend_string *name)
{
	php_stream *stream = open_path(ZSTR_VAL(path));
	php_stream_statbuf status;
	bool is_known = stream && php_stream_stat(stream, &status) == 0;

	if (!stream || EG(exception) || (is_known && S_ISDIR(status.sb.st_mode))) {
		if (stream) {
			php_stream_close(stream);
		}

		if (!EG(exception)) {
			php_aco_throw_read("%s cannot be read", ZSTR_VAL(path));
		}

		return false;
	}

	/* Blocks are read at once, without a copy. */
	php_stream_set_option(stream, PHP_STREAM_OPTION_READ_BUFFER, PHP_STREAM_BUFFER_NONE, NULL);
	php_stream_to_zval(stream, &source->stream);
	source->name = name ? zend_string_copy(name) : php_basename(ZSTR_VAL(path), ZSTR_LEN(path), NULL, 0);
	if (!prepare(source)) {
		return false;
	}

	if (is_known && S_ISREG(status.sb.st_mode)) {
		source->size = (zend_long) status.sb.st_size;
		source->path = zend_string_copy(path);
	}

	return true;
}

static php_stream *stream_of(const zval *resource)
{
	return zend_fetch_resource2(Z_RES_P(resource), NULL, php_file_le_stream(), php_file_le_pstream());
}

bool php_aco_source_open_stream(php_aco_source *source, zval *resource, zend_string *name)
{
	php_stream *stream = stream_of(resource);

	if (!stream) {
		php_aco_throw_argument("$source must be a path or an open stream");
		return false;
	}

	ZVAL_COPY(&source->stream, resource);
	if (name) {
		source->name = zend_string_copy(name);
	} else {
		bool is_input = stream->orig_path && strcmp(stream->orig_path, "php://stdin") == 0;
		const char *text = is_input ? "standard input" : "stream";

		source->name = zend_string_init(text, strlen(text), false);
	}

	return prepare(source);
}

void php_aco_source_free(php_aco_source *source)
{
	aco_unpack_free(source->unpack);
	aco_splitter_free(&source->splitter);
	if (source->name) {
		zend_string_release(source->name);
	}
	if (source->path) {
		zend_string_release(source->path);
	}
}

static bool fail(php_aco_source *source, const char *failure)
{
	source->failure = failure;
	return false;
}

/* Up to `size` bytes, 0 at the end; negative when there are none, with a failure or an exception. */
static ssize_t read_block(php_aco_source *source, char *target, size_t size)
{
	while (true) {
		php_stream *stream = stream_of(&source->stream);
		int reporting = EG(error_reporting);
		ssize_t length;

		/* Whoever opened the stream may have closed it. */
		if (!stream) {
			fail(source, "reading failed");
			return -1;
		}

		EG(error_reporting) &= FATAL_ERRORS;
		length = php_stream_read(stream, target, size);
		EG(error_reporting) = reporting;

		if (length > 0) {
			source->consumed += length;
			return length;
		}

		if (EG(exception)) {
			return -1;
		}

		if (length < 0) {
			fail(source, "reading failed");
			return -1;
		}

		/* The stream may be gone, as PHP code has run. */
		stream = stream_of(&source->stream);
		if (stream && php_stream_eof(stream)) {
			return 0;
		}

		/* A signal or a slow pipe can cause an empty read before the end. */
		if (!php_aco_handle_interrupt()) {
			return -1;
		}
	}
}

static bool check_unpacked(php_aco_source *source, aco_unpack_result result)
{
	switch (result) {
		case ACO_UNPACK_OK:
			return true;
		case ACO_UNPACK_NO_MEMORY:
			return fail(source, no_memory);
		case ACO_UNPACK_DAMAGED:
			return fail(source, "the gzip data is damaged");
		case ACO_UNPACK_INCOMPLETE:
			return fail(source, "the gzip data is incomplete");
		default:
			return fail(source, "other data follows the gzip data: remove it");
	}
}

/* Appends the next bytes to the splitter's input. False with a failure or an exception. */
static bool read_more(php_aco_source *source)
{
	aco_buf *input = &source->splitter.input;
	char block[ACO_UNPACK_BLOCK];
	ssize_t length;

	if (aco_unpack_is_plain(source->unpack)) {
		if (!aco_buf_reserve(input, BLOCK)) {
			return fail(source, no_memory);
		}

		length = read_block(source, input->data + input->length, BLOCK);
		if (length > 0) {
			input->length += (size_t) length;
		}
	} else {
		length = read_block(source, block, sizeof(block));
		if (length > 0 && !check_unpacked(source, aco_unpack_add(source->unpack, block, (size_t) length, input))) {
			return false;
		}
	}

	if (length == 0) {
		source->splitter.is_complete = check_unpacked(source, aco_unpack_end(source->unpack, input));
	}

	return !source->failure && !EG(exception);
}

static const char *array_failure(aco_split_result result)
{
	switch (result) {
		case ACO_SPLIT_DAMAGED:
			return "the JSON array is damaged";
		case ACO_SPLIT_INCOMPLETE:
			return "the JSON array is incomplete";
		case ACO_SPLIT_FOLLOWED:
			return "there is data after the JSON array";
		default:
			return no_memory;
	}
}

php_aco_source_result php_aco_source_next(php_aco_source *source, aco_split_text *text)
{
	while (true) {
		aco_split_result result = aco_splitter_next(&source->splitter, text);

		switch (result) {
			case ACO_SPLIT_TEXT:
				return PHP_ACO_SOURCE_TEXT;
			case ACO_SPLIT_TOO_LONG:
				return PHP_ACO_SOURCE_TOO_LONG;
			case ACO_SPLIT_END:
				return PHP_ACO_SOURCE_END;
			case ACO_SPLIT_MORE:
				if (source->failure) {
					return PHP_ACO_SOURCE_FAILED;
				}
				/* After a failure, the texts that were read before it come first. */
				if (!read_more(source) && !source->failure) {
					return PHP_ACO_SOURCE_THROWN;
				}
				break;
			default:
				source->failure = array_failure(result);
				return PHP_ACO_SOURCE_FAILED;
		}
	}
}
