CREATE VIEW `adults` (`number`) AS
SELECT id FROM users WHERE age > 17;
CREATE OR REPLACE VIEW `adults` AS
SELECT 1;
