-- MySQL 8.0.36
CREATE TABLE `defaults` (
    `a` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    `b` text NOT NULL DEFAULT ('it''s'),
    `c` json NOT NULL DEFAULT (json_array()),
    `d` date NOT NULL DEFAULT (curdate()),
    `e` tinyint(1) NOT NULL DEFAULT 1,
    `f` varbinary(2) NOT NULL DEFAULT X'00FF',
    `g` int NULL DEFAULT NULL,
    `h` varchar(5) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT '12' INVISIBLE COMMENT 'it''s',
    `i` int GENERATED ALWAYS AS (g * 2) STORED NOT NULL
);

-- MariaDB 10.11.0
CREATE TABLE `defaults` (
    `a` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    `b` text NOT NULL DEFAULT 'it''s',
    `c` json NOT NULL DEFAULT (json_array()),
    `d` date NOT NULL DEFAULT (curdate()),
    `e` tinyint(1) NOT NULL DEFAULT 1,
    `f` varbinary(2) NOT NULL DEFAULT X'00FF',
    `g` int NULL DEFAULT NULL,
    `h` varchar(5) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT '12' INVISIBLE COMMENT 'it''s',
    `i` int GENERATED ALWAYS AS (g * 2) STORED
);
