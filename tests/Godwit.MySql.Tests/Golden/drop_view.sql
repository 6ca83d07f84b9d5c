DROP VIEW `old_view`;
DROP VIEW IF EXISTS `others`;
