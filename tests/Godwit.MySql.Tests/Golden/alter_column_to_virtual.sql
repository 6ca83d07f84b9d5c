-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot turn age into a virtual column, or a virtual one into another.
-- Drop the column, and add it as it is to be.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot turn age into a virtual column, or a virtual one into another.
-- Drop the column, and add it as it is to be.
