#!/usr/bin/env bash
# Installs what is missing, builds everything once, runs every test, and closes with one line: N passed, N failed, N skipped.
#   ./test.sh            all of it
#   ./test.sh --prepare  only installs
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Programs are started hundreds of times and live for seconds: measuring what could be made faster costs more than it brings.
export DOTNET_TieredPGO=0

prepare() {
  local missing=()
  for program in bash curl ffmpeg jq node npm; do
    command -v "$program" >/dev/null || missing+=("${program/#node/nodejs}")
  done
  [[ -d /usr/lib/postgresql ]] || missing+=(postgresql)
  command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
  if ((${#missing[@]})); then
    local root=()
    [[ $(id -u) == 0 ]] || root=(sudo)
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
  dotnet tool restore
  # Canvas clients that others wrote, to try the simulated Canvas with.
  npm ci --prefix tests/CanvasConnector.Tests/Peers --no-audit --no-fund --silent
  # Zoom's own library, to judge the simulated Zoom.
  npm ci --prefix tests/ZoomConnector.Tests/Peers --no-audit --no-fund --silent
}

prepare
[[ ${1:-} != --prepare ]] || exit 0

mkdir -p artifacts
dotnet csharpier check .
dotnet build RecordingBot.sln -c Release -v quiet

# One project after the other: those that start whole programs and a browser use both cores by themselves, and their patience has an end.
# A crashed test host prints no closing line: then the command's own status tells.
status=0
timeout --signal=INT --kill-after=30s 80m dotnet test RecordingBot.sln -c Release --no-build -m:1 2>&1 | tee artifacts/test.log || status=1
awk '/^(Passed|Failed|Skipped)! +- Failed:/ { failed += $4; passed += $6; skipped += $8 }
     END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit (failed > 0 || passed == 0) }' artifacts/test.log || status=1
exit $status
