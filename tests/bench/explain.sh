#!/bin/sh
# Explaining replies: 100,000 from standard input, as JSON Lines, beside `wc -l` on the same file; and one from the command
# line, beside /bin/true. Goals: 200,000 replies a second, 3 times /bin/true. Once as logs are, where replies repeat
# themselves, and once with every line different, where nothing can be remembered.
set -eu
program=${REPLYCODE:-build/replycode}
replies=${REPLIES:-../shared/replies/dev.tsv}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

if [ -r "$replies" ]; then
	grep -v '^#' "$replies" | cut -f 4 >"$dir/some"
else
	# The servers' lines of the sessions in the knowledge base.
	grep -ho '"S: [245][^"]*"' data/smtp/codes.json | sed 's/^"S: //; s/"$//' >"$dir/some"
fi
awk '{ line[NR] = $0 } END { for (i = 0; i < 100000; i++) print line[i % NR + 1] }' "$dir/some" >"$dir/repeated"
awk '{ print $0 " id=" NR }' "$dir/repeated" >"$dir/different"

seconds() { # of processor time for a file, the best of five runs
	for _ in 1 2 3 4 5; do
		{ time -p "$program" --format json explain - <"$1" >/dev/null; } 2>&1 | awk '$1 == "user" || $1 == "sys" { sum += $2 } END { print sum }'
	done | sort -n | head -n 1
}

echo '== explaining 100,000 replies'
for kind in repeated different; do
	own=$(seconds "$dir/$kind")
	awk -v kind="$kind" -v s="$own" 'BEGIN { printf "%-10s %.2f s, %d replies a second\n", kind, s, 100000 / (s > 0 ? s : 0.01) }'
done
if command -v hyperfine >/dev/null; then
	hyperfine -w 2 --export-csv "$dir/lines.csv" "wc -l <$dir/repeated" "$program --format json explain - <$dir/repeated" >/dev/null 2>&1
	awk -F, 'NR == 2 { wc = $2 } NR == 3 { printf "repeated   %.0f times wc -l\n", $2 / wc }' "$dir/lines.csv"
	hyperfine -w 20 -N --export-csv "$dir/one.csv" /bin/true "$program explain '550 5.1.1 <ann@example.org>: User unknown'" >/dev/null 2>&1
	awk -F, 'NR == 2 { true_time = $2 } NR == 3 { printf "one reply  %.2f ms, %.1f times /bin/true\n", $2 * 1000, $2 / true_time }' "$dir/one.csv"
fi
