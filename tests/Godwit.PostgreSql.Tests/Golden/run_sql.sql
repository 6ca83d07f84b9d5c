UPDATE authors SET name = 'a;b';
DO $$ BEGIN PERFORM 1; END $$;
