/* SPDX-License-Identifier: MIT */
#include "src/core/base/rfc3339.h"

#include <stdio.h>
#include <string.h>

#define DAY_SECONDS 86400
#define MAX_FRACTION 9

/* Days since 1970 of a date of the Gregorian calendar, by counting years from March on. */
static int64_t days_since_1970(int year, int month, int day)
{
	int64_t y = year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static int days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* A number of exactly `digits` digits; -1 if the text is not one. */
static int number(const char *text, int digits)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return -1;
		}
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

/* Parses what follows the seconds: an optional fraction and the offset. */
static bool parse_tail(const char *at, const char *end, int *ms, int *offset)
{
	int hours, minutes, digits = 0;

	*ms = *offset = 0;
	if (at < end && *at == '.') {
		for (at++; at < end && *at >= '0' && *at <= '9'; at++) {
			if (digits < 3) {
				*ms = *ms * 10 + (*at - '0');
			}

			digits++;
		}

		if (digits == 0 || digits > MAX_FRACTION) {
			return false;
		}

		for (int i = digits; i < 3; i++) {
			*ms *= 10;
		}
	}

	if (end - at == 1 && (*at == 'Z' || *at == 'z')) {
		return true;
	}
	if (end - at != 6 || (*at != '+' && *at != '-') || at[3] != ':') {
		return false;
	}

	hours = number(at + 1, 2);
	minutes = number(at + 4, 2);
	*offset = (hours * 60 + minutes) * 60 * (*at == '-' ? -1 : 1);
	return hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
}

bool aco_rfc3339_parse(const char *text, size_t length, int64_t *ms)
{
	static const char separators[] = "    -  -  T  :  :  ";
	int year, month, day, hour, minute, second, fraction, offset;

	if (length < 20 || length >= ACO_RFC3339_SIZE) {
		return false;
	}

	for (size_t i = 0; i < sizeof(separators) - 1; i++) {
		if (separators[i] != ' ' && text[i] != separators[i] && !(separators[i] == 'T' && text[i] == 't')) {
			return false;
		}
	}

	year = number(text, 4);
	month = number(text + 5, 2);
	day = number(text + 8, 2);
	hour = number(text + 11, 2);
	minute = number(text + 14, 2);
	second = number(text + 17, 2);
	if (year < 0 || month < 1 || month > 12 || day < 1 || day > days_of_month(year, month)
			|| hour < 0 || hour > 23 || minute < 0 || minute > 59
			/* A leap second counts as the first second of the next minute. */
			|| second < 0 || second > 60
			|| !parse_tail(text + 19, text + length, &fraction, &offset)) {
		return false;
	}

	*ms = (days_since_1970(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second - offset) * 1000
		+ fraction;
	return true;
}

size_t aco_rfc3339_format(char *target, int64_t ms)
{
	int64_t seconds = ms / 1000, days = seconds / DAY_SECONDS;
	int year = 1970, month = 1, rest = (int) (seconds % DAY_SECONDS);
	char text[64];
	int length;

	while (days >= days_since_1970(year + 1, 1, 1)) {
		year++;
	}

	days -= days_since_1970(year, 1, 1);
	while (days >= days_of_month(year, month)) {
		days -= days_of_month(year, month++);
	}

	length = snprintf(text, sizeof(text), "%04d-%02d-%02dT%02d:%02d:%02d+00:00",
		year, month, (int) days + 1, rest / 3600, rest / 60 % 60, rest % 60);
	memcpy(target, text, (size_t) length);

	return (size_t) length;
}
