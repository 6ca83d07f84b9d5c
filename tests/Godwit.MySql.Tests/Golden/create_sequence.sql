-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no sequences.
-- Use a table with an auto-increment column, or MariaDB.

-- MariaDB 10.11.0
CREATE SEQUENCE IF NOT EXISTS `numbers` START WITH 5 INCREMENT BY 2 MAXVALUE 99 CACHE 10 CYCLE;
