ALTER TABLE `logs`
    ADD COLUMN `id` bigint unsigned NOT NULL AUTO_INCREMENT FIRST,
    ADD PRIMARY KEY (`id`);
