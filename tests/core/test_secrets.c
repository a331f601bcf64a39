#include "check.h"

#include "src/core/base/secrets.h"

#include <openssl/evp.h>
#include <time.h>

#define SECRET "p8e-A+b/c=d\"e\\f&g%h i"

static char shown[1024];

static aco_secrets *new_secrets(const char *secret)
{
	aco_secrets *secrets = aco_secrets_new();

	assert_non_null(secrets);
	assert_true(aco_secrets_add(secrets, secret));
	return secrets;
}

/* How a text is shown that knows this secret. */
static const char *excerpt(const char *secret, const char *text)
{
	aco_secrets *secrets = new_secrets(secret);
	char *copy = check_copy(text, strlen(text));

	aco_secrets_excerpt(secrets, shown, sizeof(shown), copy, strlen(text));
	free(copy);
	aco_secrets_release(secrets);
	return shown;
}

static void every_form_is_hidden(void **state)
{
	static const char *const forms[] = {
		SECRET,
		/* Forms, in both cases of hexadecimal digits, of encoders that leave more or fewer characters alone. */
		"p8e-A%2Bb%2Fc%3Dd%22e%5Cf%26g%25h%20i",
		"p8e-A%2bb%2fc%3dd%22e%5cf%26g%25h%20i",
		"p8e-A%2Bb%2Fc%3Dd%22e%5Cf%26g%25h+i",
		"p8e-A%2Bb/c=d%22e%5Cf%26g%25h%20i",
		"%70%38%65%2D%41%2B%62%2F%63%3D%64%22%65%5C%66%26%67%25%68%20%69",
		/* Encoded once more. */
		"p8e-A%252Bb%252Fc%253Dd%2522e%255Cf%2526g%2525h%2520i",
		"p8e-A%25252Bb/c=d\"e\\f&g%h i",
		/* JSON: bare, with \/, with \u of both cases, all of it, and once and twice more. */
		"p8e-A+b/c=d\\\"e\\\\f&g%h i",
		"p8e-A+b\\/c=d\\\"e\\\\f&g%h i",
		"p8e-A\\u002Bb\\u002fc\\u003dd\\u0022e\\u005Cf\\u0026g%h i",
		"\\u0070\\u0038\\u0065\\u002d\\u0041\\u002b\\u0062\\u002f\\u0063\\u003d\\u0064\\u0022\\u0065\\u005c\\u0066\\u0026\\u0067\\u0025\\u0068\\u0020\\u0069",
		"p8e-A+b\\\\/c=d\\\\\\\"e\\\\\\\\f&g%h i",
		"p8e-A+b\\\\\\/c=d\\\\\\\\\\\\\\\"e\\\\\\\\\\\\\\\\f&g%h i",
		"p8e-A\\\\u002Bb/c=d\"e\\f&g%h i",
		/* HTML. */
		"p8e-A+b/c=d&quot;e\\f&amp;g%h i",
		"p8e-A&#43;b&#x2F;c=d&#34;e\\f&amp;g%h i",
		/* One in the other: a form in JSON, JSON in a form, in HTML, and that in JSON. */
		"p8e-A\\u00252Bb\\u00252Fc%3Dd%22e%5Cf%26g%25h%20i",
		"p8e-A%2Bb%5C%2Fc%3Dd%5C%22e%5C%5Cf%26g%25h+i",
		"p8e-A+b/c=d\\&quot;e\\\\f&amp;g%h i",
		"p8e-A+b\\/c=d&quot;e\\\\f\\u0026amp;g%h i",
	};

	for (size_t i = 0; i < COUNT(forms); i++) {
		char text[512];

		snprintf(text, sizeof(text), "wrong \"%s\", says the service", forms[i]);
		assert_string_equal(excerpt(SECRET, text), "wrong \"***\", says the service");
		snprintf(text, sizeof(text), "%s\\%s%%%s", forms[i], forms[i], forms[i]);
		assert_null(strstr(excerpt(SECRET, text), "p8e"));
		assert_string_equal(excerpt(SECRET, forms[i]), "***");
	}

	/* An escape that ends with the text. */
	assert_string_equal(excerpt("abc\"", "x abc&quot;"), "x ***");
	assert_string_equal(excerpt("abc\"", "x abc&#34;"), "x ***");
	assert_string_equal(excerpt("abc\"", "x abc%22"), "x ***");
	assert_string_equal(excerpt("abc\"", "x abc\\\""), "x ***");
}

static void letters_beyond_ascii_are_found(void **state)
{
	static const char secret[] = "caf\xc3\xa9-\xf0\x9f\x98\x80-key";

	assert_string_equal(excerpt(secret, "a caf\xc3\xa9-\xf0\x9f\x98\x80-key b"), "a *** b");
	assert_string_equal(excerpt(secret, "a caf\\u00e9-\\ud83d\\ude00-key b"), "a *** b");
	assert_string_equal(excerpt(secret, "a caf\\u00E9-\\\\uD83D\\\\uDE00-key b"), "a *** b");
	assert_string_equal(excerpt(secret, "a caf%C3%a9-%f0%9F%98%80-key b"), "a *** b");
	assert_string_equal(excerpt(secret, "a caf&#233;-&#x1F600;-key b"), "a *** b");
	assert_string_equal(excerpt("key\xe2\x82\xac-of", "a key\\u20ac-of b"), "a *** b");
	/* An escape of more bytes than the secret goes on for. */
	assert_string_equal(excerpt("secrets", "a secret\\u00e9"), "a secret\\u00e9");
	/* The first character that takes two escapes, and the last one that does. */
	assert_string_equal(excerpt("key-\xf0\x90\x80\x80", "a key-\\ud800\\udc00 b"), "a *** b");
	assert_string_equal(excerpt("key-\xf4\x8f\xbf\xbf", "a key-\\udbff\\udfff b"), "a *** b");
}

/* Alone, with a user before it, in a whole body, in both alphabets. */
static void base64_is_found(void **state)
{
	static const char *const secrets[] = {"s3cr", "s3cre", "s3cret", "\xff\xfe\xfd\xfb\xff\xff~~~?\?\?>>>", SECRET};
	static const char *const before[] = {"", "u:", "us:", "user:", "grant_type=client_credentials&client_secret="};
	static const char *const after[] = {"", "&", "&scope=x"};

	for (size_t i = 0; i < COUNT(secrets) * COUNT(before) * COUNT(after); i++) {
		const char *secret = secrets[i % COUNT(secrets)];
		char plain[256], encoded[512] = "Basic ", *start = encoded + 6;

		snprintf(plain, sizeof(plain), "%s%s%s", before[i / COUNT(secrets) % COUNT(before)], secret,
			after[i / COUNT(secrets) / COUNT(before)]);
		EVP_EncodeBlock((unsigned char *) start, (const unsigned char *) plain, (int) strlen(plain));
		assert_non_null(strstr(excerpt(secret, encoded), "***"));
		assert_null(strstr(shown, start));
		for (char *p = start; *p; p++) {
			*p = *p == '+' ? '-' : *p == '/' ? '_' : *p;
		}
		assert_non_null(strstr(excerpt(secret, encoded), "***"));
	}
	assert_string_equal(excerpt("s3cret-key", "Basic czNjcmV0LWtleQ== is wrong"), "Basic *** is wrong");
	assert_string_equal(excerpt("a?>-b?>!", "x YT8%2BLWI%2FPiE%3D y"), "x *** y");
}

static void a_cut_does_not_help(void **state)
{
	static const char secret[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	aco_secrets *secrets = new_secrets(secret);
	char text[4096], small[64];

	/* Ours: wherever the secret stands, and whatever room there is. */
	for (size_t before = 0; before < 200; before++) {
		memset(text, '.', before);
		strcpy(text + before, secret);
		strcat(text, " end");
		for (size_t size = 1; size <= sizeof(small); size++) {
			aco_secrets_excerpt(secrets, small, size, text, strlen(text));
			assert_null(strpbrk(small, "abcfghijklm"));
		}
	}
	/* The other side's: a beginning is as good. */
	assert_string_equal(excerpt(secret, "wrong: abcdefghijkl... (cut)"), "wrong: ***... (cut)");
	assert_string_equal(excerpt(secret, "wrong: abcdefghijklmnopqrst"), "wrong: ***");
	assert_string_equal(excerpt("abcdefgh", "wrong: abcd"), "wrong: ***");
	/* Less than half of it, or too little of it, may be a word of the text. */
	assert_string_equal(excerpt(secret, "wrong: abcdefg"), "wrong: abcdefg");
	assert_string_equal(excerpt("abcdef", "wrong: abc"), "wrong: abc");
	assert_string_equal(excerpt(secret, "the abcdefg of it"), "the abcdefg of it");
	aco_secrets_release(secrets);
}

/* A secret that lies across the end of what is looked at. */
static void long_texts_are_cut_before_a_secret(void **state)
{
	static const char secret[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	aco_secrets *secrets = new_secrets(secret);
	size_t length = ACO_SECRETS_WINDOW + 100, size = length + 1;
	char *text = malloc(length), *target = malloc(size);

	assert_true(text && target);
	for (size_t start = ACO_SECRETS_WINDOW - strlen(secret); start < ACO_SECRETS_WINDOW; start++) {
		memset(text, '.', length);
		memcpy(text + start, secret, strlen(secret));
		aco_secrets_excerpt(secrets, target, size, text, length);
		assert_int_equal(strlen(target), start + 3);
		assert_string_equal(target + start, "***");
	}
	free(text);
	free(target);
	aco_secrets_release(secrets);
}

static void secrets_that_overlap(void **state)
{
	aco_secrets *secrets = new_secrets("abcdef"), *others = new_secrets("defghi");

	assert_true(aco_secrets_include(secrets, others));
	aco_secrets_excerpt(secrets, shown, sizeof(shown), TEXT("x abcdefghi y defghi z abcdefabcdef"));
	assert_string_equal(shown, "x *** y *** z ***");
	/* What is included learns on. */
	assert_true(aco_secrets_add(others, "later-secret"));
	aco_secrets_release(others);
	aco_secrets_excerpt(secrets, shown, sizeof(shown), TEXT("a later-secret"));
	assert_string_equal(shown, "a ***");
	aco_secrets_release(secrets);
	/* Its own beginning again. */
	assert_string_equal(excerpt("abcabcabcabcX", "abcabcabcabcabcX!"), "***!");
}

/* Marks and filtered characters may complete a secret. */
static void what_is_put_in_makes_no_secret(void **state)
{
	aco_secrets *secrets = new_secrets("hidden-one");

	assert_true(aco_secrets_add(secrets, "a***b") && aco_secrets_add(secrets, "x y z"));
	aco_secrets_excerpt(secrets, shown, sizeof(shown), TEXT("ahidden-oneb"));
	assert_null(strstr(shown, "a***b"));
	aco_secrets_excerpt(secrets, shown, sizeof(shown), TEXT("x\ny\tz"));
	assert_string_equal(shown, "***");
	aco_secrets_release(secrets);
	assert_null(strstr(excerpt("***x", "***xxxxxxxxxxxxxxxx"), "***x"));
}

/* Shorter ones would blank ordinary words, and protect nothing. */
static void short_secrets_are_none(void **state)
{
	assert_string_equal(excerpt("the", "the error of the client"), "the error of the client");
	assert_string_equal(excerpt("", "the error"), "the error");
	assert_string_equal(excerpt("erro", "the error"), "the ***r");
}

static void without_secrets_only_the_filter_works(void **state)
{
	aco_secrets *secrets = new_secrets("hidden-one");

	aco_secrets_excerpt(NULL, shown, sizeof(shown), TEXT("a\x1b[31m \xe2\x80\xae \xff"));
	assert_string_equal(shown, "a [31m ? ?");
	assert_true(aco_secrets_add(NULL, "anything") && aco_secrets_include(NULL, NULL));
	assert_true(aco_secrets_include(NULL, secrets) && aco_secrets_include(secrets, NULL));
	aco_secrets_release(secrets);
	assert_false(aco_secrets_occur(NULL, TEXT("anything")));
}

static void passwords_of_proxies(void **state)
{
	static const struct {
		const char *address;
		const char *text;
		const char *expected;
	} cases[] = {
		{"http://user:pa%20ss@proxy:3128", "407 pa ss", "407 ***"},
		{"http://user:pa%20ss@proxy:3128", "407 pa%20ss", "407 ***"},
		{"http://user:pa%20ss@proxy:3128", "Basic dXNlcjpwYSBzcw==", "Basic ***"},
		{"user:p@ss/word@proxy", "407 p@ss/word", "407 ***"},
		/* Too short by itself, not as it is sent. */
		{"http://user:pw@proxy", "Basic dXNlcjpwdw==", "Basic ***"},
		{"http://user:pw@proxy", "pw user proxy", "pw user proxy"},
		{"http://user@proxy:3128", "user proxy", "user proxy"},
		{"http://proxy:3128", "proxy:3128", "proxy:3128"},
		{"", "anything", "anything"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		aco_secrets *secrets = aco_secrets_new();
		char *copy = check_copy(cases[i].address, strlen(cases[i].address) + 1);

		assert_true(aco_secrets_add_proxy(secrets, copy));
		aco_secrets_excerpt(secrets, shown, sizeof(shown), cases[i].text, strlen(cases[i].text));
		assert_string_equal(shown, cases[i].expected);
		free(copy);
		aco_secrets_release(secrets);
	}
	assert_true(aco_secrets_add_proxy(NULL, NULL));
}

static void the_last_tokens_are_known(void **state)
{
	aco_secrets *secrets = new_secrets("client-secret");
	char token[32];

	for (int i = 0; i < 1000; i++) {
		snprintf(token, sizeof(token), "token-%04d", i);
		assert_true(aco_secrets_add_token(secrets, token));
		assert_true(aco_secrets_add_token(secrets, token));
	}
	assert_true(aco_secrets_occur(secrets, TEXT("token-0999")) && aco_secrets_occur(secrets, TEXT("token-0984")));
	assert_false(aco_secrets_occur(secrets, TEXT("token-0983")));
	assert_true(aco_secrets_occur(secrets, TEXT("client-secret")));
	aco_secrets_release(secrets);
}

/* Texts of a MiB that nearly hold a secret, and escapes that can be read in many ways. */
static void hostile_texts_take_bounded_time(void **state)
{
	static const char *const parts[] = {
		"a", "aaaaaaaaaaa", "%25", "%", "\\", "\\\\u005c", "&amp;", "%2525252525", "aaaaaaaaaaaaaaaaaaab", "YWFh"};
	static const char *const secrets[] = {"aaaaaaaaaaaaaaaaaaaaab", "%25%25%25%25%25%25%25!",
		"\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\x", "&amp;&amp;&amp;&amp;x", "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%x"};
	size_t length = 1 << 20;
	char *text = malloc(length + 16), *token = malloc(16385);

	assert_true(text && token);
	memset(token, 'a', 16384);
	token[16383] = 'b';
	token[16384] = '\0';
	for (size_t i = 0; i < COUNT(parts) * (COUNT(secrets) + 1); i++) {
		const char *part = parts[i % COUNT(parts)], *secret = i < COUNT(parts) ? token : secrets[i / COUNT(parts) - 1];
		aco_secrets *known = new_secrets(secret);
		clock_t start;

		for (size_t at = 0; at < length; at += strlen(part)) {
			memcpy(text + at, part, strlen(part));
		}
		start = clock();
		aco_secrets_excerpt(known, shown, sizeof(shown), text, length);
		/* Of the processor, which a busy machine does not add to; sanitizers do. */
		assert_in_range((clock() - start) / CLOCKS_PER_SEC, 0, 4);
		assert_null(strstr(shown, secret));
		aco_secrets_release(known);
	}
	free(text);
	free(token);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_hidden),
		cmocka_unit_test(letters_beyond_ascii_are_found),
		cmocka_unit_test(base64_is_found),
		cmocka_unit_test(a_cut_does_not_help),
		cmocka_unit_test(long_texts_are_cut_before_a_secret),
		cmocka_unit_test(secrets_that_overlap),
		cmocka_unit_test(what_is_put_in_makes_no_secret),
		cmocka_unit_test(short_secrets_are_none),
		cmocka_unit_test(without_secrets_only_the_filter_works),
		cmocka_unit_test(passwords_of_proxies),
		cmocka_unit_test(the_last_tokens_are_known),
		cmocka_unit_test(hostile_texts_take_bounded_time),
	};

	return cmocka_run_group_tests_name("secrets", tests, NULL, NULL);
}
