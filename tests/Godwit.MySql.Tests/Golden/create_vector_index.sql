-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot index vectors.
-- MariaDB can from 11.7; without an index the likeness of all rows is computed.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 cannot index vectors.
-- MariaDB can from 11.7; without an index the likeness of all rows is computed.
