COMMENT ON TABLE "authors" IS NULL;

-- back
COMMENT ON TABLE "authors" IS 'People';
