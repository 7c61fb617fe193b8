#!/usr/bin/env bash
# The house of doc/architecture.md: who includes whom, where each library is known, and that only main ends the program.
set -euo pipefail

passed=0
failed=0
# usage: hold NAME FAULTS: the rule holds where there is no fault.
hold() {
	if [ -z "$2" ]; then
		passed=$((passed + 1))
	else
		echo "$1:"
		echo "$2"
		failed=$((failed + 1))
	fi
}

# usage: only HEADER_PATTERN FILE...: who else includes such a header.
only() {
	local pattern=$1
	shift
	grep -lE "^ *# *include *[<\"]${pattern}[>\"]" -r src tools | grep -vxF "$(printf '%s\n' "$@")" || true
}

unistring='case|conv|ctype|gbrk|lbrk|name|norm|regex|stdio|str|types|wbrk|width'
hold 'curses outside tui/term*.c' "$(only '((ncurses[a-z]*/)?n?curses|term|term_entry)\.h' src/tui/term*.c)"
hold 'cJSON outside kb/json.c and page/print_json*.c' "$(only '(cjson/)?cJSON\.h' src/kb/json.c src/page/print_json*.c)"
hold 'libunistring outside base/text*.c' "$(only "uni($unistring)\.h" src/base/text*.c)"
# The rules see what they look for.
for known in src/tui/term.c:ncurses src/kb/json.c:cJSON.h src/base/text.c:unicase.h; do
	hold "$known" "$(grep -q "include.*${known#*:}\|include.*curses" "${known%%:*}" || echo 'no such include any more')"
done

# A room may know itself and those on its right.
rooms=(main 'cli' 'tui' 'page' 'explain' 'kb' 'base')
allowed() {
	case $1 in
	base) echo base ;;
	kb) echo 'base|kb' ;;
	explain) echo 'base|kb|explain' ;;
	page) echo 'base|kb|explain|page' ;;
	tui) echo 'base|kb|explain|page|tui' ;;
	cli) echo 'base|kb|explain|page|cli|tui' ;;
	esac
}
for room in "${rooms[@]:1}"; do
	hold "$room includes upwards" "$(grep -nE '^ *# *include *"' "src/$room"/*.[ch] | grep -vE "include *\"($(allowed "$room"))/" || true)"
done
# The command line opens the interface; it knows no more of it than its door.
hold 'cli knows more of tui than app.h' "$(grep -nE '^ *# *include *"tui/' src/cli/*.[ch] | grep -v '"tui/app.h"' || true)"

hold 'exit outside main.c' "$(grep -nE '(^|[^_a-zA-Z.>"])_?_?[eE]?xit *\(|quick_exit *\(' src/*/*.c | grep -vE '^[^:]*:[0-9]+: *(/\*|\*|//)' || true)"
hold 'includes that are no header of ours' "$(grep -nhoE '^ *# *include *"[^"]+"' -r src | sed 's/.*"\(.*\)"/\1/' | sort -u | while read -r header; do [ -f "src/$header" ] || echo "$header"; done)"

# Guarded headers, self-contained.
hold 'headers without a guard' "$(for header in src/*/*.h; do
	guard=REPLYCODE_$(echo "${header#src/}" | tr 'a-z/.' 'A-Z__')
	grep -q "^#ifndef $guard\$" "$header" && grep -q "^#define $guard\$" "$header" || echo "$header: $guard"
done)"
hold 'headers without a comment at their top' "$(for header in src/*/*.h; do head -c 2 "$header" | grep -q '/\*' || echo "$header"; done)"

long=$(wc -l src/*/*.c src/*/*.h src/*.c | awk '$1 > 400 && $2 != "total" { print "note: " $2 " has " $1 " lines; about 400 is the aim" }')
[ -z "$long" ] || echo "$long"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
