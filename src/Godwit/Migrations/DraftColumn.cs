namespace Godwit.Migrations;

/// <summary>A column of a new migration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as on the command line: <c>string</c>, <c>decimal(10,2)</c>.</param>
/// <param name="Presence">Whether it may be null.</param>
internal sealed record DraftColumn(string Name, string Type, DraftPresence Presence)
{
    /// <summary>The type of a column of which nothing is said but the name.</summary>
    internal const string UsualType = "string";

    /// <summary>Reads <c>name</c>, <c>name:type</c>, <c>name:type?</c>.</summary>
    /// <param name="text">What stands on the command line.</param>
    /// <exception cref="GodwitException">The name or the type is empty.</exception>
    internal static DraftColumn Parse(string text)
    {
        var colon = text.IndexOf(':');
        var (name, type) = colon < 0 ? (text, UsualType) : (text[..colon], text[(colon + 1)..]);
        var presence = type.EndsWith('?') ? DraftPresence.Optional : DraftPresence.Required;
        var column = new DraftColumn(name.Trim(), type.TrimEnd('?').Trim(), presence);
        return column.Name.Length > 0 && column.Type.Length > 0 ? column : throw new GodwitException(
            ErrorCode.Usage, $"'{text}' is not a column.", "Write NAME or NAME:TYPE, for example slug:string, price:decimal(10,2), note:text?.");
    }
}

/// <summary>Whether a column may be null.</summary>
internal enum DraftPresence
{
    /// <summary>It may not.</summary>
    Required,

    /// <summary>It may.</summary>
    Optional,
}
