using System.Globalization;
using System.Text;
using Godwit.Modelling;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Writes a column as a property of a model, with the annotations without which it would be another column.</summary>
internal sealed class ModelColumnText(DatabaseSchema schema, Func<Column, Column> canonical, ModelNaming naming)
{
    // Those that a value may well be called: a member of that name is written with an @, which is no part of the name.
    private static readonly string[] Keywords =
    [
        "new", "default", "public", "private", "internal", "protected", "void", "null", "true", "false", "in", "out", "is", "as", "base", "event", "object", "string",
        "int", "long", "short", "float", "double", "decimal", "char", "byte", "bool", "checked", "unchecked", "fixed", "static", "const", "class", "operator", "override", "ref", "this",
    ];

    /// <summary>The lines of the property.</summary>
    internal string Of(Table table, Column column)
    {
        var own = naming.PropertyOf(table, column.Name);
        var isKey = table.PrimaryKey?.Columns.Contains(column.Name) is true;
        var (type, annotations) = Members(column).Count > 0 ? (EnumOf(table, column), []) : Typed(table, column);
        var lines = new List<string>();
        if (isKey && !IsConventionalKey(table, own)) lines.Add("[Key]");
        if (isKey && Generation(table, column, type) is { } generation) lines.Add($"[DatabaseGenerated(DatabaseGeneratedOption.{generation})]");
        if (!isKey && column.Identity is not null) lines.Add("[DatabaseGenerated(DatabaseGeneratedOption.Identity)]");
        var isNamed = ModelNames.Column(own) == column.Name;
        var native = annotations.FirstOrDefault(annotation => annotation.StartsWith("TypeName", StringComparison.Ordinal));
        string[] parts = [.. isNamed ? Array.Empty<string>() : [CSharpLiteral.Text(column.Name)], .. native is null ? Array.Empty<string>() : [native]];
        if (parts.Length > 0) lines.Add($"[Column({string.Join(", ", parts)})]");
        lines.AddRange(annotations.Where(annotation => annotation != native));
        if (column.Generated is { } computed) lines.Add($"[Computed({CSharpLiteral.Text(computed.Sql)}, GeneratedStorage.{computed.Storage})]");
        if (column.Comment is { } comment) lines.Add($"[Comment({CSharpLiteral.Text(comment)})]");
        if (Default(column) is { } value) lines.Add(value);
        var text = new StringBuilder();
        foreach (var line in lines) text.Append("    ").Append(line).Append('\n');
        var isReference = type is "string" or "byte[]";
        return text.Append($"    public {type}{(column.IsNullable ? "?" : "")} {own} {{ get; set; }}{(isReference && !column.IsNullable ? (type == "string" ? " = \"\";" : " = [];") : "")}\n").ToString();
    }

    /// <summary>The enumeration that a column's property is of; null where it is of none.</summary>
    internal string? Enumeration(Table table, Column column) => Members(column) is { Count: > 0 } members
        ? $"/// <summary>What {table.Name}.{column.Name} may be.</summary>\npublic enum {EnumOf(table, column)}\n{{\n{string.Concat(members.Select(member => $"    {(Keywords.Contains(member) ? "@" : "")}{member},\n"))}}}\n"
        : null;

    private string EnumOf(Table table, Column column) => naming.ClassOf(table) + naming.PropertyOf(table, column.Name);

    // The values of a column that is an enumeration to the database, where each can be the name of a member.
    private ValueList<string> Members(Column column) =>
        Canonical(column.Type) is ColumnType.Enum { Values: var values } && values.All(value => value.Length > 0 && !char.IsDigit(value[0]) && value.All(letter => char.IsLetterOrDigit(letter) || letter == '_'))
            ? values
            : [];

    private bool IsConventionalKey(Table table, string own) =>
        table.PrimaryKey!.Columns.Count == 1
        && (own == "Id" || (own == naming.ClassOf(table) + "Id" && !table.Columns.Any(column => naming.PropertyOf(table, column.Name) == "Id")));

    // A single whole number is numbered by itself, unless it is said that it is not.
    private static string? Generation(Table table, Column column, string type)
    {
        var isByItself = table.PrimaryKey!.Columns.Count == 1 && type is "long" or "int" or "short" or "sbyte" or "byte" or "uint" or "ulong" or "ushort" && column.Default is null
            && !table.ForeignKeys.Any(key => key.Columns.Contains(column.Name));
        return column.Identity is not null ? (isByItself ? null : "Identity") : isByItself ? "None" : null;
    }

    private string? Default(Column column) => column.Default switch
    {
        null => null,
        DefaultValue.Literal { Value: string or bool or int or long or double } literal => $"[Default({CSharpLiteral.Of(Natural(column, literal))})]",
        DefaultValue.Literal { Value: decimal } literal => $"[Default({CSharpLiteral.Of(literal.Value).TrimEnd('m')})]",
        DefaultValue.Literal { Value: byte[] bytes } => $"[Default(new byte[] {{ {string.Join(", ", bytes.Select(value => $"0x{value:X2}"))} }})]",
        DefaultValue.CurrentTimestamp moment => $"[DefaultSql({CSharpLiteral.Text(Moment(column, moment))})]",
        DefaultValue.Expression expression => $"[DefaultSql({CSharpLiteral.Text(expression.Sql)})]",
        _ => $"[DefaultSql({CSharpLiteral.Text(Convert.ToString(((DefaultValue.Literal)column.Default).Value, null) ?? "NULL")})]",
    };

    // Some catalogs give every value as a text.
    private object Natural(Column column, DefaultValue.Literal literal)
    {
        if (literal.Value is not string text) return literal.Value!;
        object? value = ValueKind.Of(column.Type, schema.Enums).Family switch
        {
            ValueFamily.Boolean => text is "1" or "0" ? text == "1" : null,
            ValueFamily.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ValueFamily.Decimal or ValueFamily.Floating => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
        return value is not null && canonical(column with { Default = new DefaultValue.Literal(value) }).Default == column.Default ? value : text;
    }

    // Without digits it is the second, or as many digits as the column has, as the database understands it.
    private string Moment(Column column, DefaultValue.CurrentTimestamp moment)
    {
        var digits = moment.Precision ?? ValueKind.Of(column.Type, schema.Enums).Places;
        string[] spellings = ["CURRENT_TIMESTAMP", string.Create(CultureInfo.InvariantCulture, $"CURRENT_TIMESTAMP({digits})")];
        return Array.Find(spellings, sql => canonical(column with { Default = new DefaultValue.Expression(sql) }).Default == moment) ?? spellings[0];
    }

    private ColumnType Canonical(ColumnType type) => canonical(new Column("c", type)).Type;

    // The first C# type whose column type the database gives back as it is; otherwise the database's own word for it.
    private (string Type, string[] Annotations) Typed(Table table, Column column)
    {
        var wanted = Canonical(column.Type);
        var kind = ValueKind.Of(column.Type, schema.Enums);
        if (IsUnlikeItsKey(table, column, wanted)) return Native(wanted, kind);
        foreach (var (type, candidate, annotations) in Candidates(kind))
        {
            var said = column.Identity is not null && candidate is ColumnType.Integer number ? number with { Unsigned = true } : candidate;
            if (Canonical(said) == wanted) return (type, annotations);
        }

        return Native(wanted, kind);
    }

    private (string Type, string[] Annotations) Native(ColumnType wanted, ValueKind kind)
    {
        var native = wanted switch
        {
            ColumnType.Native own => own.Sql,
            ColumnType.NativeEnum { Name: var name } => Canonical(new ColumnType.Native(name.ToString())) == wanted ? name.ToString() : Quoted(name),
            _ => "",
        };
        return (Plain(kind), native.Length == 0 ? [] : [$"TypeName = {CSharpLiteral.Text(native)}"]);
    }

    private static string Quoted(ObjectName name) => string.Join('.', new[] { name.Schema, name.Name }.OfType<string>().Select(part => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    // A column that refers to another is of that one's type, unless its model names a type.
    private bool IsUnlikeItsKey(Table table, Column column, ColumnType own) => table.ForeignKeys.Any(key =>
        key.Columns.IndexOf(name => name == column.Name) is >= 0 and var place
        && schema.Find(key.ReferencedTable)?.Column(key.ReferencedColumns[place]) is { } other && Canonical(other.Type) != own);

    private static IEnumerable<(string Type, ColumnType Candidate, string[] Annotations)> Candidates(ValueKind kind)
    {
        switch (kind.Family)
        {
            case ValueFamily.Text:
                yield return ("string", new ColumnType.String(kind.Length ?? 255), kind.Length is null or 255 ? [] : [$"[MaxLength({kind.Length})]"]);
                yield return ("string", new ColumnType.Text(), ["[MaxLength]"]);
                break;
            case ValueFamily.Integer:
                foreach (var unsigned in (bool[])[false, true])
                {
                    yield return (unsigned ? "ulong" : "long", new ColumnType.Integer(IntegerSize.Big, unsigned), []);
                    yield return (unsigned ? "uint" : "int", new ColumnType.Integer(Unsigned: unsigned), []);
                    yield return (unsigned ? "ushort" : "short", new ColumnType.Integer(IntegerSize.Small, unsigned), []);
                    yield return (unsigned ? "byte" : "sbyte", new ColumnType.Integer(IntegerSize.Tiny, unsigned), []);
                }

                break;
            case ValueFamily.Decimal:
                yield return ("decimal", new ColumnType.Decimal(kind.Digits, kind.Places), kind is { Digits: 18, Places: 2 } ? [] : [$"[Precision({kind.Digits}, {kind.Places})]"]);
                break;
            case ValueFamily.Floating:
                yield return ("double", new ColumnType.Double(), []);
                yield return ("float", new ColumnType.Float(24), []);
                break;
            case ValueFamily.Boolean: yield return ("bool", new ColumnType.Boolean(), []); break;
            case ValueFamily.Date: yield return ("DateOnly", new ColumnType.Date(), []); break;
            case ValueFamily.DateTime:
                yield return ("DateTime", new ColumnType.DateTime(kind.Places), [.. Precision(kind)]);
                yield return ("DateTimeOffset", new ColumnType.Timestamp(kind.Places, WithZone: true), [.. Precision(kind)]);
                break;
            case ValueFamily.Time: yield return ("TimeOnly", new ColumnType.Time(kind.Places), [.. Precision(kind)]); break;
            case ValueFamily.Uuid: yield return ("Guid", new ColumnType.Uuid(), []); break;
            case ValueFamily.Bytes: yield return ("byte[]", new ColumnType.Binary(kind.Length), kind.Length is { } length ? [$"[MaxLength({length})]"] : []); break;
        }
    }

    private static IEnumerable<string> Precision(ValueKind kind) => kind.Places == 6 ? [] : [$"[Precision({kind.Places})]"];

    private static string Plain(ValueKind kind) => kind.Family switch
    {
        ValueFamily.Integer or ValueFamily.Year => kind.Size == 8 ? "long" : "int",
        ValueFamily.Decimal => "decimal",
        ValueFamily.Floating => "double",
        ValueFamily.Boolean => "bool",
        ValueFamily.Date => "DateOnly",
        ValueFamily.DateTime => kind.WithZone ? "DateTimeOffset" : "DateTime",
        ValueFamily.Time => "TimeOnly",
        ValueFamily.Uuid => "Guid",
        ValueFamily.Bytes => "byte[]",
        _ => "string",
    };
}
