-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot exclude rows that overlap.
-- Check it in a trigger, or put a unique constraint on what must not repeat.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot exclude rows that overlap.
-- Check it in a trigger, or put a unique constraint on what must not repeat.
