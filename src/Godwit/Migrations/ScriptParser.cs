using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>Makes migrations of the text of SQL files.</summary>
internal sealed class ScriptParser(ScriptSplitter splitter, IReadOnlyDictionary<string, string> placeholders)
{
    /// <summary>Reads a file that holds an up and perhaps a down.</summary>
    internal MigrationScript Parse(SourceText file)
    {
        var source = Placeholders.Replace(file, splitter.Lexer, placeholders);
        var sections = ScriptSections.Find(source, splitter);
        var head = Directives.Read(source, splitter.Lexer, 0, sections.HeadEnd);
        var up = sections.Up!;
        var directives = head.And(Of(source, up));
        return new MigrationScript
        {
            Up = Section(source, up, directives),
            Down = sections.Down is { } down ? Section(source, down, head.And(OfDown(source, down))) : null,
            DependsOn = directives.DependsOn,
            Parents = directives.Parents,
            Tags = directives.Tags,
            Environments = directives.Environments,
            Allowances = directives.Allowances,
            Replaced = directives.Replaced,
        };
    }

    /// <summary>Reads a file that holds a down alone.</summary>
    internal MigrationSection ParseDown(SourceText file)
    {
        var source = Placeholders.Replace(file, splitter.Lexer, placeholders);
        var sections = ScriptSections.Find(source, splitter, Direction.Down);
        var down = sections.Down!;
        var head = Directives.Read(source, splitter.Lexer, 0, sections.HeadEnd).ForDown();
        return Section(source, down, head.And(OfDown(source, down)));
    }

    private Directives Of(SourceText source, ScriptSection section) =>
        Directives.OfMarker(source, section.OptionsStart, section.Start)
            .And(Directives.Read(source, splitter.Lexer, section.Start, section.End));

    private Directives OfDown(SourceText source, ScriptSection section) => Of(source, section).ForDown();

    private MigrationSection Section(SourceText source, ScriptSection section, Directives directives) => new(
        splitter.Split(source, section.Start, section.End),
        directives.Transaction ?? TransactionMode.On,
        directives.Timeout)
    {
        ForeignKeys = directives.ForeignKeys ?? ForeignKeyEnforcement.AsItIs,
    };
}
