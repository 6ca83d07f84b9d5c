-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot index a part of the rows.
-- Index a generated column that is NULL for the other rows.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot index a part of the rows.
-- Index a generated column that is NULL for the other rows.
