CREATE SPATIAL INDEX `s` ON `places` (`spot`);
