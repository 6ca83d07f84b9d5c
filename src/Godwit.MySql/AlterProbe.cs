using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Asks the catalog whether an ALTER TABLE or RENAME TABLE took effect. It is atomic (MariaDB manual, "Atomic DDL"), so any of its
/// clauses tells for all; clauses that disagree mean that somebody else has changed the table, and nothing can be told.
/// </summary>
internal sealed class AlterProbe(MySqlSession session)
{
    /// <summary>The reader stands behind ALTER.</summary>
    internal async Task<StatementEffect> AlterTableAsync(TokenReader words, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        if (words.QualifiedName() is not { } table) return StatementEffect.Unclear;
        if (words.Accept("WAIT")) words.Advance();
        words.Accept("NOWAIT");
        var clauses = AlterClause.ReadAll(words);
        if (clauses.Find(clause => clause is { Kind: AlterKind.Renames, Thing: AlteredThing.Table }) is { } rename)
            return await RenamedAsync(table, rename.NewName!, cancellation);
        var effects = new List<StatementEffect>();
        foreach (var clause in clauses)
        {
            if (clause.Kind is AlterKind.Unknown) return StatementEffect.Unclear;
            if (clause.Kind is not AlterKind.Repeats) effects.Add(await ClauseAsync(table, clause, cancellation));
        }

        return Together(effects);
    }

    /// <summary>The reader stands behind RENAME TABLE.</summary>
    internal async Task<StatementEffect> RenameTablesAsync(TokenReader words, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        var effects = new List<StatementEffect>();
        do
        {
            if (words.QualifiedName() is not { } from || !words.Accept("TO") || words.QualifiedName() is not { } to) return StatementEffect.Unclear;
            effects.Add(await RenamedAsync(from, to, cancellation));
        }
        while (words.Accept(','));

        return Together(effects);
    }

    // With nothing to ask, running it again has the effect of running it once.
    private static StatementEffect Together(List<StatementEffect> effects)
    {
        if (effects.Count == 0) return StatementEffect.Absent;
        return effects.TrueForAll(effect => effect == effects[0]) ? effects[0] : StatementEffect.Unclear;
    }

    private async Task<StatementEffect> ClauseAsync(string table, AlterClause clause, CancellationToken cancellation)
    {
        var old = await session.ScalarAsync(MySqlCatalog.Find(table, clause.Thing, clause.Name), cancellation) is not null;
        if (clause.NewName is { } name) return Renamed(old, await session.ScalarAsync(MySqlCatalog.Find(table, clause.Thing, name), cancellation) is not null);
        return old == (clause.Kind is AlterKind.Adds) ? StatementEffect.Present : StatementEffect.Absent;
    }

    private async Task<StatementEffect> RenamedAsync(string from, string to, CancellationToken cancellation) => Renamed(
        await session.ScalarAsync(MySqlCatalog.FindTable(from), cancellation) is not null,
        await session.ScalarAsync(MySqlCatalog.FindTable(MySqlCatalog.Beside(from, to)), cancellation) is not null);

    private static StatementEffect Renamed(bool old, bool name) => (old, name) switch
    {
        (true, false) => StatementEffect.Absent,
        (false, true) => StatementEffect.Present,
        _ => StatementEffect.Unclear,
    };
}
