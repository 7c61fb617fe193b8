#!/usr/bin/env bash
# What make install puts where, that it runs from there, and that make uninstall leaves nothing behind.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
# The make that runs this test may have options that these must not see.
unset MAKEFLAGS MFLAGS
for goal in install uninstall; do
	# What is built already is installed: a wrapper or a sanitizer of this run does not matter here.
	"${MAKE:-make}" -s -o all "$goal" BUILD="$BUILD" PREFIX=/opt/it DESTDIR="$work/root with blanks" >"$work/log" 2>&1 ||
		{ cat "$work/log" && failed=$((failed + 1)); }
	(cd "$work/root with blanks" && find . -type f | LC_ALL=C sort) >"$work/$goal"
	[ "$goal" = uninstall ] || "$work/root with blanks/opt/it/bin/replycode" --version >"$work/version" || failed=$((failed + 1))
done
diff - "$work/install" <<'END' || failed=$((failed + 1))
./opt/it/bin/replycode
./opt/it/share/bash-completion/completions/replycode
./opt/it/share/doc/replycode/LICENSE
./opt/it/share/fish/vendor_completions.d/replycode.fish
./opt/it/share/man/fr/man1/replycode.1
./opt/it/share/man/man1/replycode.1
./opt/it/share/zsh/site-functions/_replycode
END
grep -q '^replycode [0-9]' "$work/version" || failed=$((failed + 1))
[ ! -s "$work/uninstall" ] || { cat "$work/uninstall" && failed=$((failed + 1)); }
echo "$((failed == 0)) passed, $failed failed"
[ $failed -eq 0 ]
