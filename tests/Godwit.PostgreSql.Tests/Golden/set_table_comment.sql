COMMENT ON TABLE "authors" IS 'People who write: it''s "them" 🖋';

-- back
COMMENT ON TABLE "authors" IS NULL;
