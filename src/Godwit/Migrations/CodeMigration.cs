using System.Collections.Immutable;
using System.Reflection;
using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A migration in C#: a file that is compiled when it is asked for, or a class of an application's assembly.</summary>
public abstract class CodeMigration : MigrationSource
{
    private readonly Lazy<Migration> migration;

    private protected CodeMigration(MigrationId id)
        : base(id) => migration = new Lazy<Migration>(Create);

    /// <summary>A migration in a C# file, wherever it is and whatever it is called.</summary>
    /// <param name="root">The directory that the path is relative to.</param>
    /// <param name="file">The file, absolute or relative.</param>
    /// <param name="loader">What compiles it.</param>
    public static CodeMigration InFile(string root, string file, CodeLoader loader)
    {
        var path = System.IO.Path.GetFullPath(file, System.IO.Path.GetFullPath(root));
        var code = new CodeFile(path, MigrationDirectory.In(root, System.IO.Path.GetDirectoryName(path)!).Show(System.IO.Path.GetFileName(path)));
        return new LooseMigration(new MigrationId(System.IO.Path.GetFileNameWithoutExtension(path)), code, new CodeFiles(loader, []).Add(code));
    }

    /// <summary>Makes the migration, when asked the first time.</summary>
    /// <exception cref="GodwitException">The file does not compile or is not one migration; with the compiler's message and place.</exception>
    public Migration Load() => migration.Value;

    /// <inheritdoc/>
    public override MigrationScript Read(ScriptSplitter splitter, IReadOnlyDictionary<string, string> placeholders)
    {
        var code = Load();
        var type = code.GetType();
        var settings = type.GetCustomAttribute<MigrationAttribute>()!;
        var location = new SourceLocation(Path, settings.Line, 1);
        var section = new MigrationSection([], settings.Transaction, Timeout(settings, location));
        return new MigrationScript
        {
            Code = code,
            Up = section,
            Down = section,
            DependsOn = [.. type.GetCustomAttributes<DependsOnAttribute>().Select(named => new Dependency(named.Revision, location))],
            Parents = Parents(type, location),
            Tags = [.. type.GetCustomAttributes<TagAttribute>().Select(tag => tag.Name)],
            Environments = [.. type.GetCustomAttribute<EnvironmentsAttribute>()?.Names ?? []],
            Allowances = [.. type.GetCustomAttributes<AllowAttribute>().Select(allowed => new Allowance(allowed.Rule, allowed.Reason, location))],
            Replaced = type.GetCustomAttribute<BaselineAttribute>() is { } baseline ? [.. baseline.Replaced] : null,
        };
    }

    /// <summary>Makes one, when asked the first time.</summary>
    private protected abstract Migration Create();

    private static ImmutableArray<Dependency>? Parents(Type type, SourceLocation location)
    {
        var named = type.GetCustomAttributes<ParentAttribute>().Select(parent => new Dependency(parent.Revision, location)).ToImmutableArray();
        return named.IsEmpty ? null : named;
    }

    private static TimeSpan? Timeout(MigrationAttribute settings, SourceLocation location) => settings.TimeoutSeconds switch
    {
        0 => null,
        > 0 and <= int.MaxValue => TimeSpan.FromSeconds(settings.TimeoutSeconds),
        _ => throw new GodwitException(
            ErrorCode.InvalidCode,
            $"TimeoutSeconds = {settings.TimeoutSeconds} is no length of time.",
            "Write a number of seconds, or leave it out for no limit.",
            location),
    };
}
