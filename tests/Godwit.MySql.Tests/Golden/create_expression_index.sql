-- MySQL 8.0.36
CREATE INDEX `lower_email` ON `users` ((lower(email)));

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot index an expression (lower(email)).
-- Add a generated column with that expression, and index it: VirtualAs(…) and Index().
