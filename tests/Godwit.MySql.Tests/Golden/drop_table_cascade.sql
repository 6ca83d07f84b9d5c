-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 does not drop the foreign keys that refer to a dropped table.
-- Drop those foreign keys first.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 does not drop the foreign keys that refer to a dropped table.
-- Drop those foreign keys first.
