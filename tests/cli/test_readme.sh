#!/usr/bin/env bash
# What README.md shows is what the program prints: each line "$ command" of its console blocks is run, and what stands
# below it must be the output.
# usage: test_readme.sh [--update]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: "${REPLYCODE:=$root/build/replycode}"

mkdir "$work/bin"
cat >"$work/bin/replycode" <<'END'
#!/bin/sh
# shellcheck disable=SC2086 # a command and its options
exec $TEST_WRAP "$REPLYCODE" "$@"
END
chmod +x "$work/bin/replycode"

shown=0
while IFS= read -r line; do
	if [[ $line == '```console' ]]; then
		console=yes
		echo "$line"
	elif [[ $line == '```' ]]; then
		console=
		echo "$line"
	elif [[ -z ${console-} ]]; then
		echo "$line"
	elif [[ $line == '$ '* ]]; then
		shown=$((shown + 1))
		echo "$line"
		env -i PATH="$work/bin:$PATH" HOME=/nonexistent TERM=dumb LANG=en_US.UTF-8 COLUMNS=80 REPLYCODE="$REPLYCODE" \
			TEST_WRAP="${TEST_WRAP-}" bash -c "${line#'$ '}" </dev/null
	fi
done <"$root/README.md" >"$work/README.md"

if [ "${1-}" = --update ]; then
	cp "$work/README.md" "$root/README.md"
elif [ "$shown" -gt 0 ] && diff -u "$root/README.md" "$work/README.md"; then
	echo "1 passed, 0 failed"
else
	echo "README.md is out of date: run make update-golden"
	echo "0 passed, 1 failed"
	exit 1
fi
