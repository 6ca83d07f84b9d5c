"""Migrations in C#: what compiling them costs, and what takes long in them beside the same statements in the database's own shell."""
import os
import shutil

from databases import ask
from timing import Command, run

TABLE = """using Godwit;

/// <summary>Makes a table.</summary>
[Migration]
public sealed class Migration{i:05d} : Migration
{{
    public override void Up(SchemaBuilder schema) => schema.Create("t{i:05d}", table =>
    {{
        table.Id();
        table.String("name", 100);
        table.String("email", 200).Nullable().Index();
        table.Decimal("amount", 12, 2).Default(0m);
        table.Boolean("active").Default(true);
        table.Timestamp("created_at").Nullable();{parent}
    }});
}}
"""
ITEMS = """using Godwit;

[Migration]
public sealed class CreateItems : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Create("items", table =>
    {
        table.Id();
        table.String("name", 100);
        table.String("email", 200).Nullable().Index();
        table.Integer("quantity");
        table.Decimal("price", 10, 2).Default(0m);
        table.BigInteger("total").Nullable();
        table.Boolean("active").Default(true);
    });
}
"""
CHANGE = """using Godwit;

[Migration]
public sealed class ChangeItems : Migration
{{
    public override void Up(SchemaBuilder schema) => {change};
}}
"""
REBUILD = 'schema.Table("items", table => table.Change("price").Default(1m))'
BACKFILL = 'schema.Backfill("items", "total = quantity * 2")'
NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n",
    "postgresql": "SELECT i FROM generate_series(1, {count}) AS n(i)",
}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def generate(count, directory):
    """The migrations of generate.py as classes."""
    for i in range(1, count + 1):
        parent = f'\n        table.ForeignId("parent_id").Nullable().Constrained("t{i - 1:05d}");' if i % 5 == 0 else ""
        write(f"{directory}/migrations/{i:05d}_migration_{i:05d}.cs", TABLE.format(i=i, parent=parent))


def forget():
    """Takes away what was compiled; the current directory is the project's."""
    shutil.rmtree(".godwit", ignore_errors=True)


class LongChange:
    """A change of a table with many rows, as Godwit runs it, and the same statements for the database's own shell."""

    def __init__(self, godwit, target, change, count, directory):
        self.godwit, self.target, self.count = godwit, target, count
        self.migrations = f"{directory}/migrations"
        self.script = f"{directory}/change.sql"
        self.milliseconds = []
        target.recreate()
        write(f"{self.migrations}/001_create_items.cs", ITEMS)
        run(self.up())
        numbers = NUMBERS[target.driver].format(count=count)
        self._ask("INSERT INTO items (name, email, quantity) "
                  f"SELECT 'name ' || i, i || '@example.com', i % 100 FROM ({numbers}) AS numbers")
        write(f"{self.migrations}/002_change_items.cs", CHANGE.format(change=change))
        # nothing is compiled in the time that is measured
        write(self.script, run(self._command("upgrade", "001:head", "--sql")).output)
        target.keep()

    def _command(self, *words):
        return Command(["dotnet", self.godwit, *words, "--url", self.target.url, "--dir", self.migrations, "--no-interaction"])

    def _ask(self, sql):
        return ask([*self.target.shell, *(["-c"] if self.target.driver == "postgresql" else [])], sql)

    def up(self):
        return self._command("migrate", "--quiet")

    def in_shell(self):
        return Command([*self.target.shell, "-f", self.script]) if self.target.driver == "postgresql" else Command(self.target.shell, self.script)

    def expect_done(self):
        found = int(self._ask("SELECT count(*) FROM items"))
        state = self._ask("SELECT state FROM migrations WHERE migration = '002_change_items'")
        if found != self.count or state != "applied":
            raise RuntimeError(f"{self.target.title} holds {found} rows where {self.count} were to be, and the change is {state or 'not applied'}")

    def note(self):
        """After a run of Godwit: how long the migration itself took, as the history has it."""
        self.expect_done()
        self.milliseconds.append(int(self._ask("SELECT duration_ms FROM migrations WHERE migration = '002_change_items'")))
