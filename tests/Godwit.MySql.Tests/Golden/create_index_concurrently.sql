-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot build an index CONCURRENTLY, which is PostgreSQL's.
-- Say Online instead: ALGORITHM=INPLACE, LOCK=NONE.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot build an index CONCURRENTLY, which is PostgreSQL's.
-- Say Online instead: ALGORITHM=INPLACE, LOCK=NONE.
