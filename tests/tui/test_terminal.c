/* The program in a real pseudo-terminal, with a real terminal emulator behind it. */
#include "support/pty.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define XTERM "xterm-256color"

static void start(struct pty *pty, const char *term, const char *a, const char *b)
{
	const char *argv[] = {pty_program(), "browse", a, a ? b : NULL, NULL};

	pty_start(pty, argv, term, NULL, 80, 24);
}

/* Runs a shell command, in which $P is the program. */
static void start_shell(struct pty *pty, const char *command)
{
	char program[512];
	const char *argv[] = {"/bin/sh", "-c", command, NULL};
	const char *extra[] = {program, NULL};

	snprintf(program, sizeof program, "P=%s", pty_program());
	pty_start(pty, argv, XTERM, extra, 80, 24);
}

static void quit(struct pty *pty)
{
	pty_send(pty, "q");
	int status = pty_wait_end(pty);

	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	pty_check_restored(pty);
	pty_close(pty);
}

static void starts_and_quits(void **state)
{
	static const char *const terms[] = {XTERM, "screen", "screen-256color", "linux", "vt100"};

	(void)state;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct pty pty;

		start(&pty, terms[i], NULL, NULL);
		pty_wait(&pty, "q quit");
		pty_wait(&pty, "SMTP · English");
		quit(&pty);
	}
}

static void types_a_number_and_compares(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, NULL, NULL);
	pty_wait(&pty, "q quit");
	pty_send(&pty, "250 553 \r");
	pty_wait(&pty, "A 250   ▶ B 553");
	pty_send(&pty, "x");
	pty_wait(&pty, "A 553   ▶ B 250");
	pty_send(&pty, "l");
	pty_wait(&pty, "SMTP · Français");
	quit(&pty);
}

static void arrows_and_escape_are_keys(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, "553", NULL);
	pty_wait(&pty, "▶ 553");
	/* Application mode, as terminfo has it for this terminal. */
	pty_send(&pty, "\033OA");
	pty_wait(&pty, "▶ 552");
	pty_send(&pty, "\033[6~");
	pty_wait_gone(&pty, "▶ 552");
	pty_send(&pty, "?");
	pty_wait(&pty, "Keys in the list");
	pty_send(&pty, "\033");
	pty_wait_gone(&pty, "Keys in the list");
	/* A letter whose number is that of a function key. */
	pty_send(&pty, "/\304\202");
	pty_wait(&pty, "/Ă");
	pty_send(&pty, "\033");
	pty_wait(&pty, "q quit");
	quit(&pty);
}

static void resizes_while_it_draws(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, "553", NULL);
	pty_wait(&pty, "▶ 553");
	for (int i = 0; i < 40; i++) {
		pty_send(&pty, i % 2 ? "j" : "k");
		pty_resize(&pty, 20 + i * 3, 5 + i);
		pty_read(&pty, 0);
	}
	pty_resize(&pty, 18, 6);
	pty_wait(&pty, "20×5");
	pty_resize(&pty, 100, 30);
	pty_wait(&pty, "▶ 553");
	pty_wait(&pty, "Mailbox name invalid");
	quit(&pty);
}

static void suspends_and_continues(void **state)
{
	const char *argv[] = {"/bin/sh", "-i", NULL};
	char program[512];
	const char *extra[] = {program, "PS1=ready> ", "ENV=", NULL};
	struct pty pty;

	(void)state;
	snprintf(program, sizeof program, "P=%s", pty_program());
	pty_start(&pty, argv, XTERM, extra, 80, 24);
	pty_wait(&pty, "ready>");
	pty_send(&pty, "$P browse 553\n");
	pty_wait(&pty, "▶ 553");
	assert_true(pty.alternate);
	pty_send(&pty, "\032");
	pty_wait(&pty, "ready>");
	assert_false(pty.alternate);
	pty_resize(&pty, 90, 20);
	pty_send(&pty, "fg\n");
	pty_wait(&pty, "▶ 553");
	pty_wait(&pty, "q quit");
	assert_true(pty.alternate);
	pty_send(&pty, "q");
	pty_wait(&pty, "ready>");
	assert_false(pty.alternate);
	pty_send(&pty, "exit\n");
	pty_wait_end(&pty);
	pty_close(&pty);
}

static void the_mouse_is_off_until_asked_for(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, NULL, NULL);
	pty_wait(&pty, "q quit");
	assert_false(pty_mouse(&pty));
	pty_send(&pty, "M");
	pty_wait(&pty, "The mouse is on");
	assert_true(pty_mouse(&pty));
	/* The row of the second code, a click and its release; then another click. */
	pty_send(&pty, "\033[<0;6;4M\033[<0;6;4m");
	pty_wait(&pty, "▶ 111");
	pty_send(&pty, "\033[<65;6;4M");
	pty_wait_gone(&pty, "  101");
	quit(&pty);
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 65536);

	assert_non_null(file);
	assert_non_null(text);
	assert_true(fread(text, 1, 65535, file) > 0);
	fclose(file);
	return text;
}

static void prints_into_a_pipe(void **state)
{
	char command[256];
	char path[] = "/tmp/replycode-test-XXXXXX";
	struct pty pty;

	(void)state;
	close(mkstemp(path));
	snprintf(command, sizeof command, "$P browse 250 553 | cat >%s", path);
	start_shell(&pty, command);
	pty_wait(&pty, "A 250   ▶ B 553");
	pty_send(&pty, "p");
	pty_wait_end(&pty);
	pty_check_restored(&pty);
	pty_close(&pty);

	char *text = read_file(path);

	assert_non_null(strstr(text, "250 OK vs 553"));
	assert_null(strchr(text, '\033'));
	free(text);
	unlink(path);
}

static void prints_into_the_scrollback(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, "221", NULL);
	pty_wait(&pty, "▶ 221");
	pty_send(&pty, "p");
	pty_wait_end(&pty);
	pty_check_restored(&pty);
	assert_true(pty_shows(&pty, "S: 221") || pty_shows(&pty, "SMTP 221"));
	pty_close(&pty);
}

static void writes_a_file_and_asks_before_it_overwrites(void **state)
{
	char path[] = "/tmp/replycode-test-XXXXXX";
	struct pty pty;

	(void)state;
	close(mkstemp(path));
	start(&pty, XTERM, "553", NULL);
	pty_wait(&pty, "▶ 553");
	pty_send(&pty, "w");
	pty_wait(&pty, "File");
	pty_send(&pty, path);
	pty_send(&pty, "\r");
	pty_wait(&pty, "Overwrite it?");
	pty_send(&pty, "n");
	pty_wait(&pty, "left as it is");
	pty_send(&pty, "w");
	pty_wait(&pty, "File");
	pty_send(&pty, path);
	pty_send(&pty, "\r");
	pty_wait(&pty, "Overwrite it?");
	pty_send(&pty, "y");
	pty_wait(&pty, "Written to");
	quit(&pty);

	char *text = read_file(path);

	assert_non_null(strstr(text, "SMTP 553"));
	free(text);
	unlink(path);
}

static void copies_with_osc_52(void **state)
{
	const char *argv[] = {pty_program(), "browse", "250", NULL};
	const char *tmux[] = {"TMUX=/tmp/tmux-0/default,1,0", NULL};
	struct pty pty;

	(void)state;
	start(&pty, XTERM, "250", NULL);
	pty_wait(&pty, "▶ 250");
	pty_send(&pty, "y");
	pty_wait(&pty, "Copy as");
	pty_send(&pty, "t");
	/* "SMTP 250 OK\n" in base 64 */
	pty_wait_sent(&pty, "\033]52;c;U01UUCAyNTAgT0sK");
	pty_wait(&pty, "Copied");
	quit(&pty);

	pty_start(&pty, argv, "screen-256color", tmux, 80, 24);
	pty_wait(&pty, "▶ 250");
	pty_send(&pty, "yt");
	pty_wait_sent(&pty, "\033Ptmux;\033\033]52;c;U01UUCAyNTAgT0sK");
	pty_wait(&pty, "Copied");
	quit(&pty);

	start(&pty, "linux", "250", NULL);
	pty_wait(&pty, "▶ 250");
	pty_send(&pty, "yt");
	pty_wait(&pty, "cannot copy");
	assert_null(strstr(pty.raw, "]52;"));
	quit(&pty);
}

static void signals_restore_the_terminal(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT};

	(void)state;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct pty pty;

		start(&pty, XTERM, "553", NULL);
		pty_wait(&pty, "▶ 553");
		pty_send(&pty, "M");
		pty_wait(&pty, "The mouse is on");
		kill(pty.pid, signals[i]);
		int status = pty_wait_end(&pty);

		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), signals[i]);
		pty_check_restored(&pty);
		pty_close(&pty);
	}
}

static void a_pasted_line_is_text(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, NULL, NULL);
	pty_wait(&pty, "q quit");
	pty_send(&pty, "/\033[200~quota q\r\033[201~");
	pty_wait(&pty, "/quota q");
	pty_send(&pty, "\033");
	pty_wait(&pty, "q quit");
	quit(&pty);
}

static void a_pasted_reply_is_explained(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, NULL, NULL);
	pty_wait(&pty, "q quit");
	pty_send(&pty, "\033[200~550-5.1.1 The email account that you tried to reach\r550 5.1.1 does not exist\033[201~");
	pty_wait(&pty, "550 5.1.1 does not exist");
	pty_wait(&pty, "Esc cancel");
	pty_send(&pty, "\r");
	pty_wait(&pty, "SMTP 550 5.1.1: User unknown");
	pty_send(&pty, "l");
	pty_wait(&pty, "Destinataire inconnu");
	/* A code alone is gone to. */
	pty_send(&pty, "\033[200~553\r\033[201~");
	pty_wait(&pty, "▶ 553");
	quit(&pty);
}

/* Lines that come at once are one reply, even where the terminal does not say that they are pasted. */
static void lines_that_come_at_once_are_a_reply(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, NULL, NULL);
	pty_wait(&pty, "q quit");
	pty_send(&pty, "e550-5.1.1 The email account that you tried to reach\r550 5.1.1 does not exist");
	pty_wait(&pty, "550 5.1.1 does not exist");
	pty_send(&pty, "\r");
	pty_wait(&pty, "SMTP 550 5.1.1: User unknown");
	quit(&pty);
}

/* Keys, sequences and bytes that are no characters, in what is pasted, are neither obeyed nor shown as they are. */
static void a_hostile_paste_is_text(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, XTERM, NULL, NULL);
	pty_wait(&pty, "q quit");
	pty_send(&pty,
	         "\033[200~550 \033[A\033[6~\033OP\033[<0;6;4M\033]0;gone\a\xFF\xC3user\xE2\x80\xAE \x9B\x32Junknown\x7F"
	         "\033[200~ here\033[201~");
	pty_wait(&pty, "Junknown here");
	pty_send(&pty, "\r");
	pty_wait(&pty, "SMTP 550: ");
	pty_wait(&pty, "The reply");
	assert_null(strstr(pty.raw, "\033]0;gone"));
	assert_null(strstr(pty.raw, "\x9B\x32J"));
	assert_null(strstr(pty.raw, "\xE2\x80\xAE"));
	/* Keys are keys again. */
	pty_send(&pty, "q");
	pty_wait_end(&pty);
	pty_check_restored(&pty);
	pty_close(&pty);
}

/* The page in the terminal and what the command line prints are the same words. */
static void a_reply_is_printed_as_the_command_line_prints_it(void **state)
{
	static const char *const commands[] = {"$P browse | cat >%s", "$P explain '550 5.7.1 User unknown' >%s"};
	char *texts[2];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char path[] = "/tmp/replycode-test-XXXXXX";
		char command[256];
		struct pty pty;

		close(mkstemp(path));
		snprintf(command, sizeof command, commands[i], path);
		start_shell(&pty, command);
		if (i == 0) {
			pty_wait(&pty, "q quit");
			pty_send(&pty, "e550 5.7.1 User unknown\r");
			pty_wait(&pty, "SMTP 550 5.7.1: User unknown");
			pty_send(&pty, "p");
		}
		pty_wait_end(&pty);
		pty_check_restored(&pty);
		pty_close(&pty);
		texts[i] = read_file(path);
		unlink(path);
	}
	assert_string_equal(texts[0], texts[1]);
	free(texts[0]);
	free(texts[1]);
}

/* What is wrong with a user's own replies is told, and the rest works. */
static void own_replies_count_here_too(void **state)
{
	char folder[] = "/tmp/replycode-test-XXXXXX";
	char path[128];
	char home[128];
	const char *argv[] = {pty_program(), "browse", NULL};
	const char *extra[] = {home, NULL};
	struct pty pty;
	FILE *file;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/replycode", folder);
	assert_int_equal(mkdir(path, 0777), 0);
	snprintf(path, sizeof path, "%s/replycode/replies.json", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("{\"replies\": [", file);
	fclose(file);
	snprintf(home, sizeof home, "XDG_CONFIG_HOME=%s", folder);
	pty_start(&pty, argv, XTERM, extra, 80, 24);
	pty_wait(&pty, "q quit");
	pty_send(&pty, "e550 5.7.1 User unknown\r");
	pty_wait(&pty, "replies.json:1:");
	pty_wait(&pty, "SMTP 550 5.7.1: User unknown");
	quit(&pty);
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	rmdir(folder);
}

static void no_colour_means_none(void **state)
{
	const char *argv[] = {pty_program(), "browse", "553", NULL};
	const char *extra[] = {"NO_COLOR=1", NULL};
	struct pty pty;

	(void)state;
	pty_start(&pty, argv, XTERM, extra, 80, 24);
	pty_wait(&pty, "▶ 553");
	pty_wait(&pty, "q quit");
	assert_null(strstr(pty.raw, "\033[38;5"));
	assert_null(strstr(pty.raw, "\033[31m"));
	assert_null(strstr(pty.raw, "\033[39"));
	quit(&pty);
}

static void bad_terminals_are_told(void **state)
{
	static const char *const terms[] = {"dumb", "", "no-such-terminal", NULL};

	(void)state;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct pty pty;

		start(&pty, terms[i], NULL, NULL);
		int status = pty_wait_end(&pty);

		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 2);
		assert_true(pty_shows(&pty, "replycode compare 250"));
		pty_check_restored(&pty);
		pty_close(&pty);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(starts_and_quits),
	    cmocka_unit_test(types_a_number_and_compares),
	    cmocka_unit_test(arrows_and_escape_are_keys),
	    cmocka_unit_test(resizes_while_it_draws),
	    cmocka_unit_test(suspends_and_continues),
	    cmocka_unit_test(the_mouse_is_off_until_asked_for),
	    cmocka_unit_test(prints_into_a_pipe),
	    cmocka_unit_test(prints_into_the_scrollback),
	    cmocka_unit_test(writes_a_file_and_asks_before_it_overwrites),
	    cmocka_unit_test(copies_with_osc_52),
	    cmocka_unit_test(signals_restore_the_terminal),
	    cmocka_unit_test(a_pasted_line_is_text),
	    cmocka_unit_test(a_pasted_reply_is_explained),
	    cmocka_unit_test(lines_that_come_at_once_are_a_reply),
	    cmocka_unit_test(a_hostile_paste_is_text),
	    cmocka_unit_test(a_reply_is_printed_as_the_command_line_prints_it),
	    cmocka_unit_test(own_replies_count_here_too),
	    cmocka_unit_test(no_colour_means_none),
	    cmocka_unit_test(bad_terminals_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
