#!/usr/bin/env bash
# The committed inputs of the fuzz targets, among them all that fuzzing has found, through the targets once more.
set -euo pipefail

passed=0
failed=0
for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	for input in tests/fuzz/corpus/"$name"/*; do
		# shellcheck disable=SC2086 # a command and its options
		if ${TEST_WRAP:-} "$BUILD/tests/fuzz/$name" "$input"; then
			passed=$((passed + 1))
		else
			echo "$name fails on $input"
			failed=$((failed + 1))
		fi
	done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
