using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Definitions of columns, as they stand in CREATE TABLE and ALTER TABLE.</summary>
internal sealed class ColumnClause(MySqlTraits traits, MySqlTypes types, MySqlLiterals literals)
{
    /// <summary>A column's definition, whole.</summary>
    /// <param name="column">The column.</param>
    /// <param name="check">The predicate of its own check; null when it has none.</param>
    internal string Of(Column column, string? check)
    {
        var type = types.Spell(column.Type);
        var result = new StringBuilder(MySqlNames.Quote(column.Name)).Append(' ').Append(type);
        if (column.Charset is not null) result.Append(" CHARACTER SET ").Append(column.Charset);
        if (column.Collation is not null) result.Append(" COLLATE ").Append(column.Collation);
        if (column.Generated is { } generated) result.Append(Generated(column, generated));
        else result.Append(Stored(column, type));
        if (column.IsInvisible) result.Append(Invisible(column));
        if (column.Comment is { Length: > 0 }) result.Append(" COMMENT ").Append(literals.Comment(column.Comment));
        if (check is not null) result.Append($" CHECK ({check})");
        return result.ToString();
    }

    /// <summary>The spelling of a column's type.</summary>
    internal string TypeOf(Column column) => types.Spell(column.Type);

    private static string Nullability(Column column) => column.IsNullable ? " NULL" : " NOT NULL";

    // MariaDB's grammar has no nullability here: whether such a column can be NULL follows from its expression.
    private string Generated(Column column, GeneratedExpression generated)
    {
        if (column.Default is not null || column.Identity is not null || column.OnUpdate is not null)
        {
            throw new GodwitException(ErrorCode.InvalidDefinition, $"The column {column.Name} is computed, and has a default or a number of its own besides.",
                "Leave one of the two out.");
        }

        var storage = generated.Storage is GeneratedStorage.Stored ? "STORED" : "VIRTUAL";
        return $" GENERATED ALWAYS AS ({generated.Sql}) {storage}{(traits.HasNotNullGeneratedColumns && !column.IsNullable ? " NOT NULL" : "")}";
    }

    // NULL is written out, because a TIMESTAMP without it is NOT NULL where explicit_defaults_for_timestamp is off.
    private string Stored(Column column, string type)
    {
        var result = Nullability(column);
        if (column.Default is { } value) result += Default(column, value, type);
        if (column.OnUpdate is { } update) result += " ON UPDATE " + CanonicalDefault.OnUpdate(update, CanonicalType.Of(type, traits));
        return column.Identity is { } identity ? result + AutoIncrement(column, identity) : result;
    }

    private string Default(Column column, DefaultValue value, string type)
    {
        if (value is DefaultValue.Literal { Value: null })
        {
            return column.IsNullable ? " DEFAULT NULL" : throw new GodwitException(ErrorCode.InvalidDefinition,
                $"The column {column.Name} has NULL as its default, which it must not hold.", "Make it nullable, or give another default.");
        }

        var canonical = CanonicalType.Of(type, traits);
        return CanonicalDefault.Of(value, canonical) switch
        {
            DefaultValue.CurrentTimestamp moment => " DEFAULT " + CanonicalDefault.CurrentTimestamp(moment.Precision ?? CanonicalType.Argument(canonical)),
            DefaultValue.Literal literal => Literal(literal.Value!, canonical),
            DefaultValue.Expression when value is DefaultValue.Expression written => $" DEFAULT ({written.Sql})",
            DefaultValue.Expression made => $" DEFAULT ({made.Sql})",
            _ => " DEFAULT NULL",
        };
    }

    private string Literal(object value, string type)
    {
        var word = CanonicalType.Word(type);
        if (value is string number && CanonicalType.IsNumber(word) && double.TryParse(number, CultureInfo.InvariantCulture, out _)) return " DEFAULT " + number;
        var text = literals.Default(value);
        return traits.HasLargeDefaultsInParentheses && CanonicalType.IsLarge(word) ? $" DEFAULT ({text})" : " DEFAULT " + text;
    }

    private string AutoIncrement(Column column, Identity identity)
    {
        if (identity.Kind is IdentityKind.Always)
            throw new GodwitException(ErrorCode.NotSupported, $"{traits.Title} cannot refuse a row that brings its own number for {column.Name}.", "Use AutoIncrement.");
        if (identity.Increment is not (null or 1))
        {
            throw new GodwitException(ErrorCode.NotSupported, $"{traits.Title} has one step for the numbers of all tables, auto_increment_increment, and none for {column.Name}.",
                "Leave the increment out.");
        }

        return " AUTO_INCREMENT";
    }

    private string Invisible(Column column) => traits.HasInvisibleColumns ? " INVISIBLE" : throw new GodwitException(
        ErrorCode.NotSupported, $"{traits.Title} cannot make {column.Name} invisible: MySQL can from 8.0.23.", "Leave it visible, and name the columns where SELECT * is used.");
}
