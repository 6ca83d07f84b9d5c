UPDATE "authors" SET "name" = 'Ada', "age" = age + 1 WHERE email IS NULL;
UPDATE "authors" SET "email" = NULL;
