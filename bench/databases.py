"""The databases to measure on: how to make one anew, how each contender is told of it, how many tables it holds."""
import contextlib
import os
import shutil
import subprocess
from dataclasses import dataclass, replace

from servers import newest


def ask(shell, sql):
    """The answer of a database's own shell."""
    done = subprocess.run([*shell, sql], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(shell)}\n{sql}\n{done.stderr}")
    return done.stdout.strip()


@dataclass(frozen=True)
class Sqlite:
    path: str

    driver = "sqlite"
    title = "SQLite"

    @property
    def url(self):
        return f"sqlite:{self.path}"

    @property
    def connection_string(self):
        return f"Data Source={self.path}"

    @property
    def shell(self):
        return ["sqlite3", "-bail", self.path]

    def recreate(self):
        for suffix in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.path + suffix)

    def keep(self):
        """Remembers what it holds."""
        shutil.copyfile(self.path, self.path + ".kept")

    def restore(self):
        self.recreate()
        shutil.copyfile(self.path + ".kept", self.path)

    def tables(self):
        return int(ask(self.shell, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name GLOB 't[0-9]*'"))

    @staticmethod
    def version():
        return "SQLite " + subprocess.run(["sqlite3", "--version"], capture_output=True, text=True).stdout.split()[0] + " (shell)"


@dataclass(frozen=True)
class PostgreSql:
    port: int
    name: str

    driver = "postgresql"
    title = "PostgreSQL"

    @property
    def url(self):
        return f"postgresql://bench@127.0.0.1:{self.port}/{self.name}"

    @property
    def connection_string(self):
        # without the round trip and the work of loading types: the leanest that the driver allows
        return (f"Host=127.0.0.1;Port={self.port};Username=bench;Database={self.name};Pooling=false;"
                "Server Compatibility Mode=NoTypeLoading")

    @property
    def shell(self):
        return self._shell(self.name)

    def _shell(self, name):
        # the program itself: on Debian the psql on the path is a script around it
        program = newest("/usr/lib/postgresql/*/bin/psql", "psql")
        return [program, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U", "bench",
                "-d", name]

    def recreate(self):
        self._copy("template1", self.name)

    def keep(self):
        """Remembers what it holds."""
        ask([*self.shell, "-c"], "VACUUM ANALYZE")
        self._copy(self.name, self.name + "_kept")

    def restore(self):
        self._copy(self.name + "_kept", self.name)

    def _copy(self, name, to):
        ask([*self._shell("postgres"), "-c"], f"DROP DATABASE IF EXISTS {to} WITH (FORCE)")
        ask([*self._shell("postgres"), "-c"], f"CREATE DATABASE {to} TEMPLATE {name}")
        ask([*self._shell("postgres"), "-c"], "CHECKPOINT")

    def tables(self):
        return int(ask([*self.shell, "-c"], "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]+$'"))

    def through(self, port):
        return replace(self, port=port)

    def version(self):
        return "PostgreSQL " + ask([*self._shell("postgres"), "-c"], "SHOW server_version").split()[0]


@dataclass(frozen=True)
class MariaDb:
    port: int
    name: str

    driver = "mariadb"
    title = "MariaDB"

    @property
    def url(self):
        return f"mariadb://root@127.0.0.1:{self.port}/{self.name}"

    @property
    def connection_string(self):
        return f"Server=127.0.0.1;Port={self.port};User ID=root;Database={self.name};Pooling=false;SslMode=None"

    @property
    def shell(self):
        return [*self._server_shell, self.name]

    @property
    def _server_shell(self):
        return ["mariadb", "--no-defaults", "-N", "--protocol=tcp", "-h127.0.0.1", f"-P{self.port}", "-uroot"]

    def recreate(self):
        ask([*self._server_shell, "-e"], f"DROP DATABASE IF EXISTS {self.name}")
        ask([*self._server_shell, "-e"], f"CREATE DATABASE {self.name}")

    def tables(self):
        return int(ask([*self.shell, "-e"], "SELECT count(*) FROM information_schema.tables "
                       "WHERE table_schema = database() AND table_name RLIKE '^t[0-9]+$'"))

    def version(self):
        return "MariaDB " + ask([*self._server_shell, "-e"], "SELECT version()").split("-")[0]
