using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Facts;
using Godwit.Migrations;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Finds out what migrations do, as far as caution goes. Nothing is run.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="splitter">The rules by which the server reads SQL.</param>
/// <param name="product">The database by name.</param>
internal sealed class FactReading(Dialect dialect, ScriptSplitter splitter, string product)
{
    private readonly OperationFacts operations = new(product, splitter, new NameWriting(dialect.Traits.IdentifierQuote));

    /// <summary>The schema as it is once the migrations that were read so far are done; null where it is not known.</summary>
    internal DatabaseSchema? Schema { get; set; }

    /// <summary>What applying a migration does.</summary>
    /// <exception cref="GodwitException">It cannot be read, or its code threw.</exception>
    internal MigrationFacts Of(MigrationId id, string path, MigrationScript script) => script.Code is { } code
        ? new MigrationFacts(id.Text, path, MigrationLanguage.CSharp, OfCode(code, path, script.Up.Transaction))
        : new MigrationFacts(id.Text, path, MigrationLanguage.Sql, OfSql(script.Up));

    private ImmutableArray<Fact> OfSql(MigrationSection section)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var segments = Segments(section);
        for (var part = 0; part < segments.Length; part++)
        {
            var mode = segments[part].Mode switch
            {
                SegmentMode.Transaction => section.Transaction is TransactionMode.On ? FactTransaction.Managed : FactTransaction.Outside,
                SegmentMode.OwnTransaction => FactTransaction.Written,
                _ => FactTransaction.Outside,
            };
            foreach (var statement in segments[part].Statements)
                facts.AddRange(StatementFacts.Of(splitter.Lexer, statement).Select(fact => fact with { Part = part, Transaction = mode }));
        }

        return facts.DrainToImmutable();
    }

    // A script that controls transactions where it must not cannot be divided; what it does can be said all the same.
    private ImmutableArray<Segment> Segments(MigrationSection section)
    {
        try
        {
            return Segmenter.Divide(section, splitter);
        }
        catch (GodwitException refused) when (refused.Code is ErrorCode.TransactionControl)
        {
            return [new Segment(SegmentMode.Transaction, 0, section.Statements)];
        }
    }

    private ImmutableArray<Fact> OfCode(Migration code, string path, TransactionMode transaction)
    {
        ImmutableArray<Operation> described;
        try
        {
            described = MigrationDescription.Up(code, product, path, Schema);
        }
        catch (SchemaNeededException)
        {
            return [new Opaque("a migration that asks for the schema") { Location = new SourceLocation(path, 1, 1) }];
        }

        var facts = ImmutableArray.CreateBuilder<Fact>();
        var part = 0;
        foreach (var operation in described)
        {
            var outside = transaction is TransactionMode.Off || IsOutside(operation);
            if (outside) part++;
            facts.AddRange(operations.Of(Whole(operation)).Select(fact => fact with { Part = part, Transaction = outside ? FactTransaction.Outside : FactTransaction.Managed }));
            if (outside) part++;
        }

        return facts.DrainToImmutable();
    }

    // With its old side, where the schema before it is known. What cannot be done to that schema will be said by the run.
    private Operation Whole(Operation operation)
    {
        if (Schema is null) return operation;
        try
        {
            var whole = operation.Complete(Schema);
            Schema = whole.ApplyTo(Schema);
            return whole;
        }
        catch (GodwitException)
        {
            return operation;
        }
    }

    private static bool IsOutside(Operation operation) => operation is Backfill
        or CreateIndex { Concurrently: true } or DropIndex { Concurrently: true } or AddConstraint { Concurrently: true };
}
