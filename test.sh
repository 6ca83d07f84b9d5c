#!/usr/bin/env bash
# Builds Godwit and runs every test on every database, on servers of its own that are gone afterwards.
#
#   ./test.sh              all tests
#   ./test.sh PostgreSql   the test projects that have this in their name; Faults is the short form of tests/faults
#
# On Debian and Ubuntu missing servers are installed from packages. A server of yours is used instead when one of
# GODWIT_TEST_POSTGRESQL, GODWIT_TEST_POSTGRESQL_18, GODWIT_TEST_MARIADB, GODWIT_TEST_MYSQL holds its URL, as in
# postgresql://user:password@127.0.0.1:5432/postgres; its user must be allowed to create databases.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
filter=${1:-}

if ! dotnet --version >/dev/null 2>&1; then
  echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0, or" >&2
  echo "  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 && export PATH=\$HOME/.dotnet:\$PATH" >&2
  exit 1
fi
# Nothing may go on running when the tests are over.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

projects=()
for project in tests/*.Tests; do
  [[ $project != *"$filter"* ]] || projects+=("$(basename "$project")")
done
faults=
[[ Godwit.Faults != *"$filter"* ]] || faults=1
[ ${#projects[@]} -gt 0 ] || [ -n "$faults" ] || { echo "no test project has '$filter' in its name" >&2; exit 2; }

servers=()
case " ${projects[*]} $faults" in *Godwit.PostgreSql.Tests* | *Godwit.Cli.Tests* | *Godwit.Hosting.Tests* | *1) servers+=(postgresql postgresql_18) ;; esac
case " ${projects[*]} $faults" in *Godwit.MySql.Tests* | *Godwit.Cli.Tests* | *Godwit.Hosting.Tests* | *1) servers+=(mariadb mysql) ;; esac

# Memory is quicker than a disk for databases that live for a second.
place=${TMPDIR:-/tmp}
if [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)" -gt 4000000 ] 2>/dev/null; then place=/dev/shm; fi
folder=$(mktemp -d "$place/godwit-tests.XXXXXX")
starting=
finish() {
  trap '' INT TERM
  [ -z "$starting" ] || wait "$starting" || true
  tests/servers/down "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

# One compiler for all projects is quicker; it is gone before the tests begin.
build() {
  local status=0
  UseSharedCompilation=true dotnet build Godwit.slnx --configuration Release --verbosity quiet || status=$?
  dotnet build-server shutdown --vbcscompiler >/dev/null
  return $status
}

passed=0 failed=0 skipped=0
total() { echo "$passed passed, $failed failed, $skipped skipped"; }

if [ ${#servers[@]} -gt 0 ]; then
  tests/servers/up "$folder" "${servers[@]}" &
  starting=$!
fi
if ! build; then
  echo "The build failed."
  failed=1
  total
  exit 1
fi
if [ -n "$starting" ]; then
  wait "$starting"
  starting=
  # shellcheck disable=SC1091
  . "$folder/env"
fi

results=$PWD/TestResults
rm -rf "$results"
mkdir -p "$results"

# A test that hangs is ended after five minutes and fails; what else ends a run early is told from failed tests by its log.
run() { # TITLE PROJECT [FILTER]
  local title=$1 project=$2 name=${1// /-} status=0 aborted=""
  dotnet test "tests/$project/bin/Release/net10.0/$project.dll" ${3:+--filter "$3"} \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 5m --blame-hang-dump-type none >"$results/$name.log" 2>&1 || status=$?
  if [ ! -s "$results/$name.trx" ] || grep -qE 'Test Run Aborted|test host process crashed' "$results/$name.log"; then
    aborted="$(tail -n 20 "$results/$name.log")"
  fi
  [ -s "$results/$name.trx" ] || echo >"$results/$name.trx"
  TITLE=$title STATUS=$status ABORTED=$aborted COUNTS=$folder/counts awk -f tests/report.awk "$results/$name.trx"
  read -r p f s < <(tail -n 1 "$folder/counts")
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# The suites of one dialect name one variable; for a second server it holds that server's URL, and only tests that need one run.
for project in "${projects[@]}"; do
  case $project in
    Godwit.PostgreSql.Tests)
      run "$GODWIT_TEST_POSTGRESQL_TITLE" "$project"
      GODWIT_TEST_POSTGRESQL=$GODWIT_TEST_POSTGRESQL_18 run "$GODWIT_TEST_POSTGRESQL_18_TITLE" "$project" Server=GODWIT_TEST_POSTGRESQL ;;
    Godwit.MySql.Tests)
      run "$GODWIT_TEST_MARIADB_TITLE" "$project"
      GODWIT_TEST_MARIADB=$GODWIT_TEST_MYSQL run "$GODWIT_TEST_MYSQL_TITLE" "$project" Server=GODWIT_TEST_MARIADB ;;
    *) run "$project" "$project" ;;
  esac
done

# Each kind of fault on each database for a few seconds, as one test; these servers are not killed. tests/faults does it for long.
if [ -n "$faults" ]; then
  # shellcheck source=tests/servers/packages
  . tests/servers/packages
  GODWIT_TEST_FAKETIME=$(faketime_library || true) dotnet tests/Godwit.Faults/bin/Release/net10.0/Godwit.Faults.dll 90s \
    --counts "$folder/faults" >"$results/Godwit.Faults.log" 2>&1 || [ -s "$folder/faults" ] || echo "0 1 0" >"$folder/faults"
  read -r p f s <"$folder/faults"
  echo "Godwit.Faults: $p passed, $f failed, $s skipped; $(tail -n 1 "$results/Godwit.Faults.log")"
  [ "$f" = 0 ] || sed 's/^/  /' "$results/Godwit.Faults.log"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
fi

echo
total
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
