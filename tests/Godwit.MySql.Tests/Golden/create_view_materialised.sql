-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no materialised views.
-- Create a table from the query, and fill it again when it is to be fresh.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 has no materialised views.
-- Create a table from the query, and fill it again when it is to be fresh.
