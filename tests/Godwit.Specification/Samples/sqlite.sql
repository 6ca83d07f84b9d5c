-- One of every feature that a catalog can show, beside the tables of a shop. In the order and the spelling of somebody in a hurry.
CREATE TABLE all_types (a INT, b INTEGER, c TINYINT, d UNSIGNED BIG INT, e VARCHAR ( 20 ), f NATIVE CHARACTER(70), g CLOB, h BLOB, i REAL, j DOUBLE PRECISION, k NUMERIC, l DECIMAL(10,5), m BOOLEAN, n DATE, o DATETIME, p, q "odd type", r JSON);
create table all_defaults (id integer primary key autoincrement, t text default 'it''s', n int default -5, f real default 1e-7, x blob default x'00ff', now text default current_timestamp,
  e text default (lower('ABC') || 'x'), b boolean default TRUE, nil text default null, g int generated always as (n * 2) stored, v text as (t || '!') virtual not null);
CREATE TABLE keys (
    a INTEGER, b TEXT COLLATE NOCASE, c INTEGER NOT NULL ON CONFLICT IGNORE, d TEXT UNIQUE ON CONFLICT REPLACE, -- a comment, with (parentheses
    CONSTRAINT keys_primary PRIMARY KEY (a, b DESC), CONSTRAINT "unique c" UNIQUE (c, d), CHECK (a > 0), CONSTRAINT named CHECK (b <> ')' AND (c IS NOT NULL)) /* and another ) */
) WITHOUT ROWID;
CREATE TABLE key_users (id INTEGER PRIMARY KEY, a INT DEFAULT 1, b TEXT, self INT REFERENCES key_users ON DELETE SET NULL,
    CONSTRAINT to_keys FOREIGN KEY (a, b) REFERENCES keys ON UPDATE CASCADE ON DELETE SET DEFAULT MATCH FULL DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE circle_a (id INTEGER PRIMARY KEY, b INT REFERENCES circle_b (id));
CREATE TABLE circle_b (id INTEGER PRIMARY KEY, a INT REFERENCES circle_a (id), c INT CONSTRAINT to_c REFERENCES circle_c);
CREATE TABLE circle_c (id INTEGER PRIMARY KEY, b INT REFERENCES circle_b);
CREATE TABLE strict_one (id INTEGER PRIMARY KEY, t TEXT NOT NULL, a ANY, i INT) STRICT;
CREATE TABLE indexed (id INT, title TEXT, body TEXT, "Mixed Case" TEXT, n INT);
CREATE INDEX indexed_ordered ON indexed (title DESC, n) WHERE n IS NOT NULL;
CREATE UNIQUE INDEX indexed_lower ON indexed(lower(title), n + id);
CREATE INDEX "Indexed ""Odd""" ON "indexed" ("Mixed Case" COLLATE NOCASE, [body] COLLATE RTRIM DESC);
CREATE TABLE [bracketed name] ([SELECT] INTEGER PRIMARY KEY, `from where` TEXT, "Ünïcode" TEXT CHECK ("Ünïcode" <> ''), "日本" INT REFERENCES [bracketed name]([SELECT]));
CREATE TABLE "таблица" ("ключ" INTEGER PRIMARY KEY, "значение" TEXT DEFAULT 'пусто');
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "table" TEXT, "default" TEXT DEFAULT 'x');
CREATE VIRTUAL TABLE searched USING fts5(title, body, content='indexed', content_rowid='id');
CREATE VIRTUAL TABLE boxes USING rtree(id, x1, x2, y1, y2);
CREATE TABLE boxes_of_others (id INTEGER PRIMARY KEY);
CREATE TABLE renamed_old (id INTEGER PRIMARY KEY, x TEXT);
CREATE VIEW early AS SELECT * FROM indexed;
CREATE TRIGGER indexed_search AFTER INSERT ON indexed BEGIN
    INSERT INTO searched (rowid, title, body) VALUES (new.id, new.title, new.body); -- keeps; up
    UPDATE all_defaults SET n = n + 1 WHERE id = CASE WHEN new.n > 0 THEN 1 ELSE 2 END;
END;
CREATE TRIGGER [odd trigger] BEFORE UPDATE OF title, n ON "indexed" FOR EACH ROW WHEN new.n > 0 BEGIN SELECT raise(abort, 'no; never'); END;
ALTER TABLE renamed_old RENAME TO renamed_new;
ALTER TABLE renamed_new ADD COLUMN added TEXT DEFAULT 'later';
ALTER TABLE renamed_new RENAME COLUMN x TO "new x";

CREATE TABLE "countries" (
    "id" integer PRIMARY KEY,
    "code" char(2) NOT NULL,
    "name" varchar(100) NOT NULL,
    "currency" char(3) NOT NULL,
    "in_union" boolean NOT NULL DEFAULT false,
    CONSTRAINT "countries_code_key" UNIQUE ("code")
);
CREATE TABLE "regions" (
    "id" integer PRIMARY KEY,
    "country_id" integer NOT NULL,
    "name" varchar(100) NOT NULL,
    "tax" decimal(5,3) NOT NULL DEFAULT 0.19,
    CONSTRAINT "regions_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "countries" ("id") ON DELETE RESTRICT
);
CREATE INDEX "regions_country_id_idx" ON "regions" ("country_id");
CREATE TABLE "cities" (
    "id" integer PRIMARY KEY,
    "region_id" integer NOT NULL,
    "name" varchar(120) NOT NULL,
    "population" integer,
    "lat" double,
    "lon" double,
    CONSTRAINT "cities_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "regions" ("id") ON DELETE RESTRICT
);
CREATE INDEX "cities_region_id_idx" ON "cities" ("region_id");
CREATE INDEX "cities_name_idx" ON "cities" ("name");
CREATE TABLE "addresses" (
    "id" integer PRIMARY KEY,
    "city_id" integer NOT NULL,
    "street" varchar(200) NOT NULL,
    "number" varchar(20),
    "postcode" varchar(12) NOT NULL,
    "note" text,
    CONSTRAINT "addresses_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "cities" ("id") ON UPDATE CASCADE
);
CREATE INDEX "addresses_postcode_idx" ON "addresses" ("postcode");
CREATE TABLE "companies" (
    "id" integer PRIMARY KEY,
    "name" varchar(200) NOT NULL,
    "address_id" integer,
    "founded" date,
    "website" text,
    CONSTRAINT "companies_name_key" UNIQUE ("name"),
    CONSTRAINT "companies_address_id_fk" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON UPDATE CASCADE
);
CREATE INDEX "companies_address_id_idx" ON "companies" ("address_id");
CREATE TABLE "people" (
    "id" integer PRIMARY KEY,
    "given" varchar(80) NOT NULL,
    "family" varchar(80) NOT NULL,
    "born" date,
    "email" varchar(255) NOT NULL,
    "address_id" integer,
    "company_id" integer,
    CONSTRAINT "people_email_key" UNIQUE ("email"),
    CONSTRAINT "people_address_id_fk" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON DELETE SET NULL,
    CONSTRAINT "people_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE SET NULL
);
CREATE INDEX "people_family_idx" ON "people" ("family");
CREATE INDEX "people_address_id_idx" ON "people" ("address_id");
CREATE INDEX "people_company_id_idx" ON "people" ("company_id");
CREATE TABLE "accounts" (
    "id" integer PRIMARY KEY,
    "person_id" integer NOT NULL,
    "login" varchar(60) NOT NULL,
    "secret" blob NOT NULL,
    "locked" boolean NOT NULL DEFAULT false,
    "created" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "accounts_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "accounts_login_key" UNIQUE ("login"),
    CONSTRAINT "accounts_tries_check" CHECK ("tries" >= 0)
);
CREATE TABLE "sessions" (
    "id" integer PRIMARY KEY,
    "account_id" integer NOT NULL,
    "token" varchar(64) NOT NULL,
    "opened" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed" timestamp,
    "agent" text,
    CONSTRAINT "sessions_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id"),
    CONSTRAINT "sessions_token_key" UNIQUE ("token")
);
CREATE INDEX "sessions_account_id_idx" ON "sessions" ("account_id");
CREATE TABLE "roles" (
    "id" integer PRIMARY KEY,
    "name" varchar(40) NOT NULL,
    "title" varchar(100),
    "rank" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "roles_name_key" UNIQUE ("name"),
    CONSTRAINT "roles_rank_check" CHECK ("rank" >= 0)
);
CREATE TABLE "permissions" (
    "id" integer PRIMARY KEY,
    "name" varchar(60) NOT NULL,
    "about" text,
    CONSTRAINT "permissions_name_key" UNIQUE ("name")
);
CREATE TABLE "role_permissions" (
    "id" integer PRIMARY KEY,
    "role_id" integer NOT NULL,
    "permission_id" integer NOT NULL,
    "granted" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "role_permissions_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "roles" ("id"),
    CONSTRAINT "role_permissions_permission_id_fk" FOREIGN KEY ("permission_id") REFERENCES "permissions" ("id") ON DELETE RESTRICT
);
CREATE INDEX "role_permissions_role_id_idx" ON "role_permissions" ("role_id");
CREATE INDEX "role_permissions_permission_id_idx" ON "role_permissions" ("permission_id");
CREATE TABLE "account_roles" (
    "id" integer PRIMARY KEY,
    "account_id" integer NOT NULL,
    "role_id" integer NOT NULL,
    "since" date NOT NULL,
    CONSTRAINT "account_roles_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id"),
    CONSTRAINT "account_roles_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON UPDATE CASCADE
);
CREATE INDEX "account_roles_account_id_idx" ON "account_roles" ("account_id");
CREATE INDEX "account_roles_role_id_idx" ON "account_roles" ("role_id");
CREATE TABLE "warehouses" (
    "id" integer PRIMARY KEY,
    "name" varchar(80) NOT NULL,
    "address_id" integer NOT NULL,
    "capacity" integer NOT NULL DEFAULT 1000,
    CONSTRAINT "warehouses_name_key" UNIQUE ("name"),
    CONSTRAINT "warehouses_address_id_fk" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON UPDATE CASCADE
);
CREATE TABLE "shelves" (
    "id" integer PRIMARY KEY,
    "warehouse_id" integer NOT NULL,
    "label" varchar(20) NOT NULL,
    "height" decimal(6,2) NOT NULL DEFAULT 2.5,
    CONSTRAINT "shelves_warehouse_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "warehouses" ("id")
);
CREATE INDEX "shelves_warehouse_id_idx" ON "shelves" ("warehouse_id");
CREATE TABLE "categories" (
    "id" integer PRIMARY KEY,
    "parent_id" integer,
    "name" varchar(100) NOT NULL,
    "slug" varchar(100) NOT NULL,
    "position" integer NOT NULL DEFAULT 0,
    CONSTRAINT "categories_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "categories" ("id") ON DELETE RESTRICT,
    CONSTRAINT "categories_slug_key" UNIQUE ("slug")
);
CREATE INDEX "categories_parent_id_idx" ON "categories" ("parent_id");
CREATE TABLE "brands" (
    "id" integer PRIMARY KEY,
    "name" varchar(100) NOT NULL,
    "company_id" integer,
    "logo" text,
    CONSTRAINT "brands_name_key" UNIQUE ("name"),
    CONSTRAINT "brands_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE SET NULL
);
CREATE TABLE "products" (
    "id" integer PRIMARY KEY,
    "brand_id" integer,
    "category_id" integer NOT NULL,
    "sku" varchar(40) NOT NULL,
    "title" varchar(200) NOT NULL,
    "about" text,
    "price" decimal(12,2) NOT NULL,
    "weight" decimal(8,3),
    "active" boolean NOT NULL DEFAULT true,
    "created" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "products_brand_id_fk" FOREIGN KEY ("brand_id") REFERENCES "brands" ("id") ON DELETE CASCADE,
    CONSTRAINT "products_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "categories" ("id") ON DELETE RESTRICT,
    CONSTRAINT "products_sku_key" UNIQUE ("sku")
);
CREATE INDEX "products_brand_id_idx" ON "products" ("brand_id");
CREATE INDEX "products_category_id_idx" ON "products" ("category_id");
CREATE INDEX "products_title_idx" ON "products" ("title");
CREATE TABLE "product_images" (
    "id" integer PRIMARY KEY,
    "product_id" integer NOT NULL,
    "path" text NOT NULL,
    "caption" varchar(200),
    "position" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "product_images_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON DELETE RESTRICT,
    CONSTRAINT "product_images_position_check" CHECK ("position" >= 0)
);
CREATE INDEX "product_images_product_id_idx" ON "product_images" ("product_id");
CREATE TABLE "product_tags" (
    "id" integer PRIMARY KEY,
    "product_id" integer NOT NULL,
    "tag" varchar(50) NOT NULL,
    CONSTRAINT "product_tags_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON DELETE CASCADE
);
CREATE INDEX "product_tags_tag_idx" ON "product_tags" ("tag");
CREATE TABLE "variants" (
    "id" integer PRIMARY KEY,
    "product_id" integer NOT NULL,
    "sku" varchar(40) NOT NULL,
    "size" varchar(20),
    "colour" varchar(30),
    "price" decimal(12,2),
    CONSTRAINT "variants_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id"),
    CONSTRAINT "variants_sku_key" UNIQUE ("sku")
);
CREATE INDEX "variants_product_id_idx" ON "variants" ("product_id");
CREATE TABLE "suppliers" (
    "id" integer PRIMARY KEY,
    "company_id" integer NOT NULL,
    "rating" smallint,
    "terms" text,
    CONSTRAINT "suppliers_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON UPDATE CASCADE,
    CONSTRAINT "suppliers_rating_check" CHECK ("rating" >= 0)
);
CREATE INDEX "suppliers_company_id_idx" ON "suppliers" ("company_id");
CREATE TABLE "supplier_products" (
    "id" integer PRIMARY KEY,
    "supplier_id" integer NOT NULL,
    "product_id" integer NOT NULL,
    "cost" decimal(12,4) NOT NULL,
    "days" smallint NOT NULL DEFAULT 7,
    CONSTRAINT "supplier_products_supplier_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "suppliers" ("id") ON DELETE CASCADE,
    CONSTRAINT "supplier_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON DELETE RESTRICT,
    CONSTRAINT "supplier_products_days_check" CHECK ("days" >= 0)
);
CREATE TABLE "stock" (
    "id" integer PRIMARY KEY,
    "variant_id" integer NOT NULL,
    "shelf_id" integer NOT NULL,
    "quantity" integer NOT NULL DEFAULT 0,
    "counted" timestamp,
    CONSTRAINT "stock_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id") ON DELETE CASCADE,
    CONSTRAINT "stock_shelf_id_fk" FOREIGN KEY ("shelf_id") REFERENCES "shelves" ("id") ON UPDATE CASCADE
);
CREATE INDEX "stock_variant_id_idx" ON "stock" ("variant_id");
CREATE INDEX "stock_shelf_id_idx" ON "stock" ("shelf_id");
CREATE TABLE "price_lists" (
    "id" integer PRIMARY KEY,
    "name" varchar(80) NOT NULL,
    "currency" char(3) NOT NULL,
    "since" date NOT NULL,
    "until" date,
    CONSTRAINT "price_lists_name_key" UNIQUE ("name")
);
CREATE TABLE "prices" (
    "id" integer PRIMARY KEY,
    "price_list_id" integer NOT NULL,
    "variant_id" integer NOT NULL,
    "amount" decimal(12,2) NOT NULL,
    CONSTRAINT "prices_price_list_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "price_lists" ("id"),
    CONSTRAINT "prices_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id") ON UPDATE CASCADE
);
CREATE TABLE "customers" (
    "id" integer PRIMARY KEY,
    "person_id" integer NOT NULL,
    "number" varchar(20) NOT NULL,
    "since" date NOT NULL,
    "credit" decimal(12,2) NOT NULL DEFAULT 0,
    CONSTRAINT "customers_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON UPDATE CASCADE,
    CONSTRAINT "customers_number_key" UNIQUE ("number")
);
CREATE INDEX "customers_person_id_idx" ON "customers" ("person_id");
CREATE TABLE "carts" (
    "id" integer PRIMARY KEY,
    "customer_id" integer,
    "created" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "carts_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
);
CREATE INDEX "carts_customer_id_idx" ON "carts" ("customer_id");
CREATE TABLE "cart_lines" (
    "id" integer PRIMARY KEY,
    "cart_id" integer NOT NULL,
    "variant_id" integer NOT NULL,
    "quantity" integer NOT NULL DEFAULT 1,
    CONSTRAINT "cart_lines_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "carts" ("id") ON UPDATE CASCADE,
    CONSTRAINT "cart_lines_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id")
);
CREATE TABLE "orders" (
    "id" integer PRIMARY KEY,
    "customer_id" integer NOT NULL,
    "number" varchar(20) NOT NULL,
    "placed" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid" timestamp,
    "total" decimal(14,2) NOT NULL DEFAULT 0,
    "note" text,
    "delivery_id" integer,
    CONSTRAINT "orders_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT,
    CONSTRAINT "orders_number_key" UNIQUE ("number"),
    CONSTRAINT "orders_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "addresses" ("id") ON DELETE RESTRICT
);
CREATE INDEX "orders_customer_id_idx" ON "orders" ("customer_id");
CREATE INDEX "orders_delivery_id_idx" ON "orders" ("delivery_id");
CREATE TABLE "order_lines" (
    "id" integer PRIMARY KEY,
    "order__id" integer NOT NULL,
    "variant_id" integer NOT NULL,
    "quantity" integer NOT NULL,
    "price" decimal(12,2) NOT NULL,
    "discount" decimal(5,2) NOT NULL DEFAULT 0,
    CONSTRAINT "order_lines_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id") ON UPDATE CASCADE,
    CONSTRAINT "order_lines_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "variants" ("id") ON DELETE RESTRICT
);
CREATE INDEX "order_lines_order__id_idx" ON "order_lines" ("order__id");
CREATE INDEX "order_lines_variant_id_idx" ON "order_lines" ("variant_id");
CREATE TABLE "payments" (
    "id" integer PRIMARY KEY,
    "order__id" integer NOT NULL,
    "amount" decimal(14,2) NOT NULL,
    "method" varchar(30) NOT NULL,
    "reference" varchar(80),
    "at" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "payments_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id") ON DELETE RESTRICT
);
CREATE TABLE "refunds" (
    "id" integer PRIMARY KEY,
    "payment_id" integer NOT NULL,
    "amount" decimal(14,2) NOT NULL,
    "reason" text,
    "at" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "refunds_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "payments" ("id")
);
CREATE INDEX "refunds_payment_id_idx" ON "refunds" ("payment_id");
CREATE TABLE "shipments" (
    "id" integer PRIMARY KEY,
    "order__id" integer NOT NULL,
    "carrier" varchar(60) NOT NULL,
    "tracking" varchar(80) NOT NULL,
    "sent" timestamp,
    "arrived" timestamp,
    CONSTRAINT "shipments_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id")
);
CREATE INDEX "shipments_order__id_idx" ON "shipments" ("order__id");
CREATE INDEX "shipments_tracking_idx" ON "shipments" ("tracking");
CREATE TABLE "shipment_lines" (
    "id" integer PRIMARY KEY,
    "shipment_id" integer NOT NULL,
    "order_line_id" integer NOT NULL,
    "quantity" integer NOT NULL,
    CONSTRAINT "shipment_lines_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "shipments" ("id") ON DELETE CASCADE,
    CONSTRAINT "shipment_lines_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON UPDATE CASCADE
);
CREATE TABLE "returns" (
    "id" integer PRIMARY KEY,
    "order_line_id" integer NOT NULL,
    "reason" varchar(200) NOT NULL,
    "received" timestamp,
    "accepted" boolean,
    CONSTRAINT "returns_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON DELETE RESTRICT
);
CREATE INDEX "returns_order_line_id_idx" ON "returns" ("order_line_id");
CREATE TABLE "reviews" (
    "id" integer PRIMARY KEY,
    "product_id" integer NOT NULL,
    "customer_id" integer NOT NULL,
    "stars" smallint NOT NULL,
    "title" varchar(120),
    "body" text,
    "at" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reviews_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id"),
    CONSTRAINT "reviews_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON UPDATE CASCADE,
    CONSTRAINT "reviews_stars_check" CHECK ("stars" >= 0)
);
CREATE INDEX "reviews_product_id_idx" ON "reviews" ("product_id");
CREATE INDEX "reviews_customer_id_idx" ON "reviews" ("customer_id");
CREATE TABLE "wishes" (
    "id" integer PRIMARY KEY,
    "customer_id" integer NOT NULL,
    "product_id" integer NOT NULL,
    "added" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "wishes_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT,
    CONSTRAINT "wishes_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE CASCADE
);
CREATE TABLE "coupons" (
    "id" integer PRIMARY KEY,
    "code" varchar(30) NOT NULL,
    "percent" decimal(5,2) NOT NULL,
    "until" date,
    "uses" integer NOT NULL DEFAULT 0,
    CONSTRAINT "coupons_code_key" UNIQUE ("code")
);
CREATE TABLE "coupon_uses" (
    "id" integer PRIMARY KEY,
    "coupon_id" integer NOT NULL,
    "order__id" integer NOT NULL,
    "at" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "coupon_uses_coupon_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "coupons" ("id") ON DELETE RESTRICT,
    CONSTRAINT "coupon_uses_order__id_fk" FOREIGN KEY ("order__id") REFERENCES "orders" ("id") ON DELETE RESTRICT
);
CREATE INDEX "coupon_uses_coupon_id_idx" ON "coupon_uses" ("coupon_id");
CREATE INDEX "coupon_uses_order__id_idx" ON "coupon_uses" ("order__id");
CREATE TABLE "newsletters" (
    "id" integer PRIMARY KEY,
    "subject" varchar(200) NOT NULL,
    "body" text NOT NULL,
    "sent" timestamp
);
CREATE TABLE "subscriptions" (
    "id" integer PRIMARY KEY,
    "person_id" integer NOT NULL,
    "newsletter_id" integer NOT NULL,
    "since" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "subscriptions_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "people" ("id"),
    CONSTRAINT "subscriptions_newsletter_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "newsletters" ("id")
);
CREATE INDEX "subscriptions_person_id_idx" ON "subscriptions" ("person_id");
CREATE INDEX "subscriptions_newsletter_id_idx" ON "subscriptions" ("newsletter_id");
CREATE TABLE "tickets" (
    "id" integer PRIMARY KEY,
    "customer_id" integer NOT NULL,
    "subject" varchar(200) NOT NULL,
    "opened" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed" timestamp,
    "urgency" smallint NOT NULL DEFAULT 3,
    CONSTRAINT "tickets_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
    CONSTRAINT "tickets_urgency_check" CHECK ("urgency" >= 0)
);
CREATE INDEX "tickets_customer_id_idx" ON "tickets" ("customer_id");
CREATE TABLE "ticket_messages" (
    "id" integer PRIMARY KEY,
    "ticket_id" integer NOT NULL,
    "account_id" integer,
    "body" text NOT NULL,
    "at" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ticket_messages_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE RESTRICT,
    CONSTRAINT "ticket_messages_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ticket_messages_at_idx" ON "ticket_messages" ("at");
CREATE TABLE "documents" (
    "id" integer PRIMARY KEY,
    "owner_id" integer NOT NULL,
    "title" varchar(200) NOT NULL,
    "body" text,
    "size" bigint NOT NULL DEFAULT 0,
    CONSTRAINT "documents_owner_id_fk" FOREIGN KEY ("owner_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
);
CREATE INDEX "documents_owner_id_idx" ON "documents" ("owner_id");
CREATE TABLE "document_versions" (
    "id" integer PRIMARY KEY,
    "document_id" integer NOT NULL,
    "number" integer NOT NULL,
    "body" text NOT NULL,
    "at" timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "document_versions_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE RESTRICT
);
CREATE INDEX "document_versions_document_id_idx" ON "document_versions" ("document_id");

CREATE VIEW open_orders AS SELECT o.id, o.number, c.number AS customer FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.paid IS NULL;
CREATE VIEW a_view_on_views (n, customer) AS SELECT count(*), customer FROM open_orders GROUP BY customer;
CREATE TRIGGER early_insert INSTEAD OF INSERT ON early BEGIN INSERT INTO indexed (id, title) VALUES (new.id, new.title); END;
CREATE TABLE after_all (id INTEGER PRIMARY KEY, order_id INT REFERENCES orders ON DELETE CASCADE);
