namespace Godwit.MySql;

/// <summary>
/// The queries that read a schema, as many whatever its size. Each is about one database, named by a literal: for that the server
/// looks at no other one. What is text in both products comes as text; numbers may come in any type.
/// </summary>
internal sealed class CatalogQueries(MySqlTraits traits, string database)
{
    private readonly string schema = MySqlDialect.Instance.Literal(database);

    internal string Database => $"SELECT DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = {schema}";

    internal string Tables =>
        $"""
        SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, TABLE_COMMENT, CREATE_OPTIONS
        FROM information_schema.TABLES WHERE TABLE_SCHEMA = {schema} ORDER BY TABLE_NAME
        """;

    internal string Columns => traits.Product == "mariadb"
        ? $"""
          SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE, c.COLUMN_DEFAULT, c.COLLATION_NAME, c.EXTRA, c.COLUMN_COMMENT,
                 c.GENERATION_EXPRESSION, g.SRID
          FROM information_schema.COLUMNS c
          LEFT JOIN information_schema.GEOMETRY_COLUMNS g ON g.G_TABLE_SCHEMA = c.TABLE_SCHEMA AND g.G_TABLE_NAME = c.TABLE_NAME AND g.G_GEOMETRY_COLUMN = c.COLUMN_NAME
          WHERE c.TABLE_SCHEMA = {schema} ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
          """
        : $"""
          SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLLATION_NAME, EXTRA, COLUMN_COMMENT, GENERATION_EXPRESSION, SRS_ID
          FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = {schema} ORDER BY TABLE_NAME, ORDINAL_POSITION
          """;

    internal string Indexes =>
        $"""
        SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME, COLLATION, SUB_PART, INDEX_TYPE, INDEX_COMMENT,
               {(traits.HasExpressionIndexes ? "EXPRESSION" : "NULL")}, {(traits.Product == "mariadb" ? "IGNORED" : "IF(IS_VISIBLE = 'NO', 'YES', 'NO')")}
        FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = {schema} ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX
        """;

    internal string ForeignKeyColumns =>
        $"""
        SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
        FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = {schema} AND REFERENCED_TABLE_NAME IS NOT NULL
        ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
        """;

    internal string ForeignKeyActions =>
        $"SELECT TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = {schema}";

    internal string Checks => traits.Product == "mariadb"
        ? $"SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, LEVEL, 'YES' FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = {schema}"
        : $"""
          SELECT t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE, 'Table', t.ENFORCED
          FROM information_schema.CHECK_CONSTRAINTS c
          JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
          WHERE c.CONSTRAINT_SCHEMA = {schema}
          """;

    internal string Partitions =>
        $"""
        SELECT TABLE_NAME, PARTITION_NAME, PARTITION_METHOD, PARTITION_EXPRESSION, PARTITION_DESCRIPTION, PARTITION_COMMENT, SUBPARTITION_METHOD
        FROM information_schema.PARTITIONS WHERE TABLE_SCHEMA = {schema} AND PARTITION_METHOD IS NOT NULL
        ORDER BY TABLE_NAME, PARTITION_ORDINAL_POSITION, SUBPARTITION_ORDINAL_POSITION
        """;

    internal string Views =>
        $"SELECT TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, SECURITY_TYPE, {(traits.Product == "mariadb" ? "ALGORITHM" : "'UNDEFINED'")} FROM information_schema.VIEWS WHERE TABLE_SCHEMA = {schema} ORDER BY TABLE_NAME";

    internal string Triggers =>
        $"""
        SELECT EVENT_OBJECT_TABLE, TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, ACTION_STATEMENT
        FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = {schema} ORDER BY EVENT_OBJECT_TABLE, ACTION_ORDER
        """;

    internal string Routines =>
        $"""
        SELECT ROUTINE_NAME, ROUTINE_TYPE, DTD_IDENTIFIER, COLLATION_NAME, ROUTINE_DEFINITION, IS_DETERMINISTIC, SQL_DATA_ACCESS, SECURITY_TYPE, ROUTINE_COMMENT
        FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = {schema} ORDER BY ROUTINE_TYPE, ROUTINE_NAME
        """;

    internal string Parameters =>
        $"""
        SELECT ROUTINE_TYPE, SPECIFIC_NAME, PARAMETER_MODE, PARAMETER_NAME, DTD_IDENTIFIER, COLLATION_NAME
        FROM information_schema.PARAMETERS WHERE SPECIFIC_SCHEMA = {schema} AND ORDINAL_POSITION > 0 ORDER BY ROUTINE_TYPE, SPECIFIC_NAME, ORDINAL_POSITION
        """;

    internal string Events => $"SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = {schema} ORDER BY EVENT_NAME";

    /// <summary>What sequences are like, of which MariaDB keeps no catalog before 11.5: each is asked as the table it is.</summary>
    internal string Sequences(IEnumerable<string> names) => string.Join("\nUNION ALL ", names.Select(name =>
        $"SELECT {MySqlDialect.Instance.Literal(name)}, start_value, increment, minimum_value, maximum_value, cache_size, cycle_option "
        + $"FROM {MySqlDialect.Instance.Quote(database)}.{MySqlDialect.Instance.Quote(name)}"));
}
