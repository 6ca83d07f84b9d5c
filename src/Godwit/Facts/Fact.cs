using System.Collections.Immutable;

namespace Godwit.Facts;

/// <summary>
/// One thing that a statement or an operation does, as far as caution goes. The set is closed. Statements in text and operations in C#
/// yield the same facts, so that a rule is written once.
/// </summary>
internal abstract record Fact
{
    /// <summary>Where it is written; null when nobody wrote it.</summary>
    internal SourceLocation? Location { get; init; }

    /// <summary>The statement's text; null for an operation.</summary>
    internal string? Sql { get; init; }

    /// <summary>The number of the transaction, or of the statement that stands outside of any, in the migration.</summary>
    internal int Part { get; init; }

    /// <summary>How the statement stands to a transaction.</summary>
    internal FactTransaction Transaction { get; init; }

    /// <summary>The existing table that it touches; null where it touches none, or several.</summary>
    internal virtual SqlName? Table => null;
}

/// <summary>How what was done stands to a transaction.</summary>
internal enum FactTransaction
{
    /// <summary>In one that Godwit manages.</summary>
    Managed,

    /// <summary>In one that the script writes out itself.</summary>
    Written,

    /// <summary>Outside of any.</summary>
    Outside,
}

/// <summary>A statement that does nothing which a fact of its own is for.</summary>
/// <param name="Verb">Its first word, in upper case.</param>
internal sealed record Plain(string Verb) : Fact;

/// <summary>A statement that nobody can look into: code, a DO block, a call.</summary>
/// <param name="What">What it is: <c>DO</c>, <c>CALL</c>, <c>code</c>.</param>
internal sealed record Opaque(string What) : Fact;

/// <summary>A setting of the session was changed.</summary>
/// <param name="Name">The setting, in lower case.</param>
/// <param name="Value">What it was set to, as written.</param>
internal sealed record SettingChanged(string Name, string Value) : Fact;

/// <summary>A transaction was begun, ended or marked.</summary>
/// <param name="Word">The word: <c>BEGIN</c>, <c>COMMIT</c> …</param>
internal sealed record TransactionControlled(string Word) : Fact;

/// <summary>A schema or a database was dropped.</summary>
/// <param name="Kind"><c>SCHEMA</c> or <c>DATABASE</c>.</param>
/// <param name="Name">Its name.</param>
internal sealed record NamespaceDropped(string Kind, SqlName Name) : Fact;

/// <summary>A schema got another name.</summary>
internal sealed record NamespaceRenamed(SqlName From, SqlName To) : Fact;

/// <summary>Rows were changed or deleted.</summary>
/// <param name="Rows">The table.</param>
/// <param name="Verb"><c>UPDATE</c> or <c>DELETE</c>.</param>
/// <param name="HasWhere">Whether something says which rows.</param>
internal sealed record RowsChanged(SqlName Rows, string Verb, bool HasWhere) : Fact
{
    internal override SqlName? Table => Rows;
}

/// <summary>An enumerated type was made.</summary>
internal sealed record EnumCreated(SqlName Name) : Fact;

/// <summary>A value was added to an enumerated type.</summary>
internal sealed record EnumValueAdded(SqlName Type, string Value, bool HasPosition) : Fact;

/// <summary>A value of an enumerated type got another name.</summary>
internal sealed record EnumValueRenamed(SqlName Type, string From, string To) : Fact;

/// <summary>A domain got a constraint.</summary>
/// <param name="Name">The domain.</param>
/// <param name="Existed">Whether the domain was there before.</param>
/// <param name="IsNotValid">Whether existing rows are not checked.</param>
/// <param name="Check">The constraint, as written.</param>
internal sealed record DomainConstrained(SqlName Name, bool Existed, bool IsNotValid, string Check) : Fact;

/// <summary>What the facts of one migration are drawn from.</summary>
/// <param name="Id">The migration.</param>
/// <param name="Path">Its file, as shown to people.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Facts">The facts, in order.</param>
internal sealed record MigrationFacts(string Id, string Path, MigrationLanguage Language, ImmutableArray<Fact> Facts);

/// <summary>What a migration is written in.</summary>
internal enum MigrationLanguage
{
    /// <summary>SQL.</summary>
    Sql,

    /// <summary>C#.</summary>
    CSharp,
}
