-- MySQL 8.0.36
CREATE TABLE `types` (
    `c0` tinyint(1) NULL,
    `c1` float NULL,
    `c2` double NULL,
    `c3` decimal(10,2) unsigned NULL,
    `c4` enum('a','it''s','b\\c') NULL,
    `c5` set('x','y') NULL,
    `c6` json NULL,
    `c7` datetime(3) NULL,
    `c8` timestamp NULL,
    `c9` time(2) NULL,
    `c10` year NULL,
    `c11` blob NULL,
    `c12` binary(16) NULL,
    `c13` char(36) NULL,
    `c14` char(26) NULL,
    `c15` varchar(45) NULL,
    `c16` varchar(17) NULL,
    `c17` point SRID 4326 NULL,
    `c18` geometry SRID 4326 NULL,
    `c19` bit(4) NULL
);

-- MariaDB 10.11.0
CREATE TABLE `types` (
    `c0` tinyint(1) NULL,
    `c1` float NULL,
    `c2` double NULL,
    `c3` decimal(10,2) unsigned NULL,
    `c4` enum('a','it''s','b\\c') NULL,
    `c5` set('x','y') NULL,
    `c6` json NULL,
    `c7` datetime(3) NULL,
    `c8` timestamp NULL,
    `c9` time(2) NULL,
    `c10` year NULL,
    `c11` blob NULL,
    `c12` binary(16) NULL,
    `c13` uuid NULL,
    `c14` char(26) NULL,
    `c15` varchar(45) NULL,
    `c16` varchar(17) NULL,
    `c17` point REF_SYSTEM_ID=4326 NULL,
    `c18` geometry REF_SYSTEM_ID=4326 NULL,
    `c19` bit(4) NULL
);
