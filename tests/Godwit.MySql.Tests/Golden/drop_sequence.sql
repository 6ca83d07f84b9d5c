-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no sequences.
-- Use a table with an auto-increment column, or MariaDB.

-- MariaDB 10.11.0
DROP SEQUENCE `old_numbers`;
