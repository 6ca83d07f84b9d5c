ALTER TABLE `users`
    ADD COLUMN `a` text NULL FIRST,
    ADD COLUMN `b` text NULL AFTER `a`,
    ADD COLUMN `c` text NULL;
