using System.Data.Common;
using Godwit.Dialects;

namespace Godwit.Seeding;

/// <summary>A seeder that failed, in words: which one, where, and what was kept.</summary>
internal static class SeedFailure
{
    /// <summary>What a seeder's exception is told as.</summary>
    internal static GodwitException Of(Exception thrown, SeedFrame frame, string[] before)
    {
        var name = frame.Source.Name;
        if (thrown is OperationCanceledException && frame.Run.Settings.Cancellation.IsCancellationRequested)
            return new GodwitException(ErrorCode.Cancelled, $"The run was cancelled in {name}.", "Run it again to seed.", null, Kept(frame, before), thrown);
        var location = frame.Source.Locate(thrown);
        return thrown switch
        {
            GodwitException known => new GodwitException(known.Code, $"{name}: {known.Message}", known.Remedy, known.Location ?? location, Kept(frame, before), thrown),
            StatementException refused => Refused(refused.Error, refused),
            DbException => Refused(frame.Run.Session.Explain(thrown, ""), thrown),
            _ => new GodwitException(ErrorCode.SeederFailed, $"{name} failed: {thrown.GetType().Name}: {thrown.Message}", "Correct the seeder, then run godwit db:seed again.", location, Kept(frame, before), thrown),
        };

        GodwitException Refused(DatabaseError error, Exception inner) => new(
            error.Kind is DatabaseErrorKind.ConnectionLost ? ErrorCode.ConnectionLost : ErrorCode.StatementFailed,
            $"{name} failed: {error.Message} ({error.Code}){(error.Detail is null ? "" : "\n" + error.Detail)}", "Correct the seeder, then run godwit db:seed again.", location, Kept(frame, before), inner);
    }

    private static string Kept(SeedFrame frame, string[] before)
    {
        var nothing = frame.IsInside ? $"Nothing of {frame.Source.Name} was kept, nor of {frame.Caller!.Source.Name}, in whose transaction it ran." : $"Nothing of {frame.Source.Name} was kept.";
        return before.Length switch
        {
            0 => nothing,
            1 => $"{nothing} {before[0]} was run before it.",
            _ => $"{nothing} {before.Length} seeders were run before it: {string.Join(", ", before)}.",
        };
    }
}
