using Godwit.Schema;

namespace Godwit;

/// <content>What happens here when the other row goes or its key changes.</content>
public sealed partial class ForeignKeyBuilder
{
    private static readonly (string Words, ReferentialAction Action)[] Actions =
    [
        ("no action", ReferentialAction.NoAction),
        ("restrict", ReferentialAction.Restrict),
        ("cascade", ReferentialAction.Cascade),
        ("set null", ReferentialAction.SetNull),
        ("set default", ReferentialAction.SetDefault),
    ];

    /// <summary>What happens to the rows here when the other row is deleted: <c>ON DELETE …</c>. Default: it is refused (<c>NO ACTION</c>).</summary>
    /// <param name="action">What happens. MySQL and MariaDB refuse <see cref="ReferentialAction.SetDefault"/>.</param>
    public ForeignKeyBuilder OnDelete(ReferentialAction action) => Set(() => onDelete = action);

    /// <summary>What happens to the rows here when the other row is deleted, in SQL's words.</summary>
    /// <param name="action"><c>cascade</c>, <c>restrict</c>, <c>set null</c>, <c>set default</c> or <c>no action</c>.</param>
    /// <exception cref="GodwitException">It is none of these.</exception>
    public ForeignKeyBuilder OnDelete(string action) => OnDelete(Parse(action));

    /// <summary>What happens to the rows here when the other row's key changes: <c>ON UPDATE …</c>. Default: it is refused (<c>NO ACTION</c>).</summary>
    /// <param name="action">What happens. MySQL and MariaDB refuse <see cref="ReferentialAction.SetDefault"/>.</param>
    public ForeignKeyBuilder OnUpdate(ReferentialAction action) => Set(() => onUpdate = action);

    /// <summary>What happens to the rows here when the other row's key changes, in SQL's words.</summary>
    /// <param name="action"><c>cascade</c>, <c>restrict</c>, <c>set null</c>, <c>set default</c> or <c>no action</c>.</param>
    /// <exception cref="GodwitException">It is none of these.</exception>
    public ForeignKeyBuilder OnUpdate(string action) => OnUpdate(Parse(action));

    /// <summary>The rows here go with the other row: <c>ON DELETE CASCADE</c>.</summary>
    public ForeignKeyBuilder CascadeOnDelete() => OnDelete(ReferentialAction.Cascade);

    /// <summary>The other row cannot go while there are rows here: <c>ON DELETE RESTRICT</c>.</summary>
    public ForeignKeyBuilder RestrictOnDelete() => OnDelete(ReferentialAction.Restrict);

    /// <summary>The columns here become NULL when the other row goes: <c>ON DELETE SET NULL</c>.</summary>
    public ForeignKeyBuilder NullOnDelete() => OnDelete(ReferentialAction.SetNull);

    /// <summary>
    /// The other row cannot go while there are rows here at the end of the statement, or transaction if deferred:
    /// <c>ON DELETE NO ACTION</c>, which is the default.
    /// </summary>
    public ForeignKeyBuilder NoActionOnDelete() => OnDelete(ReferentialAction.NoAction);

    /// <summary>The columns here become their defaults when the other row goes: <c>ON DELETE SET DEFAULT</c> (not MySQL, MariaDB).</summary>
    public ForeignKeyBuilder SetDefaultOnDelete() => OnDelete(ReferentialAction.SetDefault);

    /// <summary>The columns here follow the other row's key: <c>ON UPDATE CASCADE</c>.</summary>
    public ForeignKeyBuilder CascadeOnUpdate() => OnUpdate(ReferentialAction.Cascade);

    /// <summary>The other row's key cannot change while there are rows here: <c>ON UPDATE RESTRICT</c>.</summary>
    public ForeignKeyBuilder RestrictOnUpdate() => OnUpdate(ReferentialAction.Restrict);

    /// <summary>The columns here become NULL when the other row's key changes: <c>ON UPDATE SET NULL</c>.</summary>
    public ForeignKeyBuilder NullOnUpdate() => OnUpdate(ReferentialAction.SetNull);

    /// <summary>
    /// The other row's key cannot change while there are rows here at the end of the statement, or transaction if deferred:
    /// <c>ON UPDATE NO ACTION</c>, which is the default.
    /// </summary>
    public ForeignKeyBuilder NoActionOnUpdate() => OnUpdate(ReferentialAction.NoAction);

    /// <summary>The columns here become their defaults when the other row's key changes: <c>ON UPDATE SET DEFAULT</c> (not MySQL, MariaDB).</summary>
    public ForeignKeyBuilder SetDefaultOnUpdate() => OnUpdate(ReferentialAction.SetDefault);

    private ReferentialAction Parse(string text)
    {
        foreach (var (words, action) in Actions)
        {
            if (string.Equals(words, text, StringComparison.OrdinalIgnoreCase)) return action;
        }

        throw Call.Error(
            $"{Noun} has the action '{text}', which is none.",
            Suggestion.Nearest(text, Actions.Select(known => known.Words)) is { } near ? $"Did you mean '{near}'?" : $"Write one of {string.Join(", ", Actions.Select(known => known.Words))}.");
    }
}
