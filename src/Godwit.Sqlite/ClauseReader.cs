using System.Collections.Immutable;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>Reads the constraints of columns and tables (parse.y: ccons, tcons).</summary>
internal sealed class ClauseReader(DefinitionReader reader)
{
    internal bool AtTableClause => reader.IsAny("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    internal bool AtColumnClause =>
        reader.IsAny("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "NOT", "NULL", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS");

    /// <summary>The constraints of a column, up to what ends the column.</summary>
    internal ImmutableArray<ClauseText> OfColumn()
    {
        var clauses = ImmutableArray.CreateBuilder<ClauseText>();
        while (AtColumnClause)
        {
            var start = reader.Position;
            var name = Name();
            if (ColumnClause(start, name) is { } clause) clauses.Add(Resolved(start, clause));
        }

        return clauses.ToImmutable();
    }

    /// <summary>A constraint of a table; null for a name with nothing after it, which SQLite accepts.</summary>
    internal ClauseText? OfTable()
    {
        var start = reader.Position;
        var name = Name();
        ClauseText? clause = null;
        if (reader.Accept("PRIMARY", "KEY"))
        {
            var (columns, autoIncrement) = reader.NameList();
            clause = new ClauseText.PrimaryKey(Since(start), name, [.. columns]) { AutoIncrement = autoIncrement };
        }
        else if (reader.Accept("UNIQUE")) clause = new ClauseText.Unique(Since(start), name, [.. reader.NameList().Names]);
        else if (reader.Accept("CHECK")) clause = new ClauseText.Check(Since(start), name, reader.Parenthesised());
        else if (reader.Accept("FOREIGN", "KEY"))
        {
            var columns = reader.NameList().Names;
            reader.Expect("REFERENCES");
            clause = References(start, name, [.. columns]);
        }

        return clause is null ? null : Resolved(start, clause);
    }

    private ClauseText? ColumnClause(int start, string? name)
    {
        if (reader.Accept("PRIMARY", "KEY")) return PrimaryKey(start, name);
        if (reader.Accept("UNIQUE")) return new ClauseText.Unique(Since(start), name, []);
        if (reader.Accept("CHECK")) return new ClauseText.Check(Since(start), name, reader.Parenthesised());
        if (reader.Accept("DEFAULT")) return new ClauseText.Default(Since(start), name, DefaultValue());
        if (reader.Accept("COLLATE")) return new ClauseText.Collation(Since(start), name, reader.Name());
        if (reader.Accept("REFERENCES")) return References(start, name, []);
        if (reader.Accept("NULL")) return new ClauseText.Null(Since(start), name);
        if (reader.Accept("NOT", "NULL")) return new ClauseText.NotNull(Since(start), name);
        return reader.IsAny("GENERATED", "AS") ? Generated(start, name) : null;
    }

    private ClauseText.PrimaryKey PrimaryKey(int start, string? name)
    {
        var descending = reader.Accept("DESC");
        if (!descending) reader.Accept("ASC");
        var resolution = Resolution();
        var before = reader.Position;
        TextSpan? autoIncrement = reader.Accept("AUTOINCREMENT") ? new TextSpan(before, reader.PassedEnd) : null;
        return new ClauseText.PrimaryKey(Since(start), name, []) { IsDescending = descending, AutoIncrement = autoIncrement, Resolution = resolution };
    }

    private ClauseText.Generated Generated(int start, string? name)
    {
        reader.Accept("GENERATED", "ALWAYS");
        reader.Expect("AS");
        var expression = reader.Parenthesised();
        var storage = reader.Accept("STORED") ? GeneratedStorage.Stored : GeneratedStorage.Virtual;
        reader.Accept("VIRTUAL");
        return new ClauseText.Generated(Since(start), name, expression, storage);
    }

    private ClauseText.References References(int start, string? name, ImmutableArray<NameText> columns)
    {
        var table = reader.Name();
        var keys = reader.Kind is TokenKind.OpenParenthesis ? reader.NameList().Names : [];
        var (onDelete, onUpdate) = (ReferentialAction.NoAction, ReferentialAction.NoAction);
        while (true)
        {
            if (reader.Accept("MATCH")) reader.Advance();
            else if (!reader.Accept("ON")) break;
            else if (reader.Accept("DELETE")) onDelete = Action();
            else if (reader.Accept("UPDATE")) onUpdate = Action();
            else
            {
                // ON INSERT is accepted and means nothing
                reader.Advance();
                Action();
            }
        }

        var deferral = Deferral();
        return new ClauseText.References(Since(start), name, columns, table, [.. keys]) { OnDelete = onDelete, OnUpdate = onUpdate, Deferral = deferral };
    }

    private ReferentialAction Action()
    {
        if (reader.Accept("CASCADE")) return ReferentialAction.Cascade;
        if (reader.Accept("RESTRICT")) return ReferentialAction.Restrict;
        if (reader.Accept("NO", "ACTION")) return ReferentialAction.NoAction;
        reader.Expect("SET");
        if (reader.Accept("NULL")) return ReferentialAction.SetNull;
        reader.Expect("DEFAULT");
        return ReferentialAction.SetDefault;
    }

    // NOT NULL may come next: only then is the NOT somebody else's, and the reference must end before it.
    private Deferral Deferral()
    {
        if (reader.Is("NOT") && !reader.FollowedBy("DEFERRABLE")) return Schema.Deferral.NotDeferrable;
        var not = reader.Accept("NOT");
        if (!reader.Accept("DEFERRABLE")) return Schema.Deferral.NotDeferrable;
        var deferred = reader.Accept("INITIALLY") && (reader.Accept("DEFERRED") || !reader.Accept("IMMEDIATE"));
        return not ? Schema.Deferral.NotDeferrable : deferred ? Schema.Deferral.InitiallyDeferred : Schema.Deferral.InitiallyImmediate;
    }

    private TextSpan DefaultValue()
    {
        if (reader.Kind is TokenKind.OpenParenthesis) return reader.Parenthesised();
        var start = reader.Position;
        if (reader.AcceptNumber()) return Since(start);
        var blob = reader.Is("X");
        reader.Advance();
        // x'0a' is two tokens, and one literal
        if (blob && reader.Kind is TokenKind.String && reader.Position == reader.PassedEnd) reader.Advance();
        return Since(start);
    }

    private string? Name() => reader.Accept("CONSTRAINT") ? reader.Name().Value : null;

    private ClauseText Resolved(int start, ClauseText clause)
    {
        var resolution = Resolution() ?? clause.Resolution;
        return clause with { Span = Since(start), Resolution = resolution };
    }

    private string? Resolution()
    {
        if (!reader.Accept("ON", "CONFLICT")) return null;
        return reader.Name().Value.ToUpperInvariant();
    }

    private TextSpan Since(int start) => new(start, reader.PassedEnd);
}
