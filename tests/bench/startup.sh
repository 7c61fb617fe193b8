#!/usr/bin/env bash
# Whole-process times of the command line, as ratios measured in one run; and its memory at its highest.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export REPLYCODE_LANG=en COLUMNS=80

# errno(1) of moreutils looks a word up in a table: what a small look-up costs.
commands=(/bin/true 'errno 2' "$REPLYCODE compare 250 553" "$REPLYCODE -l fr compare 250 553" "$REPLYCODE 553" "$REPLYCODE 5.7.26"
	"$REPLYCODE compare 214 571" "$REPLYCODE -f json compare 250 553" "$REPLYCODE list" "$REPLYCODE search quota"
	"$REPLYCODE explain '550 5.1.1 <bob@example.org>: Recipient address rejected: User unknown'")
hyperfine -N --style none --warmup 30 --runs "${RUNS:-400}" --export-csv "$work/times" "${commands[@]}" >/dev/null 2>&1
echo 'Start to end, median of whole processes; ratios to /bin/true and to errno 2:'
# command,mean,stddev,median,user,system,min,max; commands hold no commas but may hold quotes
awk -F, -v program="$REPLYCODE" '
	NR > 1 { name[NR] = $1; sub(program, "replycode", name[NR]); gsub(/"/, "", name[NR]); median[NR] = $4 }
	END { for (i = 2; i <= NR; i++)
		printf "  %-46.46s %6.2f ms  %5.2f × true  %5.2f × errno\n", name[i], median[i] * 1000, median[i] / median[2], median[i] / median[3] }
	' "$work/times"

echo 'Memory at its highest:'
for command in 'compare 250 553' 'list' 'search quota' 'check-data'; do
	# shellcheck disable=SC2086 # several words
	"$(type -P time)" -f '%M' "$REPLYCODE" $command 2>&1 >/dev/null | tail -n 1 |
		awk -v name="replycode $command" '{ printf "  %-46s %6.1f MiB\n", name, $1 / 1024 }'
done
