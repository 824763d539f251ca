#!/usr/bin/env bash
# Scores the reading engine on the development sets: starts the service on a free port with a database of its own, lets
# eval/score.py in CASUALTY_SHARED (default: shared/ beside this repository) ask it, and prints the tables.
#   tests/score.sh                            both sets
#   tests/score.sh muc4 --show-errors 10      one, with score.py's own options
set -euo pipefail
cd "$(dirname "$0")/.."
eval_folder="${CASUALTY_SHARED:-$PWD/../shared}/eval"
[ -f "$eval_folder/score.py" ] || { echo "There is no $eval_folder/score.py: set CASUALTY_SHARED."; exit 2; }
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build -c Release src/CasualtyApi --verbosity quiet -consoleLoggerParameters:ErrorsOnly
work=$(mktemp -d)
: >"$work/log"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
ASPNETCORE_URLS=http://127.0.0.1:0 Database__ConnectionString="$work/score.db" Seeds__Path= \
  dotnet .artifacts/bin/CasualtyApi/release/CasualtyApi.dll >"$work/log" 2>&1 &
server=$!
for _ in $(seq 600); do
  address=$(sed -n 's/.*Now listening on: \(http[^ ]*\).*/\1/p' "$work/log")
  [ -z "$address" ] || break
  kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 0.1
done
[ -n "$address" ] || { echo "The service did not start:"; cat "$work/log"; exit 1; }

if [ $# -gt 0 ]; then
  python3 "$eval_folder/score.py" "$@" --server "$address"
else
  for set in muc4 polnear; do
    python3 "$eval_folder/score.py" "$set" --server "$address"
    echo
  done
fi
