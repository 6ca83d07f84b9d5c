-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no materialised views.
-- Fill the table that stands for it with schema.Sql.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 has no materialised views.
-- Fill the table that stands for it with schema.Sql.
