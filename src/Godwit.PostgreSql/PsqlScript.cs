using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Scripts for psql. Its own \if makes statements conditional, those that no transaction and no DO block may hold among them.</summary>
internal sealed class PsqlScript : ShellScript
{
    public override string Usage => "psql -X -f SCRIPT DATABASE";

    public override ImmutableArray<string> Head =>
    [
        @"\set ON_ERROR_STOP on",
        @"\set AUTOCOMMIT on",
        "SET client_encoding = 'UTF8';",
        "SET standard_conforming_strings = on;",
    ];

    public override string CurrentUser => "current_user";

    public override string Batch => ":godwit_batch";

    public override ImmutableArray<string> ChooseBatch(string history) =>
        [$@"SELECT COALESCE(MAX(batch), 0) + 1 AS godwit_batch FROM {history} \gset"];

    public override ImmutableArray<string> Refuse(string condition, string message)
    {
        var text = PostgreSqlDialect.Instance.Literal(message);
        return
        [
            "DO $godwit$", "BEGIN", $"    IF {condition} THEN", $"        RAISE EXCEPTION USING MESSAGE = {text};", "    END IF;", "END", "$godwit$;",
        ];
    }

    public override ImmutableArray<string> When(string condition, IReadOnlyList<SqlStatement> statements) =>
        [$@"SELECT {condition} AS godwit_do \gset", @"\if :godwit_do", .. statements.Select(Ended), @"\endif"];
}
