using Godwit.Schema;

namespace Godwit;

/// <summary>A primary key: <c>PRIMARY KEY (…)</c> on every database; on SQLite a table that is there is rebuilt for it.</summary>
public sealed class PrimaryKeyBuilder : DeferrableBuilder<PrimaryKeyBuilder>
{
    private readonly ValueList<string> columns;
    private string? usingIndex;

    internal PrimaryKeyBuilder(TableCall call, IEnumerable<string> columns)
        : base(call) => this.columns = call.RequireColumns(columns, $"The primary key of {call.Table}");

    private protected override bool StandsAlone => base.StandsAlone || usingIndex is not null;

    /// <summary>Takes over a unique index that is there, without building another one: <c>USING INDEX</c> (PostgreSQL).</summary>
    /// <param name="index">The index.</param>
    public PrimaryKeyBuilder UsingIndex(string index) => Set(() => usingIndex = Call.Require(index, "The name of the index to take over"));

    private protected override Constraint Build() => new PrimaryKey(StatedName, columns) { Deferral = Deferral, UsingIndex = usingIndex };
}
