using System.Collections.Frozen;

namespace Godwit.MySql;

/// <summary>The words that say where a body begins and ends.</summary>
internal enum Keyword
{
    None,

    Begin,
    End,
    If,
    Case,
    Loop,
    While,
    Repeat,
    For,
    Then,
    Else,
    Do,
    Until,
    Declare,
    Handler,
    Not,
    Atomic,

    Create,
    Alter,
    Procedure,
    Function,
    Trigger,
    Event,
    Row,
    As,
    Is,

    /// <summary>A kind of object without a body: TABLE, VIEW, INDEX, …</summary>
    OtherObject,

    Set,

    /// <summary>CHARACTER, CHAR or RETURNS: a SET after it belongs to a type.</summary>
    BeforeSetType,

    /// <summary>A word that begins a statement without a body: SELECT, INSERT, RETURN, …</summary>
    SimpleStatement,

    /// <summary>A word after which an operand must come: WHEN, AND, OR, …</summary>
    Operator,
}

/// <summary>What words mean to <see cref="CompoundTracker"/>.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> ByWord =
        Words().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    internal static Keyword Of(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var keyword) ? keyword : Keyword.None;

    internal static bool BeginsSimpleStatement(Keyword keyword) =>
        keyword is Keyword.SimpleStatement or Keyword.Set or Keyword.Create or Keyword.Alter or Keyword.Do or Keyword.OtherObject;

    internal static bool AsksForOperand(Keyword keyword) =>
        keyword is Keyword.Operator or Keyword.Then or Keyword.Else or Keyword.Case or Keyword.Not;

    private static Dictionary<string, Keyword> Words()
    {
        var words = new Dictionary<string, Keyword>();
        for (var keyword = Keyword.Begin; keyword <= Keyword.Is; keyword++) words.Add(keyword.ToString(), keyword);
        Add(Keyword.OtherObject, "TABLE VIEW INDEX DATABASE SCHEMA USER ROLE SERVER SEQUENCE TABLESPACE LOGFILE");
        Add(Keyword.Set, "SET");
        Add(Keyword.BeforeSetType, "CHARACTER CHAR RETURNS");
        Add(
            Keyword.SimpleStatement,
            "CALL DELETE DROP EXECUTE EXPLAIN GET GRANT INSERT KILL LOAD PREPARE RENAME REPLACE RESIGNAL RETURN REVOKE SELECT SHOW SIGNAL"
            + " TRUNCATE UPDATE VALUES WITH");
        Add(Keyword.Operator, "WHEN AND OR XOR DIV MOD LIKE IN BETWEEN");
        return words;

        void Add(Keyword keyword, string text)
        {
            foreach (var word in text.Split(' ')) words.Add(word, keyword);
        }
    }
}
