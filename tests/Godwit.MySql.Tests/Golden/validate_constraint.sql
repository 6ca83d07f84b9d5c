-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 has no constraints that are not valid yet.
-- Leave it out: a constraint is checked when it is added.

-- MariaDB 10.11.0
-- NotSupported: MariaDB 10.11.0 has no constraints that are not valid yet.
-- Leave it out: a constraint is checked when it is added.
