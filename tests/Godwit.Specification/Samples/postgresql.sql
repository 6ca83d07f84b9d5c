-- One of every feature that a catalog can show, beside the tables of a shop.
CREATE EXTENSION citext;
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de-DE');
CREATE COLLATION bytes (LOCALE = 'C');
CREATE TYPE mood AS ENUM ('happy', 'so-so', 'it''s over');
CREATE TYPE "Order State" AS ENUM ('Neu', 'Bezahlt', '送料');
COMMENT ON TYPE mood IS 'How people feel';
CREATE TYPE money_amount AS (amount numeric(14,2), currency char(3), label text COLLATE "C");
CREATE TYPE float_range AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);
CREATE FUNCTION is_code(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 ~ '^[A-Z]+$' $$;
CREATE DOMAIN code AS varchar(12) COLLATE "C" DEFAULT 'NONE' NOT NULL CONSTRAINT code_upper CHECK (is_code(VALUE)) CONSTRAINT code_length CHECK (length(VALUE) > 1);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
COMMENT ON DOMAIN positive IS 'Above nothing';
COMMENT ON CONSTRAINT code_upper ON DOMAIN code IS 'Large letters';
CREATE TEXT SEARCH DICTIONARY plain_words (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION shop (COPY = english);
ALTER TEXT SEARCH CONFIGURATION shop ALTER MAPPING FOR asciiword, word WITH plain_words, english_stem;
CREATE SEQUENCE invoice_numbers AS integer START 1000 INCREMENT 5 MAXVALUE 900000 CACHE 10 CYCLE;
CREATE SEQUENCE countdown INCREMENT -1 MINVALUE -50 MAXVALUE -1;
COMMENT ON SEQUENCE countdown IS 'To the end';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    NEW.changed := now(); -- a comment; with a semicolon
    RETURN NEW;
END $body$;
COMMENT ON FUNCTION stamp() IS 'Says when';
CREATE FUNCTION twice(n integer, label text DEFAULT 'x;y') RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT AS $$ BEGIN RETURN n * 2; END $$;
CREATE FUNCTION add_up(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT a + b; END;
CREATE PROCEDURE tidy(INOUT counted integer) LANGUAGE plpgsql AS $$ BEGIN counted := counted + 1; COMMIT; END $$;
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);
CREATE FUNCTION same_ish(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
CREATE OPERATOR === (FUNCTION = same_ish, LEFTARG = text, RIGHTARG = text, COMMUTATOR = ===, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE TABLE all_types (
    "small" smallint, "int" integer, "big" bigint, "num" numeric, "num_2" numeric(10,2), "real" real, "double" double precision, "money" money,
    "ch" char, "ch_5" char(5), "vc" varchar, "vc_20" varchar(20), "txt" text, "citxt" citext, "bytes" bytea, "bool" boolean,
    "d" date, "t" time, "t_3" time(3), "ttz" timetz(2), "ts" timestamp, "ts_0" timestamp(0), "tstz" timestamptz, "tstz_6" timestamptz(6),
    "iv" interval, "iv_dt" interval day to second(3), "uuid" uuid, "js" json, "jsb" jsonb, "x" xml, "ip" inet, "net" cidr, "mac" macaddr, "mac8" macaddr8,
    "pt" point, "ln" line, "seg" lseg, "bx" box, "pth" path, "pol" polygon, "cir" circle, "bits" bit(8), "vbits" varbit(16), "tsv" tsvector, "tsq" tsquery,
    "r4" int4range, "r8" int8range, "rn" numrange, "rts" tsrange, "rtz" tstzrange, "rd" daterange, "rf" float_range, "mr" int4multirange,
    "arr" integer[], "arr2" text[][], "vcarr" varchar(5)[], "m" mood, "marr" mood[], "st" "Order State", "amount" money_amount, "c" code, "p" positive, "pg" pg_lsn, "o" oid, "nm" name
);
CREATE TABLE all_defaults (
    id serial PRIMARY KEY, big bigserial, small smallserial,
    ident bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10 MINVALUE 5 MAXVALUE 100000 CACHE 20 CYCLE) UNIQUE,
    number integer DEFAULT nextval('invoice_numbers'), text text DEFAULT 'it''s \n "quoted"', bool boolean DEFAULT true NOT NULL,
    at timestamptz DEFAULT now(), fixed timestamptz DEFAULT '2026-01-02 03:04:05.678+00', day date DEFAULT CURRENT_DATE, soon interval DEFAULT '1 day'::interval,
    list integer[] DEFAULT '{1,2}', doc jsonb DEFAULT '{"a": [1, null]}', feel mood DEFAULT 'so-so', calc integer DEFAULT twice(21), uid uuid DEFAULT gen_random_uuid(),
    neg integer DEFAULT -5, e double precision DEFAULT 1e-7, bytes bytea DEFAULT '\x00ff', who name DEFAULT CURRENT_USER,
    doubled integer GENERATED ALWAYS AS (neg * 2) STORED, words tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(text, ''))) STORED
);
COMMENT ON COLUMN all_defaults.text IS E'Several\nlines; with ''quotes'' and 日本語';
CREATE TABLE keys (
    a integer, b text COLLATE "C", c integer NOT NULL, d text COLLATE german, e integer,
    CONSTRAINT keys_primary PRIMARY KEY (a, b) INCLUDE (c) WITH (fillfactor = 70),
    CONSTRAINT keys_c UNIQUE (c) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT keys_d UNIQUE NULLS NOT DISTINCT (d, e) INCLUDE (a),
    CONSTRAINT keys_positive CHECK (a > 0 AND (b <> '' OR b IS NULL)) NO INHERIT,
    CONSTRAINT keys_valid CHECK (e BETWEEN 1 AND 10 OR e = ANY (ARRAY[20, 30])),
    UNIQUE (e) WITH (fillfactor = 60)
);
COMMENT ON CONSTRAINT keys_c ON keys IS 'No two';
ALTER TABLE keys ADD CONSTRAINT keys_later CHECK (c < 1000000) NOT VALID;
CREATE TABLE key_users (
    id integer PRIMARY KEY, a integer DEFAULT 1, b text, c integer, self integer REFERENCES key_users DEFERRABLE,
    CONSTRAINT to_keys FOREIGN KEY (a, b) REFERENCES keys MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL,
    CONSTRAINT to_c FOREIGN KEY (c) REFERENCES keys (e) ON DELETE SET DEFAULT ON UPDATE RESTRICT,
    CONSTRAINT to_part FOREIGN KEY (a, b) REFERENCES keys ON DELETE SET NULL (b)
);
ALTER TABLE key_users ADD CONSTRAINT unchecked FOREIGN KEY (self) REFERENCES key_users (id) NOT VALID;
CREATE TABLE circle_a (id integer PRIMARY KEY, b integer, UNIQUE (id, b));
CREATE TABLE circle_b (id integer PRIMARY KEY, a integer NOT NULL CONSTRAINT b_to_a REFERENCES circle_a INITIALLY DEFERRED DEFERRABLE);
CREATE TABLE circle_c (id integer PRIMARY KEY, b integer REFERENCES circle_b, c integer REFERENCES circle_c);
ALTER TABLE circle_a ADD CONSTRAINT a_to_b FOREIGN KEY (b) REFERENCES circle_b (id);
ALTER TABLE circle_b ADD COLUMN c integer REFERENCES circle_c;
CREATE TABLE bookings (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY, room integer NOT NULL, during tstzrange NOT NULL, cancelled boolean DEFAULT false NOT NULL, place point,
    CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled),
    CONSTRAINT apart EXCLUDE USING gist ((room + 1) WITH =, during WITH -|-) DEFERRABLE
);
CREATE TABLE indexed (id integer, title text, body text, tags text[], doc jsonb, at timestamptz, place point, "Mixed Case" text, n integer);
CREATE INDEX indexed_ordered ON indexed (title DESC NULLS LAST, n NULLS FIRST) INCLUDE (at) WHERE n IS NOT NULL;
CREATE UNIQUE INDEX indexed_lower ON indexed (lower(title) text_pattern_ops, (n + id)) WITH (fillfactor = 50);
CREATE UNIQUE INDEX indexed_nulls ON indexed (n, id) NULLS NOT DISTINCT;
CREATE INDEX indexed_tags ON indexed USING gin (tags);
CREATE INDEX indexed_doc ON indexed USING gin (doc jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX indexed_words ON indexed USING gin (to_tsvector('german', coalesce(body, '')));
CREATE INDEX indexed_trgm ON indexed USING gist (title gist_trgm_ops (siglen = 32));
CREATE INDEX indexed_brin ON indexed USING brin (at) WITH (pages_per_range = 16);
CREATE INDEX indexed_hash ON indexed USING hash (title);
CREATE INDEX indexed_place ON indexed USING spgist (place);
CREATE INDEX "Indexed ""Odd""" ON indexed ("Mixed Case" COLLATE german);
COMMENT ON INDEX indexed_hash IS 'Equality only';
ALTER INDEX indexed_lower ALTER COLUMN 2 SET STATISTICS 500;
CREATE UNLOGGED TABLE scratch (id integer, body text) WITH (fillfactor = 80, autovacuum_enabled = false);
ALTER TABLE scratch ALTER body SET STORAGE EXTERNAL, ALTER body SET COMPRESSION pglz, ALTER id SET STATISTICS 250, ALTER id SET (n_distinct = -0.5);
CREATE TABLE measures (id bigint, at date NOT NULL, what text DEFAULT 'x', value numeric, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX measures_what ON measures (what);
CREATE TABLE measures_2025 PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE measures_2026 PARTITION OF measures FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH (id);
CREATE TABLE measures_2026_0 PARTITION OF measures_2026 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE measures_2026_1 PARTITION OF measures_2026 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE measures_rest PARTITION OF measures DEFAULT;
CREATE INDEX measures_2025_value ON measures_2025 (value);
CREATE TABLE by_list (id integer, kind text, CONSTRAINT by_list_check CHECK (id > 0)) PARTITION BY LIST (kind);
CREATE TABLE by_list_ab PARTITION OF by_list FOR VALUES IN ('a', 'b', NULL);
CREATE TABLE by_list_c PARTITION OF by_list FOR VALUES IN ('c');
CREATE TABLE base_thing (id integer PRIMARY KEY, label text NOT NULL, CONSTRAINT base_check CHECK (label <> ''));
CREATE TABLE special_thing (extra integer, CONSTRAINT special_check CHECK (extra > 0)) INHERITS (base_thing);
CREATE TABLE special_special_thing (more text) INHERITS (special_thing);
CREATE TABLE typed OF money_amount;
CREATE TABLE guarded (id integer PRIMARY KEY, owner name DEFAULT CURRENT_USER, secret text);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
CREATE POLICY own_rows ON guarded USING (owner = CURRENT_USER) WITH CHECK (owner = CURRENT_USER AND secret IS NOT NULL);
CREATE POLICY read_some ON guarded AS RESTRICTIVE FOR SELECT TO PUBLIC USING (id > 0);
COMMENT ON POLICY own_rows ON guarded IS 'Mine';
CREATE TABLE stamped (id integer PRIMARY KEY, name text, changed timestamptz, n integer);
ALTER TABLE stamped CLUSTER ON stamped_pkey;
CREATE TRIGGER stamp_it BEFORE INSERT OR UPDATE OF name, n ON stamped FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION stamp();
CREATE CONSTRAINT TRIGGER stamp_late AFTER DELETE ON stamped DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER stamp_all AFTER TRUNCATE ON stamped EXECUTE FUNCTION stamp();
CREATE TRIGGER stamp_new AFTER INSERT ON stamped REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION stamp();
ALTER TABLE stamped DISABLE TRIGGER stamp_all;
COMMENT ON TRIGGER stamp_it ON stamped IS 'Stamps';
CREATE RULE no_update AS ON UPDATE TO typed DO INSTEAD NOTHING;
COMMENT ON RULE no_update ON typed IS 'Never';
CREATE STATISTICS together (dependencies, ndistinct) ON room, cancelled FROM bookings;
COMMENT ON STATISTICS together IS 'They go together';
CREATE TABLE renamed_identity (id integer GENERATED BY DEFAULT AS IDENTITY);
ALTER SEQUENCE renamed_identity_id_seq RENAME TO my_own_numbers;
CREATE TABLE "Groß und ""klein""" ("SELECT" integer PRIMARY KEY, "from where" text, "Ünïcode" text CHECK ("Ünïcode" <> ''), "日本" integer REFERENCES "Groß und ""klein""" ("SELECT"), "tab	bed" text DEFAULT 'a	b');
CREATE INDEX "Зима" ON "Groß und ""klein""" ("from where", "日本" DESC);
COMMENT ON TABLE "Groß und ""klein""" IS 'Names that need quotes';
CREATE TABLE "user" ("order" integer PRIMARY KEY, "group" text, "table" text, "limit" integer, "default" boolean DEFAULT false);
CREATE TABLE "таблица" ("ключ" integer PRIMARY KEY, "значение" text DEFAULT 'пусто');
CREATE TABLE no_columns ();

CREATE TABLE "countries" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "code" char(2) NOT NULL,
    "name" varchar(100) NOT NULL,
    "currency" char(3) NOT NULL,
    "in_union" boolean NOT NULL DEFAULT false,
    CONSTRAINT "countries_code_key" UNIQUE ("code")
);
CREATE TABLE "regions" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "country_id" bigint NOT NULL,
    "name" varchar(100) NOT NULL,
    "tax" numeric(5,3) NOT NULL DEFAULT 0.19,
    CONSTRAINT "regions_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "countries" ("id") ON DELETE RESTRICT
);
CREATE INDEX "regions_country_id_idx" ON "regions" ("country_id");
CREATE TABLE "cities" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "region_id" bigint NOT NULL,
    "name" varchar(120) NOT NULL,
    "population" integer,
    "lat" double precision,
    "lon" double precision,
    CONSTRAINT "cities_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "regions" ("id") ON DELETE RESTRICT
);
CREATE INDEX "cities_region_id_idx" ON "cities" ("region_id");
CREATE INDEX "cities_name_idx" ON "cities" ("name");
CREATE TABLE "addresses" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "city_id" bigint NOT NULL,
    "street" varchar(200) NOT NULL,
    "number" varchar(20),
    "postcode" varchar(12) NOT NULL,
    "note" text,
    CONSTRAINT "addresses_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "cities" ("id") ON UPDATE CASCADE
);
CREATE INDEX "addresses_postcode_idx" ON "addresses" ("postcode");
CREATE TABLE "companies" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" varchar(200) NOT NULL,
    "address_id" bigint,
    "founded" date,
    "website" text,
    CONSTRAINT "companies_name_key" UNIQUE ("name"),
    CONSTRAINT "companies_address_id_fk" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON UPDATE CASCADE
);
CREATE INDEX "companies_address_id_idx" ON "companies" ("address_id");
CREATE TABLE "people" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "given" varchar(80) NOT NULL,
    "family" varchar(80) NOT NULL,
    "born" date,
    "email" varchar(255) NOT NULL,
    "address_id" bigint,
    "company_id" bigint,
    CONSTRAINT "people_email_key" UNIQUE ("email"),
    CONSTRAINT "people_address_id_fk" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON DELETE SET NULL,
    CONSTRAINT "people_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE SET NULL
);
CREATE INDEX "people_family_idx" ON "people" ("family");
CREATE INDEX "people_address_id_idx" ON "people" ("address_id");
CREATE INDEX "people_company_id_idx" ON "people" ("company_id");
CREATE TABLE "accounts" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "person_id" bigint NOT NULL,
    "login" varchar(60) NOT NULL,
    "secret" bytea NOT NULL,
    "locked" boolean NOT NULL DEFAULT false,
    "created" timestamptz NOT NULL DEFAULT now(),
    "tries" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "accounts_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "accounts_login_key" UNIQUE ("login"),
    CONSTRAINT "accounts_tries_check" CHECK ("tries" >= 0)
);
CREATE TABLE "sessions" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "account_id" bigint NOT NULL,
    "token" varchar(64) NOT NULL,
    "opened" timestamptz NOT NULL DEFAULT now(),
    "closed" timestamptz,
    "agent" text,
    CONSTRAINT "sessions_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id"),
    CONSTRAINT "sessions_token_key" UNIQUE ("token")
);
CREATE INDEX "sessions_account_id_idx" ON "sessions" ("account_id");
CREATE TABLE "roles" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" varchar(40) NOT NULL,
    "title" varchar(100),
    "rank" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "roles_name_key" UNIQUE ("name"),
    CONSTRAINT "roles_rank_check" CHECK ("rank" >= 0)
);
CREATE TABLE "permissions" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" varchar(60) NOT NULL,
    "about" text,
    CONSTRAINT "permissions_name_key" UNIQUE ("name")
);
CREATE TABLE "role_permissions" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "role_id" bigint NOT NULL,
    "permission_id" bigint NOT NULL,
    "granted" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "role_permissions_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "roles" ("id"),
    CONSTRAINT "role_permissions_permission_id_fk" FOREIGN KEY ("permission_id") REFERENCES "permissions" ("id") ON DELETE RESTRICT
);
CREATE INDEX "role_permissions_role_id_idx" ON "role_permissions" ("role_id");
CREATE INDEX "role_permissions_permission_id_idx" ON "role_permissions" ("permission_id");
CREATE TABLE "account_roles" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "account_id" bigint NOT NULL,
    "role_id" bigint NOT NULL,
    "since" date NOT NULL,
    CONSTRAINT "account_roles_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id"),
    CONSTRAINT "account_roles_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON UPDATE CASCADE
);
CREATE INDEX "account_roles_account_id_idx" ON "account_roles" ("account_id");
CREATE INDEX "account_roles_role_id_idx" ON "account_roles" ("role_id");
CREATE TABLE "warehouses" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" varchar(80) NOT NULL,
    "address_id" bigint NOT NULL,
    "capacity" integer NOT NULL DEFAULT 1000,
    CONSTRAINT "warehouses_name_key" UNIQUE ("name"),
    CONSTRAINT "warehouses_address_id_fk" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON UPDATE CASCADE
);
CREATE TABLE "shelves" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "warehouse_id" bigint NOT NULL,
    "label" varchar(20) NOT NULL,
    "height" numeric(6,2) NOT NULL DEFAULT 2.5,
    CONSTRAINT "shelves_warehouse_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "warehouses" ("id")
);
CREATE INDEX "shelves_warehouse_id_idx" ON "shelves" ("warehouse_id");
CREATE TABLE "categories" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "parent_id" bigint,
    "name" varchar(100) NOT NULL,
    "slug" varchar(100) NOT NULL,
    "position" integer NOT NULL DEFAULT 0,
    CONSTRAINT "categories_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "categories" ("id") ON DELETE RESTRICT,
    CONSTRAINT "categories_slug_key" UNIQUE ("slug")
);
CREATE INDEX "categories_parent_id_idx" ON "categories" ("parent_id");
CREATE TABLE "brands" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" varchar(100) NOT NULL,
    "company_id" bigint,
    "logo" text,
    CONSTRAINT "brands_name_key" UNIQUE ("name"),
    CONSTRAINT "brands_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE SET NULL
);
CREATE TABLE "products" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "brand_id" bigint,
    "category_id" bigint NOT NULL,
    "sku" varchar(40) NOT NULL,
    "title" varchar(200) NOT NULL,
    "about" text,
    "price" numeric(12,2) NOT NULL,
    "weight" numeric(8,3),
    "active" boolean NOT NULL DEFAULT true,
    "created" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "products_brand_id_fk" FOREIGN KEY ("brand_id") REFERENCES "brands" ("id") ON DELETE CASCADE,
    CONSTRAINT "products_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "categories" ("id") ON DELETE RESTRICT,
    CONSTRAINT "products_sku_key" UNIQUE ("sku")
);
CREATE INDEX "products_brand_id_idx" ON "products" ("brand_id");
CREATE INDEX "products_category_id_idx" ON "products" ("category_id");
CREATE INDEX "products_title_idx" ON "products" ("title");
CREATE TABLE "product_images" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "product_id" bigint NOT NULL,
    "path" text NOT NULL,
    "caption" varchar(200),
    "position" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "product_images_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON DELETE RESTRICT,
    CONSTRAINT "product_images_position_check" CHECK ("position" >= 0)
);
CREATE INDEX "product_images_product_id_idx" ON "product_images" ("product_id");
CREATE TABLE "product_tags" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "product_id" bigint NOT NULL,
    "tag" varchar(50) NOT NULL,
    CONSTRAINT "product_tags_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON DELETE CASCADE
);
CREATE INDEX "product_tags_tag_idx" ON "product_tags" ("tag");
CREATE TABLE "variants" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "product_id" bigint NOT NULL,
    "sku" varchar(40) NOT NULL,
    "size" varchar(20),
    "colour" varchar(30),
    "price" numeric(12,2),
    CONSTRAINT "variants_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id"),
    CONSTRAINT "variants_sku_key" UNIQUE ("sku")
);
CREATE INDEX "variants_product_id_idx" ON "variants" ("product_id");
CREATE TABLE "suppliers" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "company_id" bigint NOT NULL,
    "rating" smallint,
    "terms" text,
    CONSTRAINT "suppliers_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON UPDATE CASCADE,
    CONSTRAINT "suppliers_rating_check" CHECK ("rating" >= 0)
);
CREATE INDEX "suppliers_company_id_idx" ON "suppliers" ("company_id");
CREATE TABLE "supplier_products" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "supplier_id" bigint NOT NULL,
    "product_id" bigint NOT NULL,
    "cost" numeric(12,4) NOT NULL,
    "days" smallint NOT NULL DEFAULT 7,
    CONSTRAINT "supplier_products_supplier_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "suppliers" ("id") ON DELETE CASCADE,
    CONSTRAINT "supplier_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON DELETE RESTRICT,
    CONSTRAINT "supplier_products_days_check" CHECK ("days" >= 0)
);
CREATE TABLE "stock" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "variant_id" bigint NOT NULL,
    "shelf_id" bigint NOT NULL,
    "quantity" integer NOT NULL DEFAULT 0,
    "counted" timestamptz,
    CONSTRAINT "stock_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id") ON DELETE CASCADE,
    CONSTRAINT "stock_shelf_id_fk" FOREIGN KEY ("shelf_id") REFERENCES "shelves" ("id") ON UPDATE CASCADE
);
CREATE INDEX "stock_variant_id_idx" ON "stock" ("variant_id");
CREATE INDEX "stock_shelf_id_idx" ON "stock" ("shelf_id");
CREATE TABLE "price_lists" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" varchar(80) NOT NULL,
    "currency" char(3) NOT NULL,
    "since" date NOT NULL,
    "until" date,
    CONSTRAINT "price_lists_name_key" UNIQUE ("name")
);
CREATE TABLE "prices" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "price_list_id" bigint NOT NULL,
    "variant_id" bigint NOT NULL,
    "amount" numeric(12,2) NOT NULL,
    CONSTRAINT "prices_price_list_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "price_lists" ("id"),
    CONSTRAINT "prices_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id") ON UPDATE CASCADE
);
CREATE TABLE "customers" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "person_id" bigint NOT NULL,
    "number" varchar(20) NOT NULL,
    "since" date NOT NULL,
    "credit" numeric(12,2) NOT NULL DEFAULT 0,
    CONSTRAINT "customers_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON UPDATE CASCADE,
    CONSTRAINT "customers_number_key" UNIQUE ("number")
);
CREATE INDEX "customers_person_id_idx" ON "customers" ("person_id");
CREATE TABLE "carts" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "customer_id" bigint,
    "created" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "carts_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
);
CREATE INDEX "carts_customer_id_idx" ON "carts" ("customer_id");
CREATE TABLE "cart_lines" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "cart_id" bigint NOT NULL,
    "variant_id" bigint NOT NULL,
    "quantity" integer NOT NULL DEFAULT 1,
    CONSTRAINT "cart_lines_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "carts" ("id") ON UPDATE CASCADE,
    CONSTRAINT "cart_lines_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id")
);
CREATE TABLE "orders" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "customer_id" bigint NOT NULL,
    "number" varchar(20) NOT NULL,
    "placed" timestamptz NOT NULL DEFAULT now(),
    "paid" timestamptz,
    "total" numeric(14,2) NOT NULL DEFAULT 0,
    "note" text,
    "delivery_id" bigint,
    CONSTRAINT "orders_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT,
    CONSTRAINT "orders_number_key" UNIQUE ("number"),
    CONSTRAINT "orders_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "addresses" ("id") ON DELETE RESTRICT
);
CREATE INDEX "orders_customer_id_idx" ON "orders" ("customer_id");
CREATE INDEX "orders_delivery_id_idx" ON "orders" ("delivery_id");
CREATE TABLE "order_lines" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "order__id" bigint NOT NULL,
    "variant_id" bigint NOT NULL,
    "quantity" integer NOT NULL,
    "price" numeric(12,2) NOT NULL,
    "discount" numeric(5,2) NOT NULL DEFAULT 0,
    CONSTRAINT "order_lines_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id") ON UPDATE CASCADE,
    CONSTRAINT "order_lines_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id") ON DELETE RESTRICT
);
CREATE INDEX "order_lines_order__id_idx" ON "order_lines" ("order__id");
CREATE INDEX "order_lines_variant_id_idx" ON "order_lines" ("variant_id");
CREATE TABLE "payments" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "order__id" bigint NOT NULL,
    "amount" numeric(14,2) NOT NULL,
    "method" varchar(30) NOT NULL,
    "reference" varchar(80),
    "at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "payments_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id") ON DELETE RESTRICT
);
CREATE TABLE "refunds" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "payment_id" bigint NOT NULL,
    "amount" numeric(14,2) NOT NULL,
    "reason" text,
    "at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "refunds_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "payments" ("id")
);
CREATE INDEX "refunds_payment_id_idx" ON "refunds" ("payment_id");
CREATE TABLE "shipments" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "order__id" bigint NOT NULL,
    "carrier" varchar(60) NOT NULL,
    "tracking" varchar(80) NOT NULL,
    "sent" timestamptz,
    "arrived" timestamptz,
    CONSTRAINT "shipments_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id")
);
CREATE INDEX "shipments_order__id_idx" ON "shipments" ("order__id");
CREATE INDEX "shipments_tracking_idx" ON "shipments" ("tracking");
CREATE TABLE "shipment_lines" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "shipment_id" bigint NOT NULL,
    "order_line_id" bigint NOT NULL,
    "quantity" integer NOT NULL,
    CONSTRAINT "shipment_lines_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "shipments" ("id") ON DELETE CASCADE,
    CONSTRAINT "shipment_lines_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON UPDATE CASCADE
);
CREATE TABLE "returns" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "order_line_id" bigint NOT NULL,
    "reason" varchar(200) NOT NULL,
    "received" timestamptz,
    "accepted" boolean,
    CONSTRAINT "returns_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON DELETE RESTRICT
);
CREATE INDEX "returns_order_line_id_idx" ON "returns" ("order_line_id");
CREATE TABLE "reviews" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "product_id" bigint NOT NULL,
    "customer_id" bigint NOT NULL,
    "stars" smallint NOT NULL,
    "title" varchar(120),
    "body" text,
    "at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "reviews_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id"),
    CONSTRAINT "reviews_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON UPDATE CASCADE,
    CONSTRAINT "reviews_stars_check" CHECK ("stars" >= 0)
);
CREATE INDEX "reviews_product_id_idx" ON "reviews" ("product_id");
CREATE INDEX "reviews_customer_id_idx" ON "reviews" ("customer_id");
CREATE TABLE "wishes" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "customer_id" bigint NOT NULL,
    "product_id" bigint NOT NULL,
    "added" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "wishes_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT,
    CONSTRAINT "wishes_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE CASCADE
);
CREATE TABLE "coupons" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "code" varchar(30) NOT NULL,
    "percent" numeric(5,2) NOT NULL,
    "until" date,
    "uses" integer NOT NULL DEFAULT 0,
    CONSTRAINT "coupons_code_key" UNIQUE ("code")
);
CREATE TABLE "coupon_uses" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "coupon_id" bigint NOT NULL,
    "order__id" bigint NOT NULL,
    "at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "coupon_uses_coupon_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "coupons" ("id") ON DELETE RESTRICT,
    CONSTRAINT "coupon_uses_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id") ON DELETE RESTRICT
);
CREATE INDEX "coupon_uses_coupon_id_idx" ON "coupon_uses" ("coupon_id");
CREATE INDEX "coupon_uses_order__id_idx" ON "coupon_uses" ("order__id");
CREATE TABLE "newsletters" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "subject" varchar(200) NOT NULL,
    "body" text NOT NULL,
    "sent" timestamptz
);
CREATE TABLE "subscriptions" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "person_id" bigint NOT NULL,
    "newsletter_id" bigint NOT NULL,
    "since" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "subscriptions_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "people" ("id"),
    CONSTRAINT "subscriptions_newsletter_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "newsletters" ("id")
);
CREATE INDEX "subscriptions_person_id_idx" ON "subscriptions" ("person_id");
CREATE INDEX "subscriptions_newsletter_id_idx" ON "subscriptions" ("newsletter_id");
CREATE TABLE "tickets" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "customer_id" bigint NOT NULL,
    "subject" varchar(200) NOT NULL,
    "opened" timestamptz NOT NULL DEFAULT now(),
    "closed" timestamptz,
    "urgency" smallint NOT NULL DEFAULT 3,
    CONSTRAINT "tickets_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
    CONSTRAINT "tickets_urgency_check" CHECK ("urgency" >= 0)
);
CREATE INDEX "tickets_customer_id_idx" ON "tickets" ("customer_id");
CREATE TABLE "ticket_messages" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "ticket_id" bigint NOT NULL,
    "account_id" bigint,
    "body" text NOT NULL,
    "at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "ticket_messages_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE RESTRICT,
    CONSTRAINT "ticket_messages_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ticket_messages_at_idx" ON "ticket_messages" ("at");
CREATE TABLE "documents" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "owner_id" bigint NOT NULL,
    "title" varchar(200) NOT NULL,
    "body" text,
    "size" bigint NOT NULL DEFAULT 0,
    CONSTRAINT "documents_owner_id_fk" FOREIGN KEY ("owner_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
);
CREATE INDEX "documents_owner_id_idx" ON "documents" ("owner_id");
CREATE TABLE "document_versions" (
    "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "document_id" bigint NOT NULL,
    "number" integer NOT NULL,
    "body" text NOT NULL,
    "at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "document_versions_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE RESTRICT
);
CREATE INDEX "document_versions_document_id_idx" ON "document_versions" ("document_id");

CREATE VIEW open_orders AS SELECT o.id, o.number, c.number AS customer FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.paid IS NULL;

CREATE VIEW a_view_on_views (n, customer) AS SELECT count(*), customer FROM open_orders GROUP BY customer;
COMMENT ON VIEW a_view_on_views IS 'Two deep';
COMMENT ON COLUMN a_view_on_views.n IS 'How many';
CREATE VIEW small_stock WITH (security_barrier, check_option = local) AS SELECT * FROM stock WHERE quantity < 10;
CREATE VIEW feelings AS SELECT m, (amount).amount AS worth, twice(int) AS doubled, c FROM all_types WHERE txt === 'x';
CREATE TRIGGER feelings_insert INSTEAD OF INSERT ON feelings FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE RECURSIVE VIEW category_paths (id, path) AS SELECT id, name::text FROM categories WHERE parent_id IS NULL UNION ALL SELECT c.id, p.path || '/' || c.name FROM categories c JOIN category_paths p ON p.id = c.parent_id;
CREATE MATERIALIZED VIEW sales WITH (fillfactor = 90) AS SELECT p.id AS product, sum(l.quantity) AS sold FROM order_lines l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id GROUP BY p.id;
CREATE UNIQUE INDEX sales_product ON sales (product);
COMMENT ON MATERIALIZED VIEW sales IS 'What goes';
CREATE MATERIALIZED VIEW best_sellers AS SELECT * FROM sales WHERE sold > 100;
CREATE FUNCTION orders_of(customer customers) RETURNS SETOF orders LANGUAGE sql STABLE AS $$ SELECT * FROM orders WHERE customer_id = customer.id $$;
CREATE FUNCTION best() RETURNS SETOF best_sellers LANGUAGE sql STABLE AS $$ SELECT * FROM best_sellers $$;
CREATE FUNCTION newest_order() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT max(id) FROM orders; END;
CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watch_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION log_ddl();
ALTER EVENT TRIGGER watch_ddl DISABLE;
CREATE FOREIGN DATA WRAPPER nowhere OPTIONS (kind 'none');
CREATE SERVER elsewhere TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER nowhere OPTIONS (host 'far;away');
CREATE FOREIGN TABLE far_away (id integer NOT NULL, body text OPTIONS (col 'b') DEFAULT 'z') SERVER elsewhere OPTIONS (tab 't');
CREATE PUBLICATION some_rows FOR TABLE orders (id, number) WHERE (id > 0), customers WITH (publish = 'insert, update');
CREATE PUBLICATION everything FOR ALL TABLES;
COMMENT ON PUBLICATION everything IS 'All';
