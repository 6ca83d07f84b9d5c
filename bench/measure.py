"""What bench/run does; see README.md."""
import argparse
import contextlib
import datetime
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile

import csharp
import generate
import rows
import servers
import tables
from contenders import Floor, Godwit, Project, Shell, publish
from databases import MariaDb, PostgreSql, Sqlite
from proxy import Proxy
from tables import markdown, milliseconds, number, ratio
from timing import Candidate, Command, compare, run

DATABASES = ("sqlite", "postgresql", "mariadb")
TITLES = (Shell.title, Floor.title, Godwit.title)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(ROOT, "docs", "performance.md")


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run", description="Measures Godwit beside its floors and prints Markdown tables.")
    parser.add_argument("--runs", type=int, default=7, help="runs of which the median is taken, after one warm-up (7)")
    parser.add_argument("--budget", type=float, default=90, help="seconds after which a comparison is content with fewer runs (90)")
    parser.add_argument("--only", action="append", choices=list(SECTIONS), help="measure this part; repeatable; all when not given")
    parser.add_argument("--database", action="append", choices=DATABASES, help="on this database; repeatable; all when not given")
    parser.add_argument("--small", action="store_true", help="a tenth of every number of migrations: to try the script, not to quote")
    parser.add_argument("--floors", action="store_true", help="leave Godwit out")
    parser.add_argument("--work", default="/dev/shm" if os.path.isdir("/dev/shm") else None,
                        help="where databases and servers are put (/dev/shm, where writing costs nothing and so hides nothing)")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md as well")
    options = parser.parse_args()
    if options.write and (options.small or options.floors or options.only or options.database):
        parser.error("--write is for a whole measurement")
    return options


class Bench:
    """One run of the script: its directory, its contenders, its databases."""

    def __init__(self, options, directory, ports):
        self.options = options
        self.directory = directory
        self.ports = ports
        self.scale = 10 if options.small else 1
        self.hello = Command(["dotnet", f"{directory}/hello/hello.dll"])
        self.floor = Floor(f"{directory}/floor/floor.dll")
        self.godwit = None if options.floors else Godwit(f"{directory}/godwit/Godwit.Cli.dll")
        self.shell = Shell()

    def publish(self):
        for name, project in (("hello", "bench/hello"), ("floor", "bench/floor"), ("godwit", "src/Godwit.Cli")):
            if name != "godwit" or self.godwit:
                publish(os.path.join(ROOT, project), f"{self.directory}/{name}")

    @property
    def programs(self):
        """The contenders that do everything."""
        return [self.floor, self.godwit] if self.godwit else [self.floor]

    def targets(self, name):
        if "sqlite" in self.ports:
            yield Sqlite(f"{self.directory}/{name}.sqlite")
        if self.ports.get("postgresql"):
            yield PostgreSql(self.ports["postgresql"], name)
        if self.ports.get("mariadb"):
            yield MariaDb(self.ports["mariadb"], name)

    def project(self, driver, count, kind="tables"):
        directory = f"{self.directory}/projects/{driver}-{kind}-{count}"
        if not os.path.isdir(directory):
            generate.generate(driver, count, directory, kind)
        return Project(directory, count)

    def compare(self, what, candidates):
        return compare(what, candidates, self.options.runs, self.options.budget)

    def installed(self, contender, target, project):
        target.recreate()
        contender.install(target, project)

    def fresh(self, contender, target, project):
        target.recreate()
        if contender is not self.godwit:    # which installs what is missing, in its own time
            contender.install(target, project)

    def applied(self, contender, target, project):
        self.fresh(contender, target, project)
        run(contender.up(target, project))
        expect_tables(target, project.count)


def expect_tables(target, count):
    found = target.tables()
    if found != count:
        raise RuntimeError(f"{target.title} holds {found} tables where {count} were to be")


def start_up(bench):
    columns = ["what", "database", "hello world", "bare ADO.NET", "Godwit", "times the floor", "aim"]
    candidates = [Candidate("hello world", bench.hello)]
    if bench.godwit:
        candidates.append(Candidate("Godwit", bench.godwit.version()))
    times = bench.compare("--version", candidates)
    hello, version = times["hello world"], times.get("Godwit")
    rows = [["`godwit --version`", "", milliseconds(hello), "", milliseconds(version), ratio(version, hello), "1.3"]]
    for target in bench.targets("start"):
        for applied, count in ((0, 100), (100, 100), (1000, 1000)):
            project = bench.project(target.driver, count // bench.scale)
            owner = bench.programs[-1]      # both are asked about one and the same database
            (bench.applied if applied else bench.installed)(owner, target, project)
            rows.append(start_row(bench, f"`status`, {applied // bench.scale} applied", "status", target, project))
        rows.append(start_row(bench, f"nothing to do, {applied // bench.scale} applied", "up", target, project))
    return markdown("Starting", columns, rows)


def start_row(bench, what, verb, target, project):
    times = bench.compare(f"{what} {target.title}", [
        Candidate(program.title, getattr(program, verb)(target, project)) for program in bench.programs])
    floor, godwit = times[bench.floor.title], times.get("Godwit")
    return [what, target.title, "", milliseconds(floor), milliseconds(godwit), ratio(godwit, floor), "1.3"]


def work(bench):
    columns = ["what", "database", "its shell", "bare ADO.NET", "Godwit", "times bare ADO.NET", "times the shell", "aim"]
    aims = {"sqlite": "1.15", "postgresql": "1.0", "mariadb": "1.15"}
    rows = []
    for target in bench.targets("work"):
        project = bench.project(target.driver, 1000 // bench.scale)
        rows.append(work_row(bench, f"apply {project.count}", target, [
            Candidate(contender.title, contender.up(target, project),
                      before=lambda c=contender: bench.fresh(c, target, project),
                      after=lambda: expect_tables(target, project.count))
            for contender in [bench.shell, *bench.programs]], aims[target.driver]))
    for target in bench.targets("work"):
        project = bench.project(target.driver, 100 // bench.scale)
        rows.append(work_row(bench, f"roll back {project.count}", target, [
            Candidate(contender.title, contender.down(target, project),
                      before=lambda c=contender: bench.applied(c, target, project), after=lambda: expect_tables(target, 0))
            for contender in [bench.shell, *bench.programs]], "1.5"))
    return markdown("Working", columns, rows)


def work_row(bench, what, target, candidates, aim):
    times = bench.compare(f"{what} {target.title}", candidates)
    shell, floor, godwit = times[bench.shell.title], times[bench.floor.title], times.get("Godwit")
    return [what, target.title, *map(milliseconds, (shell, floor, godwit)), ratio(godwit, floor), ratio(godwit, shell), aim]


def round_trips(bench):
    columns = ["what, on PostgreSQL", "psql", "bare ADO.NET", "Godwit", "aim"]
    target = next((target for target in bench.targets("trips") if target.driver == "postgresql"), None)
    if target is None:
        return ""
    project = bench.project(target.driver, 100 // bench.scale)
    contenders = [bench.shell, *bench.programs]
    apply, nothing = {}, {}
    for contender in contenders:
        bench.fresh(contender, target, project)
        apply[contender.title] = count_round_trips(target, lambda t: contender.up(t, project))
        expect_tables(target, project.count)
        if contender is not bench.shell:
            nothing[contender.title] = count_round_trips(target, lambda t: contender.up(t, project))
    rows = [
        [f"round trips, apply {project.count}", *(number(apply.get(title)) for title in TITLES), ""],
        ["round trips per migration",
         *(number(apply[title] / project.count if title in apply else None, 2) for title in TITLES), "1.1"],
        ["round trips, nothing to do", *(number(nothing.get(title)) for title in TITLES), "6"],
    ]
    with Proxy(target.port, delay=0.005) as proxy:
        far = target.through(proxy.port)
        times = bench.compare(f"apply {project.count} with 5 ms each way", [
            Candidate(contender.title, contender.up(far, project),
                      before=lambda c=contender: bench.fresh(c, target, project),
                      after=lambda: expect_tables(target, project.count))
            for contender in contenders])
    rows.append([f"apply {project.count} with 5 ms each way", *(milliseconds(times.get(title)) for title in TITLES), "2500 ms"])
    return markdown("Round trips", columns, rows)


def count_round_trips(target, command):
    with Proxy(target.port) as proxy:
        run(command(target.through(proxy.port)))
        return proxy.round_trips


def memory(bench):
    columns = ["what, on SQLite", "bare ADO.NET", "Godwit", "aim"]
    target = Sqlite(f"{bench.directory}/memory.sqlite")
    project = bench.project(target.driver, 10000 // bench.scale, "rows")
    peaks = {}
    for program in bench.programs:
        bench.fresh(program, target, project)
        peaks[program.title] = [run(program.up(target, project)).megabytes, run(program.status(target, project)).megabytes]
        print("memory", program.title, peaks[program.title], file=sys.stderr, flush=True)
    godwit = peaks.get("Godwit", [None, None])
    rows = [[f"{what} {project.count}, peak MB", number(peaks[bench.floor.title][i]), number(godwit[i]), "150"]
            for i, what in enumerate(("apply", "`status`,"))]
    return markdown("Memory", columns, rows)


def seeding(bench):
    columns = ["what", "database", "its shell", "Godwit", "times the shell", "peak MB", "aim"]
    if not bench.godwit:
        return ""
    lines = []
    for target in bench.targets("seeding"):
        count = 1_000_000 // bench.scale
        project = rows.generate(bench.directory, target.driver, count)
        command = rows.seed(bench.godwit.program, target, project)
        candidates = [Candidate(bench.godwit.title, command, before=lambda: rows.recreate(target), after=lambda: expect_rows(target, count))]
        if own := rows.shell_import(target, project):
            candidates.append(Candidate(bench.shell.title, own, before=lambda: rows.recreate(target), after=lambda: expect_rows(target, count)))
        times = bench.compare(f"seed {count} rows {target.title}", candidates)
        rows.recreate(target)
        peak = run(command).megabytes
        shell, godwit = times.get(bench.shell.title), times[bench.godwit.title]
        lines.append([f"{count} rows of 6 columns from CSV", target.title, milliseconds(shell), milliseconds(godwit), ratio(godwit, shell),
                      number(peak), "1.5" if own else ""])
    return markdown("Seeding", columns, lines)


def expect_rows(target, count):
    found = rows.count(target)
    if found != count:
        raise RuntimeError(f"{target.title} holds {found} rows where {count} were to be")


def migrations_in_csharp(bench):
    columns = ["what", "database", "beside it", "takes", "Godwit", "of it the migration", "compared", "aim"]
    if not bench.godwit:
        return ""
    lines = compiling(bench) if "sqlite" in bench.ports else []
    for target in bench.targets("long"):
        if target.driver == "sqlite":
            lines.append(long_change(bench, target, "a default changed, the table built anew", csharp.REBUILD, "the same statements in sqlite3", "1.05"))
        elif target.driver == "postgresql":
            lines.append(long_change(bench, target, "a column filled by `Backfill`", csharp.BACKFILL, "one UPDATE in psql", "1.15"))
    return markdown("Migrations in C#", columns, lines)


def compiling(bench):
    """The first `status` compiles; the next loads what was compiled, and is held against a project of SQL files."""
    target, count = Sqlite(f"{bench.directory}/compiling.sqlite"), 100
    directory = f"{bench.directory}/projects/csharp-{count}"
    csharp.generate(count, directory)
    code, sql = Project(directory, count), bench.project(target.driver, count)
    bench.installed(bench.godwit, target, sql)
    first = bench.compare(f"status of {count} in C#, first", [Candidate("Godwit", bench.godwit.status(target, code), before=csharp.forget)])["Godwit"]
    times = bench.compare(f"status of {count} in C#", [Candidate("SQL", bench.godwit.status(target, sql)), Candidate("C#", bench.godwit.status(target, code))])
    return [
        [f"`status` of {count} pending, compiled by it", target.title, "", "", milliseconds(first), "", "", "1500 ms"],
        [f"`status` of {count} pending, compiled before", target.title, "the same in SQL files", milliseconds(times["SQL"]), milliseconds(times["C#"]), "",
         f"{(times['C#'] - times['SQL']) * 1000:+.0f} ms", "+40 ms"],
    ]


def long_change(bench, target, what, change, beside, aim):
    count = 1_000_000 // bench.scale
    long = csharp.LongChange(bench.godwit.program, target, change, count, f"{bench.directory}/projects/long-{target.driver}")
    times = bench.compare(f"{what}, {count} rows, {target.title}", [
        Candidate(bench.shell.title, long.in_shell(), before=target.restore, after=long.expect_done),
        Candidate(bench.godwit.title, long.up(), before=target.restore, after=long.note)])
    itself = statistics.median(long.milliseconds[1:]) / 1000      # the first run warms up
    shell, godwit = times[bench.shell.title], times[bench.godwit.title]
    return [f"{what}, {count} rows", target.title, beside, *map(milliseconds, (shell, godwit, itself)), ratio(itself, shell), aim]


SECTIONS = {"start": start_up, "work": work, "trips": round_trips, "memory": memory, "rows": seeding, "csharp": migrations_in_csharp}


def answer(*words):
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def place(directory, versions):
    """What the figures come from."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        processor = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    return "; ".join([
        datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
        "revision " + answer("git", "rev-parse", "--short", "HEAD"),
        f"{os.cpu_count()} × {processor}",
        answer("uname", "-sr"),
        "files on " + answer("stat", "-f", "-c", "%T", directory),
        ".NET SDK " + answer("dotnet", "--version"),
        *versions,
    ])


def surroundings(bench):
    """One line that says where the figures come from."""
    parts = [place(bench.directory, [target.version() for target in bench.targets("postgres")])]
    missing = [name for name, port in bench.ports.items() if port is None]
    if missing:
        parts.append("NOT MEASURED, no server installed: " + ", ".join(missing))
    small = " **A tenth of the numbers: not to be quoted.**" if bench.options.small else ""
    return f"Median of up to {bench.options.runs} runs after one warm-up. " + "; ".join(parts) + "." + small + "\n"


def main():
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that servers are stopped then, too
    isolate_environment()
    chosen = options.database or DATABASES
    with contextlib.ExitStack() as stack:
        directory = tempfile.mkdtemp(prefix="godwit-bench-", dir=options.work)
        stack.callback(shutil.rmtree, directory)
        os.chmod(directory, 0o755)      # the servers run as users of their own
        ports = {name: None for name in chosen}
        if "sqlite" in chosen:
            ports["sqlite"] = 0
        for name in ("postgresql", "mariadb"):
            if name in chosen:
                ports[name] = stack.enter_context(getattr(servers, name)(f"{directory}/{name}"))
        bench = Bench(options, directory, ports)
        bench.publish()
        os.chdir(directory)     # no project file above the current directory
        parts = [SECTIONS[name](bench) for name in options.only or SECTIONS]
        text = "\n".join([surroundings(bench), *filter(None, parts)])
    print(text)
    if options.write:
        tables.put_between_marks(PAGE, text)


def isolate_environment():
    """Nothing of the caller's settings may reach the measured commands."""
    for name in [name for name in os.environ if name.startswith(("DB_", "PG", "MYSQL_", "GODWIT_")) or name == "DATABASE_URL"]:
        del os.environ[name]
    os.environ["GODWIT_ENV"] = "development"


if __name__ == "__main__":
    main()
