namespace Godwit.Configuration;

/// <summary>Where a value stands in a settings file.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">The nearest key.</param>
/// <param name="Path">All the keys that lead here: <c>connections.shop.port</c>; empty for the whole file.</param>
/// <param name="Offset">The offset of the key, or of the item of a list.</param>
internal sealed record SettingKey(TextFile File, string Name, string Path, int Offset)
{
    internal SettingKey Member(string name, int offset) => new(File, name, Path.Length == 0 ? name : $"{Path}.{name}", offset);

    internal SettingKey Item(int index, int offset) => new(File, Name, $"{Path}[{index}]", offset);

    internal GodwitException Repeats(Setting first) => new(
        ErrorCode.InvalidSettings,
        $"\"{Path}\" is given twice, first in line {first.Location.Line} as \"{first.Key}\".",
        "Remove one of the two.",
        File.Locate(Offset));
}

/// <summary>One value of a settings file, which says so when it is not what was expected.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="kind">What kind of value it is.</param>
/// <param name="offset">The offset of the value.</param>
/// <param name="text">The text, or the number or word as it is written.</param>
/// <param name="children">The members of a group or the items of a list.</param>
internal sealed class Setting(SettingKey place, SettingKind kind, int offset, string text, IReadOnlyList<Setting> children)
{
    internal SettingKey Place => place;

    internal string Key => place.Name;

    internal string Path => place.Path;

    internal SettingKind Kind => kind;

    internal int Offset => offset;

    internal string Text => text;

    internal IReadOnlyList<Setting> Children => children;

    internal SourceLocation Location => place.File.Locate(offset);

    internal Setting? Find(string name) => Find(children, name);

    internal static Setting? Find(IReadOnlyList<Setting> settings, string name)
    {
        foreach (var setting in settings)
        {
            if (setting.Key == name) return setting;
        }

        return null;
    }

    internal IReadOnlyList<Setting> AsGroup(string example) =>
        kind == SettingKind.Group ? children : throw Invalid("a group in braces", example);

    /// <summary>A text, which may be empty.</summary>
    internal string AsText(string example) => kind == SettingKind.Text ? text : throw Invalid("a text in quotes", example);

    internal string AsFilledText(string example) =>
        AsText(example) is { Length: > 0 } filled ? filled : throw Invalid("a text that is not empty", example);

    /// <summary>A text, or a number or a truth value as it is written.</summary>
    internal string AsScalar(string example) =>
        kind is SettingKind.Text or SettingKind.Number || (kind == SettingKind.Word && text != "null")
            ? text
            : throw Invalid("a text, a number, true or false", example);

    internal string[] AsTexts(string example)
    {
        if (kind != SettingKind.List) throw Invalid("a list of texts", example);
        var texts = new string[children.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = children[i].AsFilledText(example);
        return texts;
    }

    /// <summary>Names with a text each.</summary>
    internal Dictionary<string, string> AsMap(string example)
    {
        var map = new Dictionary<string, string>();
        foreach (var member in AsGroup(example)) map.Add(member.Key, member.AsScalar(example));
        return map;
    }

    /// <summary>The position of the value among the words that are allowed: an enum's members in their order.</summary>
    internal int AsOneOf(params string[] words)
    {
        var position = Array.IndexOf(words, AsText($"\"{words[0]}\""));
        if (position >= 0) return position;
        throw Invalid($"one of {string.Join(", ", words)}", $"\"{Suggestion.Nearest(text, words) ?? words[0]}\"");
    }

    /// <summary>The error for a value of the wrong kind. It does not show the value, which may be a password in the wrong place.</summary>
    internal GodwitException Invalid(string expected, string example) => new(
        ErrorCode.InvalidValue,
        Path.Length == 0 ? $"{place.File.Shown} must be {expected}." : $"\"{Path}\" must be {expected}.",
        Path.Length == 0 ? $"For example: {example}" : $"For example: \"{Key}\": {example}",
        Location);

    internal GodwitException Unknown(IReadOnlyList<string> known) => new(
        ErrorCode.UnknownKey,
        $"There is no setting \"{Path}\".",
        Suggestion.Nearest(Key, known) is { } nearest ? $"Did you mean \"{nearest}\"?" : $"The keys here are {string.Join(", ", known)}.",
        place.File.Locate(place.Offset));
}
