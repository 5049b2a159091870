#!/usr/bin/env bash
# Measures the product beside what it is compared with, in one run: a table, and as the last line the same as JSON.
#   ./bench.sh policy|chat|canvas-list|canvas-upload|audit|sweep|webhooks|term-end        installs what is missing, builds, measures
#   ./bench.sh policy|chat|canvas-list|canvas-upload|audit|sweep|webhooks --contestant-only   just the product
#   ./bench.sh term-end --count N                                                with fewer recordings than 20,000
# Ends with a status other than 0 where answers differ. Progress goes to standard error. Other work on the machine disturbs them: repeat on a quiet one.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

name=${1:-}
if [[ ! $name =~ ^(policy|chat|canvas-list|canvas-upload|audit|sweep|webhooks|term-end)$ ]] ||
  [[ ! ${*:2} =~ ^(--contestant-only)?$ && ! $* =~ ^term-end\ --count\ [0-9]+$ ]]; then
  echo "Usage: ./bench.sh policy|chat|canvas-list|canvas-upload|audit|sweep|webhooks|term-end [--contestant-only]; of term-end also: --count N" >&2
  exit 2
fi

peer=tests/Benchmarks/peers/${name%%-*}
if [[ $# == 1 && -d $peer && ! $peer/node_modules/.package-lock.json -nt $peer/package-lock.json ]]; then
  npm ci --prefix "$peer" --no-audit --no-fund >&2
fi

# The sweep and the webhooks need PostgreSQL, whoever is measured; what is beside the product needs sqlite3 as well.
missing=()
[[ ! $name =~ ^(sweep|webhooks)$ || -d /usr/lib/postgresql ]] || missing+=(postgresql)
[[ ! $name =~ ^(sweep|audit)$ || $# == 2 ]] || command -v sqlite3 >/dev/null || missing+=(sqlite3)
if ((${#missing[@]})); then
  root=()
  [[ $(id -u) == 0 ]] || root=(sudo)
  "${root[@]}" apt-get update -qq >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi
dotnet build tests/Benchmarks -c Release -v quiet >&2

TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
tests/Benchmarks/bin/Release/net10.0/Benchmarks "$@"
