# Godwit in a harness that times migration tools against one another: see README.md.
# GODWIT names the published command; without it `prepare` publishes it from GODWIT_SOURCE, the root of this repository.
GODWIT=${GODWIT:-$BENCH_WORK/godwit/Godwit.Cli.dll}
dbs() { echo "sqlite pg"; }
g() {
  local url
  if [ "$DB" = pg ]; then url="postgresql://$PGUSER@$PGHOST:$PGPORT/$PGDATABASE"; else url="sqlite:$SQLITE_FILE"; fi
  unset DATABASE_URL
  exec "$DOTNET" "$GODWIT" "$@" --url "$url" --dir "$WORK/migrations" --no-interaction
}
version() { exec "$DOTNET" "$GODWIT" --version; }
prepare() {
  if [ ! -f "$GODWIT" ]; then
    local source=${GODWIT_SOURCE:?set GODWIT, or GODWIT_SOURCE}/src/Godwit.Cli
    "$DOTNET" publish "$source" -c Release -o "$(dirname "$GODWIT")" -v q -nologo || return 1
  fi
  exec "$PYTHON" "$BENCH_DIR/gen.py" sql "$DB" "$1" "$WORK"
}
status() { g status; }
up() { g migrate --quiet; }
down() { g rollback --count "$1" --quiet; }
noop() { g migrate --quiet; }
