CREATE TABLE `audit`.`entries` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`)
);
CREATE INDEX `i` ON `audit`.`entries` (`id`);
DROP TRIGGER `audit`.`t`;
ALTER TABLE `posts` ADD CONSTRAINT `f` FOREIGN KEY (`id`) REFERENCES `audit`.`entries` (`id`);
