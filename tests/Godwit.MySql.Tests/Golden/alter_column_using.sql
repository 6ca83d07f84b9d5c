-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot convert age by an expression.
-- Add a column with the new type, fill it with schema.Update, and drop the old one.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot convert age by an expression.
-- Add a column with the new type, fill it with schema.Update, and drop the old one.
