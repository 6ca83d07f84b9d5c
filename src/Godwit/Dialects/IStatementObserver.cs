namespace Godwit.Dialects;

/// <summary>Is told what becomes of the statements of one <see cref="DatabaseSession.RunAsync"/>.</summary>
public interface IStatementObserver
{
    /// <summary>A statement is being run. Where many travel in one message, only some starts are seen.</summary>
    /// <param name="index">Its place in the list.</param>
    void Started(int index);

    /// <summary>A statement is done. Whether it lasts is for the transaction round it to say.</summary>
    /// <param name="index">Its place in the list.</param>
    /// <param name="rowsAffected">Rows inserted, updated or deleted; -1 for other statements.</param>
    /// <param name="elapsed">How long it took, as far as the client can tell.</param>
    void Completed(int index, int rowsAffected, TimeSpan elapsed);
}
