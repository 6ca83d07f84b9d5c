-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no extensions.
-- Leave it out, or say that it is for PostgreSQL only.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 has no extensions.
-- Leave it out, or say that it is for PostgreSQL only.
