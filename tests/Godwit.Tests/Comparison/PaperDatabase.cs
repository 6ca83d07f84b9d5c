using System.Text.RegularExpressions;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Comparison;

/// <summary>
/// A database on paper that, like PostgreSQL, refuses an operation when something is missing that it needs, or something is still
/// there that it would break.
/// </summary>
internal sealed class PaperDatabase(DatabaseSchema schema)
{
    internal DatabaseSchema Schema { get; private set; } = schema;

    internal void Run(Operation operation)
    {
        if (operation is AlterColumn { Change: { } change } alter && (change.Type is not null || change.Collation is not null)) RequireNoUser(alter.Table, change.Column);
        Schema = operation.ApplyTo(Schema);
        foreach (var table in Schema.Tables) Check(table, operation);
        foreach (var view in Schema.Views) Check(view, operation);
    }

    private void Check(Table table, Operation operation)
    {
        foreach (var key in table.ForeignKeys)
        {
            var other = Schema.Find(key.ReferencedTable);
            Assert.True(other is not null, $"{operation.Summary}: {key.Name} refers to the missing table {key.ReferencedTable}");
            var keys = other.Uniques.Select(unique => unique.Columns).Concat(other.PrimaryKey is { } primary ? [primary.Columns] : []);
            Assert.True(keys.Any(columns => columns.Count == key.ReferencedColumns.Count && columns.All(key.ReferencedColumns.Contains)), $"{operation.Summary}: {key.Name} refers to no key");
            Assert.True(key.Columns.All(name => table.Column(name) is not null), $"{operation.Summary}: {key.Name} lacks a column");
        }

        foreach (var column in table.Columns)
        {
            if (column.Type is ColumnType.NativeEnum type) Assert.True(Schema.Enums.Any(other => other.Name == type.Name), $"{operation.Summary}: {table.Name}.{column.Name} has no type");
            if (column.Default is DefaultValue.Expression expression)
                Assert.True(Words("s", expression.Sql).All(name => Schema.Sequences.Any(sequence => sequence.Name == name)), $"{operation.Summary}: {table.Name}.{column.Name} has no sequence");
            if (column.Generated is { } generated) Assert.True(Words("c", generated.Sql).All(name => table.Column(name) is not null), $"{operation.Summary}: {table.Name}.{column.Name} has no source");
        }

        foreach (var trigger in table.Triggers)
            Assert.True(Words("f", trigger.Definition).All(name => Schema.Routines.Any(routine => routine.Name == name)), $"{operation.Summary}: {trigger.Name} has no function");
    }

    private void Check(View view, Operation operation)
    {
        foreach (var name in Words("t", view.Query).Distinct())
        {
            var table = Schema.Find(name);
            Assert.True(table is not null && Words("[cg]", view.Query).All(column => table.Column(column) is not null), $"{operation.Summary}: the view {view.Name} lacks {name} or a column of it");
        }

        Assert.True(Words("v", view.Query).All(name => Schema.Views.Any(other => other.Name == name)), $"{operation.Summary}: the view {view.Name} lacks another");
    }

    private void RequireNoUser(ObjectName table, string column)
    {
        Assert.DoesNotContain(Schema.Views, view => Words("t", view.Query).Contains(table.Name) && Words("[cg]", view.Query).Contains(column));
        Assert.DoesNotContain(Schema.Tables, other => other.ForeignKeys.Any(key => (other.Name == table && key.Columns.Contains(column)) || (key.ReferencedTable == table && key.ReferencedColumns.Contains(column))));
        Assert.DoesNotContain(Schema.Require(table).Columns, other => other.Generated is { } generated && Words("c", generated.Sql).Contains(column));
    }

    private static IEnumerable<string> Words(string letters, string text) => Regex.Matches(text, $@"\b{letters}\d+\b").Select(match => match.Value);
}
