#include "check.h"

#include "src/core/services/edge.h"
#include "src/core/services/edge_problem.h"

#define PROBLEM(code, title, detail) \
	"{\"type\":\"https://ns.adobe.com/aep/errors/EXEG-" code "\",\"status\":400,\"title\":\"" title "\",\"detail\":\"" detail "\"}"

static int64_t event_of(const char *text)
{
	aco_buf body = check_buf(text);
	int64_t event = aco_edge_problem_event(&body);

	aco_buf_free(&body);
	return event;
}

static const char *reason_of(const char *text, size_t size)
{
	static char reason[1024];
	aco_buf body = check_buf(text);

	aco_edge_problem_reason(&body, NULL, reason, size);
	aco_buf_free(&body);
	return reason;
}

/* What an answer to a request of `sent` events is judged, and whom it suspects. */
static aco_verdict judge(
	long status, const char *text, size_t sent, bool token_renewed, size_t *suspect, size_t *suspects)
{
	aco_http_response response = {.status = status, .body = check_buf(text), .retry_after_ms = -1};
	aco_attempt attempt = {.status = status, .sent = sent, .token_renewed = token_renewed, .retry_after_ms = -1};
	aco_item_error *errors = NULL;

	aco_edge.read(&response, &attempt, &errors);
	assert_null(errors);
	*suspect = attempt.suspect;
	*suspects = attempt.suspects;
	aco_buf_free(&response.body);
	return aco_edge.judge(&attempt);
}

static void every_line_of_the_table(void **state)
{
	static const struct {
		long status;
		const char *body;
		bool token_renewed;
		aco_verdict verdict;
		size_t suspect;
		size_t suspects;
	} lines[] = {
		{200, "{}", false, ACO_VERDICT_DELIVERED, 0, 0},
		{202, "{\"requestId\":\"a\"}", false, ACO_VERDICT_DELIVERED, 0, 0},
		{202, "no JSON", false, ACO_VERDICT_DELIVERED, 0, 0},
		{204, "", false, ACO_VERDICT_DELIVERED, 0, 0},
		{207, "{\"errors\":[{\"type\":\"EXEG-0201-503\"}]}", false, ACO_VERDICT_DELIVERED, 0, 0},
		{200, "{\"warnings\":[{\"type\":\"https://ns.adobe.com/aep/errors/EXEG-0301-200\"}]}", false,
			ACO_VERDICT_DELIVERED, 0, 0},
		{400, PROBLEM("0002-400", "No datastream", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{400, PROBLEM("0003-400", "Unknown datastream", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{422, PROBLEM("0004-422", "Disabled datastream", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{422, PROBLEM("0010-422", "", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{422, PROBLEM("0012-422", "", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{422, PROBLEM("0013-422", "", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{400, PROBLEM("0101-400", "Bad JSON", ""), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{400, PROBLEM("0102-400", "Invalid field", "event #1 is not to be believed here"), false,
			ACO_VERDICT_BAD_REQUEST, 0, 0},
		{422, PROBLEM("0104-422", "Validation", ""), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{408, PROBLEM("0109-408", "Empty body", ""), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{413, PROBLEM("0112-413", "Too large", ""), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{413, "", false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{400, PROBLEM("0304-400", "Identity", "event #0 has none"), false, ACO_VERDICT_SUSPECT, 0, 1},
		{400, PROBLEM("0306-400", "No primary identity for event #2", ""), false, ACO_VERDICT_SUSPECT, 1, 2},
		{400, PROBLEM("0308-400", "Identity", "event #3 is the last when the first is 1"), false, ACO_VERDICT_SUSPECT,
			2, 1},
		{400, PROBLEM("0308-400", "Identity", "event #4 does not exist"), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{400, PROBLEM("0306-400", "Identity", "event #1 and event #2"), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{400, PROBLEM("0306-400", "Identity", "none is named"), false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{400, "<html>", false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{422, "", false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{401, PROBLEM("0503-401", "Expired", ""), false, ACO_VERDICT_TOKEN, 0, 0},
		{401, PROBLEM("0503-401", "Expired", ""), true, ACO_VERDICT_PERMANENT, 0, 0},
		{401, PROBLEM("0505-401", "Scope", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{403, PROBLEM("0400-403", "Geography", ""), false, ACO_VERDICT_PERMANENT, 0, 0},
		{403, "", false, ACO_VERDICT_PERMANENT, 0, 0},
		{404, "", false, ACO_VERDICT_PERMANENT, 0, 0},
		{409, "", false, ACO_VERDICT_BAD_REQUEST, 0, 0},
		{415, "", false, ACO_VERDICT_PERMANENT, 0, 0},
		{408, "", false, ACO_VERDICT_TRANSIENT, 0, 0},
		{429, "", false, ACO_VERDICT_THROTTLED, 0, 0},
		{500, PROBLEM("0001-500", "Unexpected", ""), false, ACO_VERDICT_GIVE_UP, 0, 0},
		{502, PROBLEM("0202-502", "Upstream", ""), false, ACO_VERDICT_TRANSIENT, 0, 0},
		{502, PROBLEM("0300-502", "Consent", ""), false, ACO_VERDICT_TRANSIENT, 0, 0},
		{503, PROBLEM("0000-503", "Unavailable", ""), false, ACO_VERDICT_TRANSIENT, 0, 0},
		{504, "", false, ACO_VERDICT_TRANSIENT, 0, 0},
		{0, "", false, ACO_VERDICT_TRANSIENT, 0, 0},
	};

	for (size_t i = 0; i < COUNT(lines); i++) {
		size_t suspect, suspects;
		aco_verdict verdict = judge(lines[i].status, lines[i].body, 3, lines[i].token_renewed, &suspect, &suspects);

		if (verdict != lines[i].verdict || suspect != lines[i].suspect || suspects != lines[i].suspects) {
			fail_msg("line %zu, HTTP %ld %s: %d, suspects %zu from %zu", i, lines[i].status, lines[i].body, verdict, suspects, suspect);
		}
	}
}

/* Setting apart must leave something on both sides. */
static void two_events_are_halved(void **state)
{
	size_t suspect, suspects;

	for (size_t sent = 1; sent <= 2; sent++) {
		assert_int_equal(
			judge(400, PROBLEM("0306-400", "event #1", ""), sent, false, &suspect, &suspects), ACO_VERDICT_BAD_REQUEST);
		assert_int_equal(suspects, 0);
	}
}

static void the_event_is_looked_for_in_all_texts(void **state)
{
	assert_int_equal(event_of("{\"title\":\"about event #7\"}"), 7);
	assert_int_equal(event_of("{\"detail\":\"event #12: bad\"}"), 12);
	assert_int_equal(event_of("{\"title\":\"event #4\",\"detail\":\"event #4 again\"}"), 4);
	assert_int_equal(event_of("{\"report\":{\"errors\":[\"nothing\",\"event #5\"]}}"), 5);
	assert_int_equal(event_of("{\"report\":{\"errors\":[{\"message\":\"event #6\"}]}}"), 6);
	assert_int_equal(event_of("{\"report\":{\"errors\":[\"event #5\",\"event #6\"]}}"), -1);
	assert_int_equal(event_of("{\"title\":\"event #`7`\"}"), 7);
	assert_int_equal(event_of("{\"detail\":\"event `#8` has none\"}"), 8);
	assert_int_equal(event_of("{\"detail\":\"event `9`\"}"), 9);
	assert_int_equal(event_of("{\"detail\":\"were provided for the following event: `#1`. Update\"}"), 1);
	assert_int_equal(event_of("{\"detail\":\"Event `#2` contains an ID\"}"), 2);
	assert_int_equal(event_of("{\"detail\":\"no primary identity provided for event `#3`\"}"), 3);
	assert_int_equal(event_of("{\"detail\":\"eventual #3, event:#3\"}"), -1);
	assert_int_equal(event_of("{\"title\":\"event ``\"}"), -1);
	assert_int_equal(event_of("{\"title\":\"event 3 of 4\"}"), -1);
	assert_int_equal(event_of("{\"title\":\"event #\"}"), -1);
	assert_int_equal(event_of("{\"title\":\"event #-1\"}"), -1);
	assert_int_equal(event_of("{\"title\":\"event #99999999999999999999\"}"), -1);
	assert_int_equal(event_of("{\"title\":7,\"report\":[],\"detail\":null}"), -1);
	assert_int_equal(event_of("[]"), -1);
	assert_int_equal(event_of(""), -1);
}

static void reasons_hold_no_address(void **state)
{
	assert_string_equal(reason_of(PROBLEM("0102-400", "Invalid field", "xdm.timestamp"), 256), "EXEG-0102-400: Invalid field: xdm.timestamp");
	assert_string_equal(reason_of("{\"title\":\"Only this\"}", 256), "Only this");
	assert_string_equal(reason_of("{\"type\":\"EXEG-0001-500\"}", 256), "EXEG-0001-500");
	assert_string_equal(reason_of("{\"message\":\"of a gateway\"}", 256), "of a gateway");
	assert_string_equal(reason_of("{\"detail\":\"the id <shopper@example.com>, is \\\"a@b\\\" @ c\"}", 256), "the id <*>, is \"*\" * c");
	assert_string_equal(reason_of("{\"detail\":\"shopper@example.com\"}", 256), "*");
	assert_string_equal(reason_of("{\"title\":\"cut short\"}", 4), "cut");
	assert_string_equal(reason_of("{\"type\":\"EXEG-0102-400/shopper@example.com\"}", 256), "EXEG-0102-400");
	assert_string_equal(reason_of("<html>", 256), "");
}

static void consent_warnings_are_counted(void **state)
{
	aco_buf body = check_buf("{\"warnings\":[{\"type\":\"x/EXEG-0301-200\"},{\"type\":\"x/EXEG-0204-200\"},{\"type\":\"x/EXEG-0301-200\"},7,null]}");

	assert_int_equal(aco_edge_warnings(&body, ACO_EDGE_NO_CONSENT), 2);
	assert_int_equal(aco_edge_warnings(&body, 204), 1);
	aco_buf_free(&body);
	body = check_buf("{\"warnings\":{}}");
	assert_int_equal(aco_edge_warnings(&body, ACO_EDGE_NO_CONSENT), 0);
	aco_buf_free(&body);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_line_of_the_table),
		cmocka_unit_test(two_events_are_halved),
		cmocka_unit_test(the_event_is_looked_for_in_all_texts),
		cmocka_unit_test(reasons_hold_no_address),
		cmocka_unit_test(consent_warnings_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
