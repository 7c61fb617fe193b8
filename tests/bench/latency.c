/* How long a program in a pseudo-terminal of 100x30 takes to answer: from a key to the last byte of what it sends, and
 * from its start to its first full screen.
 *
 *   latency keys KEYS COMMAND…     every character of KEYS is a key; prints median, 99th percentile (ms), bytes a key
 *   latency start COMMAND…         prints the median of RUNS starts (ms), of COMMAND and of /bin/true
 */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	WIDTH = 100,
	HEIGHT = 30,
	QUIET = 30, /* ms without a byte after which an answer counts as complete */
	RUNS = 40,
	KEYS_MAX = 100000,
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static pid_t start(char **argv, int *fd)
{
	struct winsize size = {.ws_col = WIDTH, .ws_row = HEIGHT};
	pid_t pid = forkpty(fd, NULL, NULL, &size);

	if (pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	if (pid < 0) {
		perror("forkpty");
		exit(1);
	}
	return pid;
}

static void end(pid_t pid, int fd)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(fd);
}

/* Reads until nothing has come for QUIET ms. Stores when the last byte came; returns the number of bytes. */
static long answer(int fd, int patience, double *last)
{
	char bytes[65536];
	long total = 0;
	struct pollfd ready = {.fd = fd, .events = POLLIN};

	while (poll(&ready, 1, total ? QUIET : patience) > 0) {
		ssize_t n = read(fd, bytes, sizeof bytes);

		if (n <= 0)
			break;
		*last = now();
		total += n;
	}
	return total;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

static int measure_keys(const char *keys, char **argv)
{
	static double times[KEYS_MAX];
	size_t count = 0;
	long bytes = 0;
	double last = 0;
	int fd;
	pid_t pid = start(argv, &fd);

	answer(fd, 5000, &last);
	for (const char *key = keys; *key && count < KEYS_MAX; key++) {
		double sent = now();

		if (write(fd, key, 1) != 1)
			break;

		long n = answer(fd, 200, &last);

		if (n) {
			times[count++] = last - sent;
			bytes += n;
		}
	}
	end(pid, fd);
	if (!count) {
		fprintf(stderr, "%s did not answer\n", argv[0]);
		return 1;
	}
	qsort(times, count, sizeof *times, by_size);
	printf("%6.2f ms median  %6.2f ms 99th percentile  %6ld bytes a key  (%zu keys)\n", times[count / 2],
	       times[count * 99 / 100], bytes / (long)count, count);
	return 0;
}

static double measure_start(char **argv)
{
	double times[RUNS];

	for (int i = 0; i < RUNS; i++) {
		double began = now();
		double last = began;
		int fd;
		pid_t pid = start(argv, &fd);

		/* A program that shows nothing is done when its terminal closes. */
		if (!answer(fd, 5000, &last))
			last = now();
		times[i] = last - began;
		end(pid, fd);
	}
	qsort(times, RUNS, sizeof *times, by_size);
	return times[RUNS / 2];
}

int main(int argc, char **argv)
{
	static char true_path[] = "/bin/true";
	static char *true_argv[] = {true_path, NULL};

	if (argc > 3 && strcmp(argv[1], "keys") == 0)
		return measure_keys(argv[2], argv + 3);
	if (argc > 2 && strcmp(argv[1], "start") == 0) {
		double nothing = measure_start(true_argv);
		double ours = measure_start(argv + 2);

		printf("%6.2f ms  /bin/true %.2f ms  ratio %.2f\n", ours, nothing, ours / nothing);
		return 0;
	}
	fprintf(stderr, "usage: latency keys KEYS COMMAND… | latency start COMMAND…\n");
	return 2;
}
