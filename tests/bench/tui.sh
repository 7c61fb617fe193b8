#!/bin/sh
# The terminal interface: from key to answer, from start to screen. Goals: 0.8 ms a move, 1.1 ms a key of the filter (at
# the median), 3 ms at the 99th percentile, start at most 4 times /bin/true. Programs beside it where they are installed.
set -eu
latency=${BUILD:-build}/tests/bench/latency
program=${REPLYCODE:-build/replycode}
moves=$(printf 'j%.0s' $(seq 60))$(printf 'k%.0s' $(seq 60))
typed=$(printf '/mailbox full\025greylist\025boite pleine\025quota\025retry later')

echo '== the terminal interface, 100x30'
printf 'move            '; "$latency" keys "$moves$moves$moves" "$program" browse
printf 'filter          '; "$latency" keys "$typed" "$program" browse
printf 'start           '; "$latency" start "$program" browse
if command -v tig >/dev/null && git rev-parse >/dev/null 2>&1; then
	printf 'tig, move       '; "$latency" keys "$moves" tig
fi
if command -v ncdu >/dev/null; then
	printf 'ncdu, move      '; "$latency" keys "$moves" ncdu src
fi
if command -v fzf >/dev/null; then
	printf 'fzf, typed key  '; "$latency" keys 'mailbox full' sh -c 'cat data/smtp/codes.en.json | fzf'
fi
