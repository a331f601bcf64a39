/* A service on the loopback interface, in a forked process, that answers every request alike. */
#ifndef CHECK_SERVER_H
#define CHECK_SERVER_H

#include "check_process.h"

#include "src/core/net/http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

typedef struct check_server {
	int listener;
	/* %u is the number of the request. */
	const char *status_line, *body;
	char url[64];
	pid_t process;
} check_server;

/* Reads a request whose body is known by its Content-Length. */
static inline bool check_read_request(int connection)
{
	char text[32768];
	size_t length = 0;

	for (;;) {
		ssize_t got = read(connection, text + length, sizeof(text) - 1 - length);
		const char *end, *size;

		if (got <= 0) {
			return false;
		}
		length += (size_t) got;
		text[length] = '\0';
		end = strstr(text, "\r\n\r\n");
		if (end) {
			size = strcasestr(text, "content-length:");
			if ((size_t) (end + 4 - text) + (size && size < end ? strtoul(size + 15, NULL, 10) : 0) <= length) {
				return true;
			}
		}
	}
}

static inline void check_answer(int connection, const check_server *server, unsigned number)
{
	char body[1024], head[256];
	int body_length, head_length;

	body_length = snprintf(body, sizeof(body), server->body, number);
	head_length = snprintf(head, sizeof(head), "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n", server->status_line, body_length);
	if (write(connection, head, (size_t) head_length) != head_length
		|| write(connection, body, (size_t) body_length) != body_length) {
		_exit(1);
	}
}

/* One connection at a time, for as many requests as it brings. */
static inline bool check_serve(void *context)
{
	const check_server *server = context;

	for (unsigned number = 1; true;) {
		int connection = accept(server->listener, NULL, NULL);

		if (connection < 0) {
			return false;
		}
		while (check_read_request(connection)) {
			check_answer(connection, server, number++);
		}
		close(connection);
	}
}

/* Listens, and does not answer yet. */
static inline void check_listen(check_server *server)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(address);

	server->listener = socket(AF_INET, SOCK_STREAM, 0);
	assert_true(server->listener >= 0);
	assert_int_equal(bind(server->listener, (struct sockaddr *) &address, sizeof(address)), 0);
	assert_int_equal(listen(server->listener, 16), 0);
	assert_int_equal(getsockname(server->listener, (struct sockaddr *) &address, &size), 0);
	snprintf(server->url, sizeof(server->url), "http://127.0.0.1:%u/", (unsigned) ntohs(address.sin_port));
}

static inline void check_start(check_server *server, const char *status_line, const char *body)
{
	server->status_line = status_line;
	server->body = body;
	check_listen(server);
	server->process = check_fork(check_serve, server);
	close(server->listener);
}

static const aco_http_settings check_http_settings = {
	.proxy = "", .connect_timeout_ms = 10000, .timeout_ms = 20000, .max_response_bytes = 65536, .max_connections = 4};

static inline aco_http_transfer *check_wait(aco_http *http)
{
	aco_http_transfer *transfer;

	while (!(transfer = aco_http_finished(http))) {
		aco_http_run(http, 100);
	}
	return transfer;
}

static inline int check_begin_http(void **state)
{
	/* Whatever the environment says, nothing here leaves the host. */
	return aco_http_global_init() ? 0 : -1;
}

static inline int check_end_http(void **state)
{
	aco_http_global_cleanup();
	return 0;
}

#endif
