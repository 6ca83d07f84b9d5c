-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no enumerated types of their own.
-- Use a column of the type Enum, and change its list of values with Change().

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 has no enumerated types of their own.
-- Use a column of the type Enum, and change its list of values with Change().
