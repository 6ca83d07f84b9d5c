"""Who is measured: Godwit, a bare ADO.NET program and the database's own shell. All are given the same generated migrations."""
import subprocess
from dataclasses import dataclass

from timing import Command, run


@dataclass(frozen=True)
class Project:
    """What generate.py wrote for one driver."""
    directory: str
    count: int

    @property
    def migrations(self):
        return f"{self.directory}/migrations"


@dataclass(frozen=True)
class Godwit:
    program: str
    title = "Godwit"

    def _command(self, words, target, project):
        return Command(["dotnet", self.program, *words, "--url", target.url, "--dir", project.migrations, "--no-interaction"])

    def version(self):
        return Command(["dotnet", self.program, "--version"])

    def install(self, target, project):
        run(self._command(["migrate", "install", "--quiet"], target, project))

    def status(self, target, project):
        return self._command(["status"], target, project)

    def up(self, target, project):
        return self._command(["migrate", "--quiet"], target, project)

    def down(self, target, project):
        return self._command(["rollback", "--count", str(project.count), "--quiet"], target, project)


@dataclass(frozen=True)
class Floor:
    program: str
    title = "bare ADO.NET"

    def _command(self, words, target, project):
        return Command(["dotnet", self.program, target.driver, target.connection_string, project.migrations, *words])

    def install(self, target, project):
        Shell().install(target, project)

    def status(self, target, project):
        return self._command(["status"], target, project)

    def up(self, target, project):
        return self._command(["up"], target, project)

    def down(self, target, project):
        return self._command(["down", str(project.count)], target, project)


@dataclass(frozen=True)
class Shell:
    title = "shell"

    @staticmethod
    def _script(target, path):
        return Command([*target.shell, "-f", path]) if target.driver == "postgresql" else Command(target.shell, path)

    def install(self, target, project):
        run(self._script(target, f"{project.directory}/history.sql"))

    def up(self, target, project):
        return self._script(target, f"{project.directory}/up.sql")

    def down(self, target, project):
        return self._script(target, f"{project.directory}/down.sql")


def publish(project, directory):
    """Builds a program as its users get it, compiled ahead of time for this platform."""
    done = subprocess.run(
        ["dotnet", "publish", project, "-c", "Release", "--use-current-runtime", "--no-self-contained", "-o", directory, "-v", "quiet"],
        capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"dotnet publish {project}\n{done.stdout}{done.stderr}")
