/* SPDX-License-Identifier: MIT */
#ifdef HAVE_CONFIG_H
# include "config.h"
#endif

#include "src/core/base/gzip.h"

#include <stdlib.h>

#if defined(ACO_HAVE_ISAL)
# include <isa-l.h>

# define LEVEL 1
# define STORED_BLOCK 65535
# define STORED_BLOCK_HEADER 5
# define GZIP_FRAME 18
# define TEXT_OF(number) TEXT(number)
/* clang-format off */
# define TEXT(number) #number
/* clang-format on */

struct aco_gzip {
	struct isal_zstream stream;
	uint8_t buffer[ISAL_DEF_LVL1_DEFAULT];
};

aco_gzip *aco_gzip_new(void)
{
	return malloc(sizeof(aco_gzip));
}

void aco_gzip_free(aco_gzip *gzip)
{
	free(gzip);
}

bool aco_gzip_compress(aco_gzip *gzip, const char *bytes, size_t length, aco_buf *out)
{
	struct isal_zstream *stream = &gzip->stream;
	/* Incompressible data is stored. */
	size_t bound = length + STORED_BLOCK_HEADER * (length / STORED_BLOCK + 1) + GZIP_FRAME;

	if (bound > UINT32_MAX || !aco_buf_reserve(out, bound)) {
		return false;
	}

	isal_deflate_stateless_init(stream);
	stream->gzip_flag = IGZIP_GZIP;
	stream->level = LEVEL;
	stream->level_buf = gzip->buffer;
	stream->level_buf_size = sizeof(gzip->buffer);
	stream->next_in = (uint8_t *) bytes;
	stream->avail_in = (uint32_t) length;
	stream->end_of_stream = 1;
	stream->next_out = (uint8_t *) out->data + out->length;
	stream->avail_out = (uint32_t) bound;
	if (isal_deflate_stateless(stream) != COMP_OK) {
		return false;
	}

	out->length += stream->total_out;
	return true;
}

bool aco_gzip_expand(const char *bytes, size_t length, size_t expanded, aco_buf *out)
{
	struct inflate_state *state = malloc(sizeof(*state));
	bool done = false;

	if (state && length <= UINT32_MAX && expanded <= UINT32_MAX && aco_buf_reserve(out, expanded)) {
		isal_inflate_init(state);
		state->crc_flag = ISAL_GZIP;
		state->next_in = (uint8_t *) bytes;
		state->avail_in = (uint32_t) length;
		state->next_out = (uint8_t *) out->data + out->length;
		state->avail_out = (uint32_t) expanded;
		done = isal_inflate(state) == ISAL_DECOMP_OK && state->block_state == ISAL_BLOCK_FINISH
			&& state->total_out == expanded;
	}

	free(state);

	if (done) {
		out->length += expanded;
	}

	return done;
}

const char *aco_gzip_library(void)
{
	return "ISA-L";
}

const char *aco_gzip_compiled_version(void)
{
	return TEXT_OF(ISAL_MAJOR_VERSION) "." TEXT_OF(ISAL_MINOR_VERSION) "." TEXT_OF(ISAL_PATCH_VERSION);
}

const char *aco_gzip_linked_version(void)
{
	return "";
}

#elif defined(ACO_HAVE_LIBDEFLATE)
# include <libdeflate.h>

/*
 * Feeds are repetitive: the fastest level shrinks them to a twentieth; higher levels
 * take twice the time to save another tenth.
 */
# define LEVEL 1

struct aco_gzip {
	struct libdeflate_compressor *compressor;
};

aco_gzip *aco_gzip_new(void)
{
	aco_gzip *gzip = calloc(1, sizeof(*gzip));

	if (gzip && !(gzip->compressor = libdeflate_alloc_compressor(LEVEL))) {
		free(gzip);
		gzip = NULL;
	}
	return gzip;
}

void aco_gzip_free(aco_gzip *gzip)
{
	if (gzip) {
		libdeflate_free_compressor(gzip->compressor);
		free(gzip);
	}
}

bool aco_gzip_compress(aco_gzip *gzip, const char *bytes, size_t length, aco_buf *out)
{
	size_t bound = libdeflate_gzip_compress_bound(gzip->compressor, length);
	size_t written;

	if (!aco_buf_reserve(out, bound)) {
		return false;
	}
	written = libdeflate_gzip_compress(gzip->compressor, bytes, length, out->data + out->length, bound);
	out->length += written;
	return written != 0;
}

bool aco_gzip_expand(const char *bytes, size_t length, size_t expanded, aco_buf *out)
{
	struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
	bool done = decompressor && aco_buf_reserve(out, expanded)
		&& libdeflate_gzip_decompress(decompressor, bytes, length, out->data + out->length, expanded, NULL)
			== LIBDEFLATE_SUCCESS;

	libdeflate_free_decompressor(decompressor);
	if (done) {
		out->length += expanded;
	}
	return done;
}

const char *aco_gzip_library(void)
{
	return "libdeflate";
}

const char *aco_gzip_compiled_version(void)
{
	return LIBDEFLATE_VERSION_STRING;
}

const char *aco_gzip_linked_version(void)
{
	return "";
}

#else
# include <limits.h>
# include <zlib.h>

# define LEVEL 1
/* A window of 15 bits; 16 selects the gzip header. */
# define WINDOW_BITS (15 + 16)

struct aco_gzip {
	z_stream stream;
};

aco_gzip *aco_gzip_new(void)
{
	aco_gzip *gzip = calloc(1, sizeof(*gzip));

	if (gzip && deflateInit2(&gzip->stream, LEVEL, Z_DEFLATED, WINDOW_BITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
		free(gzip);
		gzip = NULL;
	}
	return gzip;
}

void aco_gzip_free(aco_gzip *gzip)
{
	if (gzip) {
		deflateEnd(&gzip->stream);
		free(gzip);
	}
}

bool aco_gzip_compress(aco_gzip *gzip, const char *bytes, size_t length, aco_buf *out)
{
	z_stream *stream = &gzip->stream;
	uLong bound;

	/* deflateBound() counts the gzip header only for a stream that is not finished. */
	if (length > UINT_MAX || deflateReset(stream) != Z_OK) {
		return false;
	}

	bound = deflateBound(stream, (uLong) length);
	if (bound > UINT_MAX || !aco_buf_reserve(out, bound)) {
		return false;
	}

	stream->next_in = (Bytef *) bytes;
	stream->avail_in = (uInt) length;
	stream->next_out = (Bytef *) out->data + out->length;
	stream->avail_out = (uInt) bound;
	if (deflate(stream, Z_FINISH) != Z_STREAM_END) {
		return false;
	}

	out->length += stream->total_out;
	return true;
}

bool aco_gzip_expand(const char *bytes, size_t length, size_t expanded, aco_buf *out)
{
	z_stream stream = {0};
	bool done;

	if (length > UINT_MAX || expanded > UINT_MAX || !aco_buf_reserve(out, expanded)
			|| inflateInit2(&stream, WINDOW_BITS) != Z_OK) {
		return false;
	}

	stream.next_in = (Bytef *) bytes;
	stream.avail_in = (uInt) length;
	stream.next_out = (Bytef *) out->data + out->length;
	stream.avail_out = (uInt) expanded;
	done = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == expanded;
	inflateEnd(&stream);

	if (done) {
		out->length += expanded;
	}

	return done;
}

const char *aco_gzip_library(void)
{
	return "zlib";
}

const char *aco_gzip_compiled_version(void)
{
	return ZLIB_VERSION;
}

const char *aco_gzip_linked_version(void)
{
	return zlibVersion();
}
#endif
