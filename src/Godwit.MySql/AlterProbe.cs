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
    internal async Task<StatementEffect> AlterTableAsync(TokenReader words, string statement, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        if (words.QualifiedName() is not { } table) return StatementEffect.Unclear;
        if (words.Accept("WAIT")) words.Advance();
        words.Accept("NOWAIT");
        var clauses = AlterClause.ReadAll(words, statement);
        if (clauses.Find(clause => clause is { Kind: AlterKind.Renames, Thing: AlteredThing.Table }) is { } rename)
            return await RenamedAsync(table, rename.NewName!, cancellation);
        var effects = new List<StatementEffect>();
        foreach (var clause in clauses)
        {
            if (clause.Kind is AlterKind.Unknown) return StatementEffect.Unclear;
            if (clause.Kind is not AlterKind.Repeats) effects.Add(await ClauseAsync(table, clause, cancellation));
        }

        var effect = Together(effects);
        var added = clauses.FindAll(clause => clause.Kind is AlterKind.Adds);
        if (effect is not StatementEffect.Present || added.Count == 0) return effect;
        return await IsAsWrittenAsync(table, added, cancellation) ? StatementEffect.Present : StatementEffect.Unclear;
    }

    private async Task<bool> IsAsWrittenAsync(string table, List<AlterClause> added, CancellationToken cancellation)
    {
        var trial = new DefinitionTrial(session);
        var lexer = session.Splitter.Lexer;
        var foreignKeys = added.Select(clause => ForeignKeyText.Of(clause.Text, lexer)).OfType<string>().ToArray();
        if (foreignKeys.Length > 0 && !await trial.HasForeignKeysAsync(table, foreignKeys, cancellation)) return false;
        var others = added.FindAll(clause => ForeignKeyText.Of(clause.Text, lexer) is null);
        // an index that holds a column goes before it
        var drops = others.OrderBy(clause => clause.Thing is AlteredThing.Column).Select(clause => clause.Drop);
        return others.Count == 0 || await trial.IsAddedAsync(table, drops, others.Select(clause => clause.Text), cancellation);
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
