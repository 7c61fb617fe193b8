/* What is told of whole replies: cause, retry, what decided, contradictions, hints, blocklists, and hostile text. */
#include "explain/verdict.h"
#include "page/compose_verdict.h"
#include "page/print_json_reply.h"
#include "support/testing.h"

#include <time.h>
#include <unistd.h>

static struct base base;
static struct explainer *explainer;

static int set_up(void **state)
{
	struct error own;

	(void)state;
	base = base_open(NULL, "en");
	assert_int_equal(explainer_open(base.arena, base.source, "smtp", base.lang, NULL, &explainer, &own, &base.error),
	                 STATUS_OK);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	base_close(&base);
	return 0;
}

static struct verdict make(const char *text)
{
	struct verdict verdict;

	assert_int_equal(verdict_make(base.arena, explainer, text, strlen(text), &verdict, &base.error), STATUS_OK);
	return verdict;
}

static const struct {
	const char *text, *code, *enhanced, *cause;
	int retry; /* NAME_MISSING: not known */
} replies[] = {
    {"550-5.7.26 This mail is unauthenticated, which poses a security risk", "550", "5.7.26", "sender-unauthenticated",
     RETRY_NO},
    {"421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address", "421",
     "4.7.28", "rate-limited", RETRY_LATER},
    {"421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection", "421",
     "4.7.29", "tls", RETRY_LATER},
    {"452 4.2.2 The recipient's inbox is out of storage space", "452", "4.2.2", "mailbox-full", RETRY_LATER},
    {"534 5.7.9 Application-specific password required", "534", "5.7.9", "login-required", RETRY_NO},
    {"550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider "
     "since part "
     "of their network is on our block list (S3150)",
     "550", "5.7.1", "blocklisted", RETRY_NO},
    {"451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.", "451",
     "4.7.650", NULL, RETRY_LATER},
    {"550 5.7.515 Access denied, sending domain example.org does not meet the required authentication level.", "550",
     "5.7.515", "sender-unauthenticated", RETRY_NO},
    {"550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "550", "5.4.1", "user-unknown", RETRY_NO},
    {"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", "550", "5.1.10",
     "user-unknown", RETRY_NO},
    {"552 1 Requested mail action aborted, mailbox not found", "552", NULL, "user-unknown", RETRY_NO},
    {"421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. "
     "OFR004_104",
     "421", NULL, "too-many-connections", RETRY_LATER},
    {"550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]", "550", "5.2.0", "spam-content", RETRY_NO},
    {"550 5.7.1 <ann@sfr.fr>: Recipient address rejected: User unknown", "550", "5.7.1", "user-unknown", RETRY_NO},
    {"550 spam detected", "550", NULL, "spam-content", RETRY_NO},
    {"421 Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/", "421", NULL, NULL,
     RETRY_LATER},
    {"smtp;550 5.1.1 <ann@example.org>... User unknown", "550", "5.1.1", "user-unknown", RETRY_NO},
    {"host mx.example.org[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)", "452", "4.2.2",
     "mailbox-full", RETRY_LATER},
    {"Remote host said: 550 User doesn't exist", "550", NULL, "user-unknown", RETRY_NO},
    {"SMTP error from remote mail server after RCPT TO:<ann@example.org>: 550 No such user", "550", NULL,
     "user-unknown", RETRY_NO},
    {"#&lt;mx.example.org #5.1.1 smtp;550 5.1.1 User unknown&gt; #SMTP#", "550", "5.1.1", "user-unknown", RETRY_NO},
    {"450 4.2.0 <ann@example.org>: Recipient address rejected: Greylisted for 300 seconds", "450", "4.2.0",
     "greylisted", RETRY_LATER},
    {"550 Bo\xC3\x83\xC2\xAEte aux lettres pleine", "550", NULL, "mailbox-full", RETRY_NO},
    {"550 Postfach voll", "550", NULL, "mailbox-full", RETRY_NO},
    {"550 usuario desconocido", "550", NULL, "user-unknown", RETRY_NO},
    {"250 2.0.0 Ok: queued as 12345", "250", "2.0.0", "accepted", RETRY_NOT_NEEDED},
    {"delivery temporarily suspended: 4.4.7 message expired", NULL, "4.4.7", "expired", RETRY_NO},
    {"554 5.0.0 transaction failed", "554", "5.0.0", "undetermined", RETRY_NO},
    {"", NULL, NULL, "undetermined", NAME_MISSING},
    {"nothing of interest", NULL, NULL, "undetermined", NAME_MISSING},
    {"mailbox is full", NULL, NULL, "mailbox-full", RETRY_LATER},
    /* Numbers that are no reply codes, and codes in unusual places. */
    {"Expected response code 250 but got code \"\"", NULL, NULL, "undetermined", NAME_MISSING},
    {"Expected response code 250 but got code \"550\", with message \"550 User unknown\"", "550", NULL, "user-unknown",
     RETRY_NO},
    {"Mail rejete. Mail rejected. ofr_506 [506]", NULL, NULL, "spam-content", RETRY_NO},
    {"unknown mailer error 255", NULL, NULL, "server-fault", RETRY_LATER},
    {"SMTP -> FROM SERVER:250 2.1.5 Flushed", "250", "2.1.5", "accepted", RETRY_NOT_NEEDED},
    {"delivery 245: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_No_such_user/", "550", NULL,
     "user-unknown", RETRY_NO},
    {"550 5.7.20 No key at mail._domainkey.example.org, DKIM failed", "550", "5.7.20", "sender-unauthenticated",
     RETRY_NO},
    {"delivery 7: success: 192.0.2.1_accepted_message./Remote_host_said:_250_2.0.0_Ok/", "250", "2.0.0", "accepted",
     RETRY_NOT_NEEDED},
    {"[{LED=550 5.1.1 RESOLVER.ADR.RecipNotFound; not found};{MSG=};{FQDN=}", "550", "5.1.1", "user-unknown", RETRY_NO},
    /* The codes of further lines stand between the words of a known reply. */
    {"550-5.7.1 The IP you're using to send mail is not authorized to 550-5.7.1 send email directly to our servers. "
     "Please use the SMTP relay at your 550 5.7.1 service provider instead.",
     "550", "5.7.1", "blocklisted", RETRY_NO},
    /* The sending server goes on, and has not given up. */
    {"Your message could not be delivered for more than 4 hour(s). It will be retried until it is 5 day(s) old.", NULL,
     NULL, "undetermined", RETRY_LATER},
    {"550-Verification failed for <ann@example.org>\n550-all relevant MX records point to non-existent hosts\n550 "
     "Sender "
     "verify failed",
     "550", NULL, "sender-rejected", RETRY_NO},
    /* An address inside a text without blanks. */
    {"收件人邮件地址（ann@example.org）不存在，邮件无法送达。", NULL, NULL, "user-unknown", RETRY_NO},
};

static void test_replies(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof replies / sizeof *replies; i++) {
		struct verdict verdict = make(replies[i].text);

		if (replies[i].cause && strcmp(verdict.cause->key, replies[i].cause) != 0)
			fail_msg("%s: %s, not %s", replies[i].text, verdict.cause->key, replies[i].cause);
		if ((verdict.code ? verdict.code : "")[0] != (replies[i].code ? replies[i].code : "")[0] ||
		    strcmp(verdict.code ? verdict.code : "", replies[i].code ? replies[i].code : "") != 0)
			fail_msg("%s: code %s", replies[i].text, verdict.code);
		if (strcmp(verdict.enhanced ? verdict.enhanced : "", replies[i].enhanced ? replies[i].enhanced : "") != 0)
			fail_msg("%s: enhanced %s", replies[i].text, verdict.enhanced);
		if (verdict.retry != replies[i].retry)
			fail_msg("%s: retry %d", replies[i].text, verdict.retry);
	}
}

static void test_what_decides(void **state)
{
	struct verdict verdict;

	(void)state;
	verdict = make("550 5.7.26 This mail has been blocked because the sender is unauthenticated.");
	assert_int_equal(verdict.decided, DECIDED_PROVIDER);
	assert_string_equal(verdict.provider, "Gmail");
	verdict = make("550 5.7.1 <ann@example.org>: User  unknown here");
	assert_int_equal(verdict.decided, DECIDED_TEXT);
	assert_string_equal(verdict.matched, "User  unknown");
	assert_null(verdict.provider);
	verdict = make("550 5.1.1 no");
	assert_int_equal(verdict.decided, DECIDED_ENHANCED);
	assert_string_equal(verdict.matched, "5.1.1");
	verdict = make("552 no");
	assert_int_equal(verdict.decided, DECIDED_CODE);
	assert_string_equal(verdict.matched, "552");
	verdict = make("554 no");
	assert_int_equal(verdict.decided, DECIDED_NOTHING);
	assert_null(verdict.matched);
}

static bool says(const struct verdict *verdict, const char *words)
{
	for (size_t i = 0; i < verdict->contradictions.count; i++)
		if (strstr(verdict->contradictions.items[i], words))
			return true;
	return false;
}

static void test_contradictions(void **state)
{
	struct verdict verdict;

	(void)state;
	verdict = make("550 5.5.0 Service refuse. Veuillez essayer plus tard. LPN007_510");
	assert_true(says(&verdict, "does not try again"));
	verdict = make("552 1 Requested mail action aborted, mailbox not found");
	assert_true(says(&verdict, "552 usually means"));
	verdict = make("450 5.1.1 User unknown");
	assert_true(says(&verdict, "disagree"));
	verdict = make("550 5.1.1 Mailbox is full");
	assert_true(says(&verdict, "5.1.1 points to"));
	verdict = make("550 5.1.1 User unknown");
	assert_int_equal(verdict.contradictions.count, 0);
}

/* What the sending server did stands in its log, and counts more than the digits. */
static void test_log_of_the_sender(void **state)
{
	struct verdict verdict;

	(void)state;
	verdict = make("dsn=4.0.0, status=deferred (host mx.example[192.0.2.1] refused to talk to me: 554 No PTR)");
	assert_int_equal(verdict.retry, RETRY_LATER);
	assert_int_equal(verdict.contradictions.count, 1);
	assert_true(says(&verdict, "it tries again"));
	assert_false(verdict.retry_usual);
	verdict = make("The mailbox is full");
	assert_int_equal(verdict.retry, RETRY_LATER);
	assert_true(verdict.retry_usual);
	verdict = make("dsn=4.4.1, status=expired, returned to sender");
	assert_int_equal(verdict.retry, RETRY_NO);
	/* Codes of one line do not go with those of another. */
	verdict = make("dsn=5.0.0, status=bounced (host mx.example said: 554 No PTR)\n"
	               "dsn=4.4.1, status=deferred (connect to mx.example: Connection timed out)");
	assert_string_equal(verdict.enhanced, "5.0.0");
	assert_int_equal(verdict.retry, RETRY_NO);
	assert_true(says(&verdict, "This is about 554"));
	verdict = make("550-5.7.26 This mail has been blocked\n550 5.7.26 because the sender is unauthenticated");
	assert_string_equal(verdict.enhanced, "5.7.26");
	verdict = make("550\n 5.1.1 User unknown");
	assert_string_equal(verdict.enhanced, "5.1.1");
}

static void test_hints(void **state)
{
	static const struct {
		const char *text;
		long seconds;
	} hints[] = {{"451 Try again in 5 minutes", 300},
	             {"450 Greylisted for 300 seconds", 300},
	             {"450 retry after 2 hours", 7200},
	             {"451 Veuillez réessayer dans 10 minutes", 600},
	             {"451 Bitte versuchen Sie es in 1 Stunde erneut", 3600},
	             {"421 come back in 24h", 86400},
	             {"451 intente de nuevo en 15 minutos", 900},
	             {"550 message in queue for 5 days", 0},
	             {"421 timeout after 300 seconds", 0},
	             {"421 delayed. Will retry for 3 days", 0},
	             {"450 It will be retried until it is 5 days old", 0},
	             {"450 Try again in 1 hour and 30 minutes", 5400},
	             {"450 retry in 4m58s", 298},
	             {"451 Greylisting in action, please come back in 00:04:59", 299},
	             {"451 bitte in 5 Minuten erneut versuchen", 300},
	             {"Jan 1 10:00:00 mx retry: 450 no", 0},
	             {"421 please wait for 5 minutes", 300},
	             {"450 delayed 99999999999999999999 days", 0}};

	(void)state;
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
		struct verdict verdict = make(hints[i].text);

		if (verdict_wait(&verdict) != hints[i].seconds)
			fail_msg("%s: %ld", hints[i].text, verdict_wait(&verdict));
	}
}

/* Whole bounces and lines of logs, where more stands than the reply. */
static void test_bounces(void **state)
{
	static const struct {
		const char *text, *code, *enhanced, *cause;
		int retry;
	} cases[] = {
	    {"Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ann@example.org\nAction: failed\n"
	     "Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 No such user",
	     "550", "5.1.1", "user-unknown", RETRY_NO},
	    {"Subject: spam report\n of the virus\n550 5.1.1 ann", "550", "5.1.1", "user-unknown", RETRY_NO},
	    {"550 5.1.1 ann\nDKIM-Signature: v=1; a=rsa-sha256", "550", "5.1.1", "user-unknown", RETRY_NO},
	    {"550 5.1.1 ann\n--- Below this line is a copy of the message.\nmailbox full of spam", "550", "5.1.1",
	     "user-unknown", RETRY_NO},
	    {"Original Message Details\nSender Address: bob@example.org\nSubject: spam\nError Details\nReported error: 550 "
	     "5.1.1 User unknown",
	     "550", "5.1.1", "user-unknown", RETRY_NO},
	    {"550 5.1.1 ann\n----- Original message -----\nFree spam", "550", "5.1.1", "user-unknown", RETRY_NO},
	    {"552 5.2.2 over\nX-Reason: kept", "552", "5.2.2", "mailbox-full", RETRY_NO},
	    {"mx sendmail[421]: 4023: to=<ann@example.org>, dsn=5.1.1, stat=User unknown", NULL, "5.1.1", "user-unknown",
	     RETRY_NO},
	    {"mx postfix/smtp[550]: A1: dsn=4.4.1, status=deferred (connect to mx[192.0.2.4]:25: Connection timed out)",
	     NULL, "4.4.1", "network", RETRY_LATER},
	    {"2026-01-02 03:04:05 1rKabc-0001Ab-2C ** ann@example.org R=dnslookup T=remote_smtp: SMTP error from remote "
	     "mail "
	     "server after end of data: 451 4.7.1 greylisted",
	     "451", "4.7.1", "greylisted", RETRY_NO},
	    {"1rKabc-0001Ab-2C == ann@example.org R=dnslookup T=remote_smtp defer (-45): 550 5.7.1 no", "550", "5.7.1",
	     NULL, RETRY_LATER},
	    {"550 5.2.2 mailbox f=\null", "550", "5.2.2", "mailbox-full", RETRY_NO},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct verdict verdict = make(cases[i].text);

		if (cases[i].cause)
			assert_string_equal(verdict.cause->key, cases[i].cause);
		assert_string_equal(verdict.code ? verdict.code : "", cases[i].code ? cases[i].code : "");
		assert_string_equal(verdict.enhanced ? verdict.enhanced : "", cases[i].enhanced);
		assert_int_equal(verdict.retry, cases[i].retry);
	}
	assert_string_equal(make("550 n=C3=A9cessaire").text, "n\xC3\xA9"
	                                                      "cessaire");
	assert_string_equal(make("550 delay=90, delays=20/0").text, "delay=90, delays=20/0");
	assert_string_equal(make("550 see http://example.org/?q=E9&b=1").text, "see http://example.org/?q=E9&b=1");
}

static void test_blocklists(void **state)
{
	struct verdict verdict =
	    make("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using sbl.spamhaus.org");

	(void)state;
	assert_int_equal(verdict.blocklist_count, 1);
	assert_string_equal(verdict.blocklists[0].name, "Spamhaus SBL");
	assert_non_null(strstr(verdict.blocklists[0].lookup, "https://"));
}

/* Whether a string stands somewhere in the cells of a page. */
static bool page_has(const struct page *page, const char *string)
{
	for (const struct block *block = page->blocks; block; block = block->next) {
		for (size_t i = 0; i < block->count && block->cells; i++)
			if (strstr(block->cells[i].text, string))
				return true;
		for (const struct row *row = block->rows; row; row = row->next)
			for (size_t i = 0; i < block->count; i++)
				if (strstr(row->cells[i].text, string))
					return true;
	}
	return false;
}

/* Whether the page of a reply of a known provider tells who sent it. */
static bool tells_sender(const char *text)
{
	struct verdict verdict = make(text);

	assert_non_null(verdict.provider);
	return page_has(compose_verdict(base.arena, base.lang, "smtp", &verdict, NULL, NULL),
	                lang_text(base.lang, "explain.provider"));
}

/* A reply that names a list comes from a server that asks it. */
static void test_sender(void **state)
{
	(void)state;
	/* The codes of further lines stand between the words by which it is known. */
	assert_true(tells_sender("550-5.1.1 The email account 550-5.1.1 that you tried to reach does 550 5.1.1 not exist"));
	assert_true(tells_sender("550 5.1.1 The email account that you tried to reach does not exist"));
	assert_false(tells_sender("554 blocked, see https://www.spamcop.net/bl.shtml?192.0.2.1"));
}

/* JSON of the verdict on n bytes. */
static const char *json(const char *text, size_t n, bool ascii)
{
	struct buffer out = buffer_new(base.arena);
	struct verdict verdict;

	assert_int_equal(verdict_make(base.arena, explainer, text, n, &verdict, &base.error), STATUS_OK);
	json_replies_add(json_replies_new(base.arena, "en", ascii), &out, &verdict);
	assert_int_equal(strlen(out.bytes), out.used);
	assert_ptr_equal(strchr(out.bytes, '\n'), out.bytes + out.used - 1);
	return out.bytes;
}

static void test_json(void **state)
{
	(void)state;
	assert_string_equal(
	    json("", 0, false),
	    arena_printf(base.arena, "%s%s",
	                 "{\"input\":\"\",\"code\":null,\"enhanced\":null,\"text\":null,"
	                 "\"cause\":\"undetermined\",\"retry\":null,\"actor\":null,\"provider\":null,\"matched\":null,"
	                 "\"decided_by\":null,\"contradictions\":[],",
	                 strstr(json("", 0, false), "\"fix\":")));
	assert_non_null(strstr(json("550 \x1B[2J\xE2\x80\xAE\xC2\x9B\xFF\0x", 16, false),
	                       "\"input\":\"550 \\u001b[2J\\u202e\\u009b\\ufffd\\u0000"));
	assert_non_null(
	    strstr(json("550 caf\xC3\xA9 \xF0\x9F\x98\x80 \"\\", 17, true), "caf\\u00e9 \\ud83d\\ude00 \\\"\\\\"));
}

/* No text may take long, or harm whoever shows what is told of it. */
static void test_hostile(void **state)
{
	static const char *const pieces[] = {"a",
	                                     "user ",
	                                     "mailbox ",
	                                     "not found ",
	                                     "user unknown ",
	                                     "550 ",
	                                     "550-5.1.1 ",
	                                     "5.1.1 ",
	                                     "=C3=A9",
	                                     "&amp;",
	                                     "\xC3\x83\xC2\xA9",
	                                     "\xFF",
	                                     "\x1B[31m",
	                                     "\xE2\x80\xAE",
	                                     ".",
	                                     "a.b.c.",
	                                     "1 ",
	                                     "try again in 5 ",
	                                     "满",
	                                     "spamhaus.org ",
	                                     "can not ",
	                                     "e mail ",
	                                     "isn't ",
	                                     "\\n",
	                                     "("};
	size_t room = is_sparse() ? 4096 : REPLY_MAX + 100;
	char *text = malloc(room + 32);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		clock_t start = clock();
		size_t n = 0;
		struct verdict verdict;

		for (; n < room; n += strlen(pieces[i]))
			memcpy(text + n, pieces[i], strlen(pieces[i]));
		assert_int_equal(verdict_make(base.arena, explainer, text, n, &verdict, &base.error), STATUS_OK);
		assert_int_equal(verdict.reply->cut, n > REPLY_MAX);
		json(text, n, true);
		if (!is_sparse() && clock() - start > CLOCKS_PER_SEC / 2)
			fail_msg("\"%s\" takes %ld ms", pieces[i], (long)((clock() - start) * 1000 / CLOCKS_PER_SEC));
	}
	free(text);
}

static void test_lines(void **state)
{
	struct reply_line first = reply_line_read("550-5.1.1 one", 13);
	struct reply_line more = reply_line_read("550-5.1.1 two", 13);
	struct reply_line last = reply_line_read("550 5.1.1 three", 15);
	struct reply_line other = reply_line_read("550 5.7.1 four", 14);
	struct reply_line folded = reply_line_read("550-5.1.1 one 550 5.1.1 two", 27);
	const char *text =
	    "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the "
	    "address of the recipient.";
	struct reply_line cut = reply_line_read(text, strlen(text));

	(void)state;
	assert_true(reply_line_belongs(&first, &more));
	assert_true(reply_line_belongs(&first, &last));
	assert_false(reply_line_belongs(&last, &more));
	assert_false(reply_line_belongs(&first, &other));
	assert_false(reply_line_belongs(&folded, &last));
	assert_false(reply_line_belongs(&cut, &last));
	assert_string_equal(reply_line_read("", 0).code, "");
}

static void write_own(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void test_own_replies(void **state)
{
	char path[] = "/tmp/replycode-own-XXXXXX";
	struct explainer *kept = explainer;
	struct error own;
	struct verdict verdict;
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	write_own(path, "{\"mine\": {\"provider\": \"Mine\", \"fragments\": [\"Blub Blub\"], \"cause\": \"policy\", "
	                "\"meaning\": \"Fish.\","
	                " \"retry\": \"later\"}}");
	assert_int_equal(explainer_open(base.arena, base.source, "smtp", base.lang, path, &explainer, &own, &base.error),
	                 STATUS_OK);
	assert_null(own.message);
	verdict = make("550 blub   BLUB");
	assert_string_equal(verdict.provider, "Mine");
	assert_string_equal(verdict.meaning, "Fish.");
	assert_int_equal(verdict.retry, RETRY_LATER);
	assert_true(verdict.fix.count > 0);

	write_own(path, "{\"outlook-sc-001\": {\"cause\": \"rate-limited\"}}");
	assert_int_equal(explainer_open(base.arena, base.source, "smtp", base.lang, path, &explainer, &own, &base.error),
	                 STATUS_OK);
	assert_null(own.message);
	verdict = make("550 SC-001 Unfortunately, messages from 192.0.2.1 weren't sent");
	assert_string_equal(verdict.cause->key, "rate-limited");

	write_own(path, "{\"broken\": ");
	assert_int_equal(explainer_open(base.arena, base.source, "smtp", base.lang, path, &explainer, &own, &base.error),
	                 STATUS_OK);
	assert_non_null(own.message);
	assert_string_equal(own.file, path);
	verdict = make("550 5.1.1 User unknown");
	assert_string_equal(verdict.cause->key, "user-unknown");
	unlink(path);
	explainer = kept;
}

/* What is shown of a reply that stands in a bounce or in a log. */
static void test_words(void **state)
{
	static const struct {
		const char *text, *words;
	} cases[] = {
	    {"<ann@example.org>: host mx.example.org said: 552 5.2.2\n    Quota exceeded (in reply to\n    end of DATA "
	     "command)\n"
	     "\nReporting-MTA: dns; mail.example.org\nDiagnostic-Code: smtp; 552 5.2.2 Quota exceeded",
	     "Quota exceeded (in reply to end of DATA command)"},
	    {"Diagnostic-Code: smtp; 550 5.1.1 User unknown\nLast-Attempt-Date: Mon, 1 Jun 2026 10:00:00", "User unknown"},
	    {"550 5.1.1 User unknown\n--- Below this line is a copy", "User unknown"},
	    {"550 5.1.1 User unknown\nSubject: hello", "User unknown"},
	    {"550 5.1.1 The account that you tried\nto reach: it does not exist",
	     "The account that you tried to reach: it does not exist"},
	    {"status=deferred (host mx said: 450 4.2.2 Mailbox full (retry))", "Mailbox full (retry)"},
	    {"550 no user (gone)", "no user (gone)"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(make(cases[i].text).text, cases[i].words);
}

/* Everything on the page that came from the reply must be inert. */
static void test_page_is_safe(void **state)
{
	struct verdict verdict = make("550 5.1.1 User \x1B]0;x\x07 unknown \xE2\x80\xAE\xC2\x9B");
	struct page *page = compose_verdict(base.arena, base.lang, "smtp", &verdict, NULL, NULL);

	(void)state;
	assert_false(page_has(page, "\x1B") || page_has(page, "\x07"));
	assert_false(page_has(page, "\xE2\x80\xAE"));
	assert_false(page_has(page, "\xC2\x9B"));
	assert_true(page_has(page, "User"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_replies),           cmocka_unit_test(test_what_decides),
	    cmocka_unit_test(test_contradictions),    cmocka_unit_test(test_hints),
	    cmocka_unit_test(test_blocklists),        cmocka_unit_test(test_json),
	    cmocka_unit_test(test_hostile),           cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_own_replies),       cmocka_unit_test(test_page_is_safe),
	    cmocka_unit_test(test_log_of_the_sender), cmocka_unit_test(test_words),
	    cmocka_unit_test(test_bounces),           cmocka_unit_test(test_sender),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
