"""Rows out of a file of comma-separated values: godwit db:seed beside the shell's own import of the same file."""
import datetime
import os

from databases import ask
from timing import Command

CREATE = ("CREATE TABLE events (id bigint NOT NULL, kind varchar(20) NOT NULL, title varchar(100) NOT NULL, amount {decimal}, "
          "happened {moment} NOT NULL, ok {boolean} NOT NULL)")
TYPES = {
    "sqlite": {"decimal": "numeric", "moment": "datetime", "boolean": "tinyint(1)"},
    "postgresql": {"decimal": "numeric(10,2)", "moment": "timestamp(0)", "boolean": "boolean"},
    "mariadb": {"decimal": "decimal(10,2)", "moment": "datetime", "boolean": "tinyint(1)"},
}


def generate(directory, driver, count):
    """Writes a project whose seed file has that many rows of six columns, and returns its directory."""
    project = f"{directory}/rows-{driver}-{count}"
    os.makedirs(f"{project}/database/seeders", exist_ok=True)
    os.makedirs(f"{project}/database/migrations", exist_ok=True)
    with open(f"{project}/godwit.json", "w", encoding="utf-8") as file:
        file.write("{}")
    start = datetime.datetime(2024, 1, 1)
    with open(f"{project}/database/seeders/events.csv", "w", encoding="utf-8") as file:
        file.write("id,kind,title,amount,happened,ok\n")
        for i in range(count):
            moment = (start + datetime.timedelta(seconds=i)).strftime("%Y-%m-%d %H:%M:%S")
            file.write(f"{i},kind{i % 7},\"Event number {i}, of many\",{i % 9999}.{i % 90 + 10},{moment},{i % 2}\n")
    return project


def recreate(target):
    target.recreate()
    option = {"postgresql": ["-c"], "mariadb": ["-e"]}.get(target.driver, [])
    ask([*target.shell, *option], CREATE.format(**TYPES[target.driver]))


def count(target):
    option = {"postgresql": ["-c"], "mariadb": ["-e"]}.get(target.driver, [])
    return int(ask([*target.shell, *option], "SELECT count(*) FROM events"))


def shell_import(target, project):
    """What a person types who knows the database's own way; null where its shell has none for a client's file."""
    path = f"{project}/database/seeders/events.csv"
    if target.driver == "sqlite":
        return Command([*target.shell, f".import --csv --skip 1 {path} events"])
    if target.driver == "postgresql":
        return Command([*target.shell, "-c", f"\\copy events FROM '{path}' WITH (FORMAT csv, HEADER)"])
    return None


def seed(program, target, project):
    return Command(["dotnet", program, "db:seed", "--url", target.url, "--project", project, "--quiet", "--no-interaction"])
