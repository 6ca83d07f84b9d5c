-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no schemas beneath a database.
-- Create a database, which it also calls a schema, with schema.Sql.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 has no schemas beneath a database.
-- Create a database, which it also calls a schema, with schema.Sql.
