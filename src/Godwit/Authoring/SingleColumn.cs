using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>The one column that <c>schema.AddColumn</c> or <c>schema.AlterColumn</c> is about: choose its type.</summary>
public sealed class SingleColumn : ColumnTypes, IDraft
{
    private readonly ColumnIntent intent;
    private ColumnBuilder? column;

    internal SingleColumn(TableCall call, ColumnIntent intent)
        : base(call) => this.intent = intent;

    IEnumerable<Operation> IDraft.Freeze() => column is IDraft draft
        ? draft.Freeze()
        : throw Call.Error($"A column of {Call.Table} is added or changed, and which one is not said.", "Choose its type: schema.AddColumn(\"users\").String(\"phone\").");

    private protected override ColumnBuilder Add(string name, ColumnType type)
    {
        if (column is not null) throw Call.Error($"Two columns of {Call.Table} are described where one is wanted: {column.Name} and {name}.", "Use schema.Table for several.");
        return column = new ColumnBuilder(Call, name, type, intent);
    }
}
