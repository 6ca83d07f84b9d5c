namespace Godwit.PostgreSql;

/// <summary>What to write instead of psql's commands (manual, psql, "Meta-Commands").</summary>
internal static class MetaCommand
{
    internal static string Remedy(string command) => command switch
    {
        "\\i" or "\\ir" or "\\include" or "\\include_relative" => "Put the statements of that file here.",
        "\\c" or "\\connect" => "Remove the line: a migration runs in the database of its connection.",
        "\\copy" => "Write INSERT statements, load the rows in a seeder, or COPY from a file on the server.",
        "\\." => "Remove the line and the rows before it: they belong to COPY ... FROM STDIN, which needs psql.",
        "\\set" or "\\unset" or "\\getenv" or "\\prompt" => "Remove the line and use placeholders for values that differ.",
        "\\g" or "\\gx" or "\\gdesc" or "\\gset" or "\\gexec" or "\\;" => "End the statement with a semicolon.",
        "\\if" or "\\elif" or "\\else" or "\\endif" => "Remove the line, or decide in a DO block.",
        "\\encoding" => "Remove the line: a migration is UTF-8.",
        _ => "Remove the line.",
    };
}
