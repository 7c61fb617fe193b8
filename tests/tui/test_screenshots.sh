#!/bin/sh
# The pictures in doc/ show the program as it is. `make screenshots` draws them anew.
set -eu
tool=${BUILD:-build}/tools/screenshots
[ -x "$tool" ] || { echo "$tool is missing"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0

"$tool" "$folder"
for picture in "$folder"/*.svg; do
	if cmp -s "$picture" "doc/${picture##*/}"; then
		passed=$((passed + 1))
	else
		echo "doc/${picture##*/} is not what the program shows; run: make screenshots"
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
