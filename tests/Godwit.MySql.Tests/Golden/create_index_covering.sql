-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot carry columns in an index without their counting.
-- Put them at the end of the index's columns.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot carry columns in an index without their counting.
-- Put them at the end of the index's columns.
