#!/usr/bin/env bash
# The command line as a user meets it: each file in tests/cli/cases is a piece of shell in which replycode runs; the
# file of the same name in tests/cli/expected holds what it must print, and its exit status.
# usage: test_golden.sh [--update] [NAME...]
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
update=
[ "${1-}" != --update ] || { update=yes && shift; }
: "${REPLYCODE:=$root/build/replycode}"
export REPLYCODE TEST_WRAP

# What the cases call. Their file names are the same on every machine: a case runs in a folder of its own.
mkdir "$work/bin"
cat >"$work/bin/replycode" <<'END'
#!/bin/sh
# shellcheck disable=SC2086 # a command and its options
exec $TEST_WRAP "$REPLYCODE" "$@"
END
chmod +x "$work/bin/replycode"

passed=0
failed=0
[ $# -gt 0 ] || set -- "$here"/cases/*
for case; do
	name=$(basename "$case")
	rm -rf "$work/in"
	mkdir "$work/in"
	(cd "$work/in" && env -i PATH="$work/bin:$PATH" HOME=/nonexistent TERM=dumb DATA="$root/data" TEST_WRAP="${TEST_WRAP-}" \
		REPLYCODE="$REPLYCODE" ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
		timeout 120 bash -o pipefail "$here/cases/$name" >"$work/out" 2>"$work/err" </dev/null)
	echo "status: $?" >"$work/got"
	# A last line without its end shows.
	for stream in out err; do
		[ -s "$work/$stream" ] || continue
		echo "== std$stream"
		cat "$work/$stream"
		[ -z "$(tail -c 1 "$work/$stream" | tr -d '\n')" ] || echo '(no end of line)'
	done >>"$work/got"
	if [ -n "$update" ]; then
		cmp -s "$work/got" "$here/expected/$name" || { cp "$work/got" "$here/expected/$name" && echo "updated: $name"; }
	elif diff -u "$here/expected/$name" "$work/got" >"$work/diff" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "golden case $name: expected (-), got (+)"
		cat "$work/diff"
	fi
done
# An expectation without its case is a test that was lost.
for expected in "$here"/expected/*; do
	[ -e "$here/cases/$(basename "$expected")" ] || { echo "no case: $expected" && failed=$((failed + 1)); }
done
[ -n "$update" ] || echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
