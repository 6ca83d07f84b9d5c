using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Godwit.Dialects;
using Godwit.Specification;
using Godwit.Specification.Servers;
using MySql.Data.MySqlClient;

namespace Godwit.MySql.Tests;

/// <summary>MariaDB or MySQL, whichever the variable names.</summary>
public sealed class MySqlProduct : ServerProduct
{
    /// <summary>The variable that names the server.</summary>
    internal const string Variable = "GODWIT_TEST_MARIADB";

    // MySql.Data 8.0.16 does not know the name that servers have for utf8 since MariaDB 10.6 and MySQL 8.
    static MySqlProduct()
    {
        var names = typeof(MySqlConnection).Assembly.GetType("MySql.Data.MySqlClient.CharSetMap", throwOnError: true)!;
        RuntimeHelpers.RunClassConstructor(names.TypeHandle);
        var known = (IDictionary)names.GetField("_mapping", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        known["utf8mb3"] = known["utf8"];
    }

    public override TestServer Server { get; } = new(Variable, text => new MySqlConnection(text + ";SslMode=none;CharSet=utf8mb4"));

    public override Dialect Dialect => MySqlDialect.Instance;

    public override string EndOwnSession => "KILL CONNECTION_ID()";

    public override string LongStatement => "CREATE TABLE counted AS SELECT SLEEP(30) AS slept";

    public override string OneOfEach =>
        """
        CREATE TABLE authors (id bigint AUTO_INCREMENT PRIMARY KEY, mood enum('happy', 'sad') NOT NULL DEFAULT 'happy', best_book bigint);
        CREATE TABLE books (id bigint PRIMARY KEY, author bigint NOT NULL, title varchar(100) UNIQUE, FOREIGN KEY (author) REFERENCES authors (id));
        ALTER TABLE authors ADD FOREIGN KEY (best_book) REFERENCES books (id);
        INSERT INTO authors (id) VALUES (1);
        INSERT INTO books VALUES (1, 1, 'One');
        CREATE VIEW titles AS SELECT title FROM books;
        CREATE VIEW short_titles AS SELECT title FROM titles WHERE LENGTH(title) < 5;
        CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2;
        DELIMITER //
        CREATE PROCEDURE add_author(IN name varchar(50))
        BEGIN
            IF name <> '' THEN
                INSERT INTO authors (mood) VALUES ('sad');
            END IF;
        END//
        CREATE TRIGGER books_insert BEFORE INSERT ON books FOR EACH ROW
        BEGIN
            SET NEW.title = COALESCE(NEW.title, 'none; yet');
        END//
        DELIMITER ;
        CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM books WHERE id < 0;

        """ + (IsMariaDb ? "CREATE SEQUENCE numbers;" : "");

    /// <summary>Whether the server is MariaDB.</summary>
    public bool IsMariaDb => Server.Settings.Driver == "mariadb";

    public override string CatalogQuery =>
        """
        SELECT CONVERT(thing USING utf8mb4) AS thing FROM (
            SELECT CONCAT(CASE TABLE_TYPE WHEN 'BASE TABLE' THEN 'table' ELSE LOWER(TABLE_TYPE) END, ' ', TABLE_NAME) AS thing
            FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
            UNION ALL
            SELECT CONCAT('column ', TABLE_NAME, '.', COLUMN_NAME, ' ', COLUMN_TYPE, ' ', IS_NULLABLE) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
            UNION ALL
            SELECT DISTINCT CONCAT('index ', TABLE_NAME, '.', INDEX_NAME) FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
            UNION ALL
            SELECT CONCAT('trigger ', TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
            UNION ALL
            SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
            UNION ALL
            SELECT CONCAT('event ', EVENT_NAME) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
        ) AS things ORDER BY BINARY thing
        """;
}
