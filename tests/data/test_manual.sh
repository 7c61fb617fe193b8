#!/usr/bin/env bash
# The manual pages list the keys that the tables of the interface have, and are correct mdoc.
set -euo pipefail

cd "$(dirname "$0")/../.."
failed=0
for page in en:doc/replycode.1 fr:doc/replycode.fr.1; do
	"./$BUILD/tools/manual" "${page%%:*}" "${page#*:}" | diff -u "${page#*:}" - || failed=1
done
if command -v mandoc >/dev/null; then
	[ -z "$(mandoc -Tlint doc/replycode.1 doc/replycode.fr.1 | tee /dev/stderr)" ] || failed=1
fi
[ $failed -eq 0 ] || echo "the keys are made by: make manual"
echo "$((1 - failed)) passed, $failed failed"
exit $failed
