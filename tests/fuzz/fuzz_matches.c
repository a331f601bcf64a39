/* The input is an answer of an external matcher: see answer.h. */
#include "answer.h"

#include "src/core/services/matches.h"

static void check(const aco_http_response *outcome, aco_match_direction direction)
{
	aco_matches matches;
	aco_error error = {0};

	if (aco_matches_read(&matches, outcome, direction, "a", 1, &error)) {
		REQUIRE(!matches.skip || matches.count == 0);
		for (size_t i = 0; i < matches.count; i++) {
			aco_match match;

			if (!aco_matches_get(&matches, i, &match, &error)) {
				REQUIRE(error.code == ACO_E_API && error.message[0]);
				break;
			}
			REQUIRE(match.name_length > 0 && match.position >= ACO_MATCH_NO_POSITION);
			for (size_t role = 0; role < match.role_count; role++) {
				const char *text;
				size_t length;

				REQUIRE(!aco_match_role(&match, role, &text, &length)
					|| (length > 0 && text[0] != ' ' && text[length - 1] != ' '));
			}
		}
	} else {
		REQUIRE(error.code != ACO_OK && error.message[0]);
	}
	aco_matches_free(&matches);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	aco_http_response outcome = answer_of(data, size);

	check(&outcome, ACO_MATCH_PRODUCTS);
	check(&outcome, ACO_MATCH_ASSETS);
	aco_buf_free(&outcome.body);
	return 0;
}
