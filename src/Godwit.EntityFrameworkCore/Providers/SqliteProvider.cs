using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Godwit.EntityFrameworkCore.Providers;

/// <summary>Microsoft's provider for SQLite.</summary>
internal sealed class SqliteProvider : Provider
{
    internal override string Name => "Microsoft.EntityFrameworkCore.Sqlite";

    internal override string[] Products => ["sqlite"];

    internal override Column Column(Column column, AddColumnOperation operation, CreateTableOperation table, Annotations said)
    {
        // The first up to EF Core 9, the second from 10 on.
        var counts = said.Take("Sqlite:Autoincrement") is true;
        counts |= said.Text("Sqlite:ValueGenerationStrategy") is "Autoincrement";
        // It makes computed columns without a type: they have that of their expression.
        if (column.Generated is not null) return column with { Type = new ColumnType.Native(""), IsNullable = true };
        return counts ? column with { Identity = new Identity() } : column;
    }
}
