namespace Godwit.Cli.Syntax;

/// <summary>An option of a verb: how it is written, and what for.</summary>
internal abstract class Option(string name, string[] aliases)
{
    /// <summary>Its name, with the hyphens.</summary>
    internal string Name => name;

    /// <summary>Its other names, with the hyphens.</summary>
    internal string[] Aliases => aliases;

    /// <summary>What it is for, in a sentence.</summary>
    internal string Description { get; init; } = "";

    /// <summary>What stands for the value in the help; null when none is usually written.</summary>
    internal string? HelpName { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    internal virtual bool Repeats => false;

    /// <summary>Whether a word after it is its value.</summary>
    internal virtual bool Takes(string next) => true;

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    internal virtual GodwitException? Refuse(string value) => null;

    /// <summary>Whether it has this name.</summary>
    internal bool Is(string word)
    {
        if (name == word) return true;
        foreach (var alias in aliases)
        {
            if (alias == word) return true;
        }

        return false;
    }
}

/// <summary>An option that is there or not. <c>=false</c> says that it is not.</summary>
internal sealed class Flag(string name, params string[] aliases) : Option(name, aliases)
{
    internal override bool Repeats => true;

    internal override bool Takes(string next) => bool.TryParse(next, out _);

    internal override GodwitException? Refuse(string value) =>
        Takes(value) ? null : new(ErrorCode.Usage, $"{Name} {value} is not understood.", "Write true or false.");
}

/// <summary>An option whose value is a text.</summary>
internal sealed class TextOption(string name, params string[] aliases) : Option(name, aliases)
{
    /// <summary>The texts it can be; empty when any will do.</summary>
    internal string[] Choices { get; init; } = [];

    internal override GodwitException? Refuse(string value) => Choices.Length == 0 || Array.IndexOf(Choices, value) >= 0
        ? null
        : new(ErrorCode.Usage, $"{Name} {value} is not known.", $"Write one of: {string.Join(", ", Choices)}.");
}

/// <summary>An option whose value is a whole number.</summary>
internal sealed class NumberOption(string name, params string[] aliases) : Option(name, aliases)
{
    internal override GodwitException? Refuse(string value) =>
        int.TryParse(value, out _) ? null : new(ErrorCode.Usage, $"{Name} {value} is not a number.", $"Write a whole number: {Name} 2");
}

/// <summary>An option that may be given several times, each time with a text.</summary>
internal sealed class ListOption(string name, params string[] aliases) : Option(name, aliases)
{
    internal override bool Repeats => true;
}
