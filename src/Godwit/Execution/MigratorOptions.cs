using System.Collections.Immutable;
using System.Reflection;
using Godwit.Configuration;
using Godwit.Execution;
using Godwit.Migrations;

namespace Godwit;

/// <summary>What a <see cref="Migrator"/> works with. Everything has a default.</summary>
public sealed record MigratorOptions
{
    /// <summary>The directory that relative paths start from, and that paths in messages are relative to. Default: the current one.</summary>
    public string Root { get; init; } = System.Environment.CurrentDirectory;

    /// <summary>The directories that hold migrations. Default: <c>database/migrations</c>.</summary>
    public ImmutableArray<string> Directories { get; init; } = ["database/migrations"];

    /// <summary>
    /// Compiles and loads C# files in these directories: the package Godwit.Compiler has a <c>MigrationCompiler</c>. Default: none, and then
    /// a pending C# file is an error.
    /// </summary>
    public CodeLoader? Code { get; init; }

    /// <summary>
    /// Assemblies whose classes with <see cref="MigrationAttribute"/> are migrations beside those in the directories, under the same ids as their
    /// files would have. Default: none. Where they hold all migrations, set <see cref="Directories"/> to none.
    /// </summary>
    public ImmutableArray<Assembly> Assemblies { get; init; } = [];

    /// <summary>
    /// The directory that holds seeders: SQL, CSV and JSON files, and C# files where <see cref="Code"/> compiles them. Classes of <see cref="Assemblies"/>
    /// that are derived from <see cref="Seeder"/> are seeders beside them. Default: <c>database/seeders</c>.
    /// </summary>
    public string SeederDirectory { get; init; } = "database/seeders";

    /// <summary>The history table's name, with its schema if it is not the current one. Default: <c>migrations</c>.</summary>
    public string Table { get; init; } = "migrations";

    /// <summary>The environment's name, for migrations that are meant for some only. Default: <c>development</c>.</summary>
    public string Environment { get; init; } = "development";

    /// <summary>What becomes of a pending migration that sorts before an applied one. Default: it is applied, and said.</summary>
    public OutOfOrder OutOfOrder { get; init; } = OutOfOrder.Warn;

    /// <summary>Values for <c>${name}</c> in SQL migrations; when there are none, <c>${name}</c> is ordinary text.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The safety rules that every migration may breach, by id, with the reasons. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Allow { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How long to wait while another run holds the lock or the file is busy. Default: 60 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a statement waits for a lock that others hold on a table before it gives up, so that those who come after it do not wait as
    /// well; zero waits without end. It does not concern <c>CREATE INDEX CONCURRENTLY</c>, which has to wait. Default: 5 seconds.
    /// </summary>
    public TimeSpan StatementLockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a transaction, or a statement outside of any, is tried that did not get a lock, with pauses that grow. Default: 10.
    /// </summary>
    public int LockAttempts { get; init; } = 10;

    /// <summary>How long a statement in a transaction may take, where its migration does not say; null is without limit. Default: null.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>Who applies, for the history. Default: the user and the host.</summary>
    public string AppliedBy { get; init; } = $"{System.Environment.UserName}@{System.Environment.MachineName}";

    /// <summary>How a new file gets its version. Default: by the second it is made.</summary>
    public MigrationNaming Naming { get; init; } = MigrationNaming.Timestamp;

    /// <summary>Says what time it is, for the versions of new files.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Is told what happens during a run, on the thread that runs it.</summary>
    public Action<ExecutionEvent>? OnEvent { get; init; }
}
