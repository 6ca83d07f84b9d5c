-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot defer a foreign key.
-- Switch the checks off while rows are loaded: DisableForeignKeyChecks.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot defer a foreign key.
-- Switch the checks off while rows are loaded: DisableForeignKeyChecks.
