namespace Godwit.MySql;

/// <summary>All that words operations for one server.</summary>
internal sealed class MySqlVocabulary
{
    /// <summary>The vocabulary of a server.</summary>
    /// <param name="traits">What it can, and how it spells things.</param>
    /// <param name="modes">What of its <c>sql_mode</c> holds.</param>
    internal MySqlVocabulary(MySqlTraits traits, SqlModes modes)
    {
        Traits = traits;
        Splitter = new MySqlScriptSplitter(modes);
        Literals = new MySqlLiterals(modes);
        Sequences = new SequenceStatements(traits);
        var columns = new ColumnClause(traits, new MySqlTypes(traits, Literals), Literals);
        var keys = new KeyClause(traits, Literals);
        Tables = new TableClause(traits, columns, keys, Literals);
        Alterations = new MySqlAlterations(traits, columns, keys, Tables);
    }

    internal MySqlTraits Traits { get; }

    internal MySqlScriptSplitter Splitter { get; }

    internal MySqlLiterals Literals { get; }

    internal SequenceStatements Sequences { get; }

    internal TableClause Tables { get; }

    internal MySqlAlterations Alterations { get; }
}
