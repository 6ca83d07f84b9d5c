-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot add a check without checking the rows that are there.
-- Repair them first, then add the check.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot add a check without checking the rows that are there.
-- Repair them first, then add the check.
