-- One of every feature that a catalog can show, beside the tables of a shop.
CREATE SEQUENCE invoice_numbers START WITH 1000 INCREMENT BY 5 MINVALUE 1 MAXVALUE 900000 CACHE 10 CYCLE;
CREATE SEQUENCE countdown START WITH -1 INCREMENT BY -1 MINVALUE -50 MAXVALUE -1;
CREATE TABLE all_types (
    ti tinyint, tiu tinyint unsigned, si smallint(4) zerofill, mi mediumint, i int, iu int unsigned, bi bigint, biu bigint unsigned, f float, f2 float(7,3), d double, d2 double(10,4), dc decimal, dc2 decimal(20,6) unsigned,
    bt bit(3), yr year, dt date, tm time, tm3 time(3), dtm datetime, dtm6 datetime(6), ts timestamp NULL, ts2 timestamp(2) NULL DEFAULT NULL,
    ch char, ch5 char(5), vc varchar(20), vcl varchar(20) CHARACTER SET latin1, vcb varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, tt tinytext, tx text, mt mediumtext, lt longtext,
    bn binary(4), vb varbinary(9), tb tinyblob, bl blob, mb mediumblob, lb longblob, js json, en enum('a','b''c','d,e'), st set('x','y'), ip inet6, uid uuid,
    g geometry, p point, ls linestring, pg polygon, mp multipoint, gc geometrycollection, pr point REF_SYSTEM_ID=4326
);
CREATE TABLE all_defaults (
    id bigint unsigned NOT NULL AUTO_INCREMENT, t varchar(50) DEFAULT 'it''s \\n "quoted"', n int NOT NULL DEFAULT -5, f double DEFAULT 1e-7, b tinyint(1) NOT NULL DEFAULT 1, x varbinary(4) DEFAULT 0x6100,
    now datetime(3) NOT NULL DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3), ts timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(), day date DEFAULT '2026-02-01',
    e varchar(80) DEFAULT (concat('a', lower('B'))), seq bigint DEFAULT nextval(invoice_numbers), bits bit(3) DEFAULT b'101', uid uuid DEFAULT uuid(),
    gs int GENERATED ALWAYS AS (n * 2) STORED, gv varchar(100) AS (concat(t, '!')) VIRTUAL INVISIBLE, hidden int INVISIBLE DEFAULT 3, long_text text DEFAULT 'some',
    PRIMARY KEY (id), KEY gs (gs)
) AUTO_INCREMENT=500 COMMENT='Defaults; with ''quotes'' and 日本語';
CREATE TABLE `keys` (
    a int NOT NULL COMMENT 'The first;', b varchar(300) NOT NULL, c int, d text, e int NOT NULL, body text, place point NOT NULL,
    PRIMARY KEY (a, e), UNIQUE KEY zz (c), UNIQUE KEY aa (b), KEY prefixed (d(20), b(10)), KEY descending (c DESC, a), KEY commented (e) COMMENT 'Why', KEY ignored_one (a) IGNORED, KEY hashed (e) USING BTREE,
    FULLTEXT KEY words (d, body), SPATIAL KEY places (place),
    CONSTRAINT zz_check CHECK (a > 0), CONSTRAINT aa_check CHECK (c <> 5 OR b <> ''), CHECK (e < 100)
) ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
CREATE TABLE column_checks (n int CHECK (n > 0), j json, k json NOT NULL CHECK (json_length(k) > 1));
CREATE TABLE key_users (
    id int NOT NULL PRIMARY KEY, a int, e int, self int, c int,
    CONSTRAINT z_to_keys FOREIGN KEY (a, e) REFERENCES `keys` (a, e) ON UPDATE CASCADE ON DELETE SET NULL,
    CONSTRAINT a_to_c FOREIGN KEY (c) REFERENCES `keys` (c) ON DELETE RESTRICT,
    FOREIGN KEY (self) REFERENCES key_users (id)
);
CREATE TABLE circle_a (id int NOT NULL PRIMARY KEY, b int, KEY b (b));
CREATE TABLE circle_b (id int NOT NULL PRIMARY KEY, a int, CONSTRAINT b_to_a FOREIGN KEY (a) REFERENCES circle_a (id));
CREATE TABLE circle_c (id int NOT NULL PRIMARY KEY, b int, c int, CONSTRAINT c_to_b FOREIGN KEY (b) REFERENCES circle_b (id), CONSTRAINT c_to_c FOREIGN KEY (c) REFERENCES circle_c (id));
ALTER TABLE circle_a ADD CONSTRAINT a_to_b FOREIGN KEY (b) REFERENCES circle_b (id);
ALTER TABLE circle_b ADD COLUMN c int, ADD CONSTRAINT b_to_c FOREIGN KEY (c) REFERENCES circle_c (id);
CREATE TABLE engines_myisam (id int, body text, FULLTEXT (body)) ENGINE=MyISAM CHECKSUM=1 DEFAULT CHARSET=latin1 COMMENT='old';
CREATE TABLE engines_aria (id int PRIMARY KEY) ENGINE=Aria TRANSACTIONAL=1 PAGE_CHECKSUM=1;
CREATE TABLE engines_memory (id int, KEY h (id) USING HASH) ENGINE=MEMORY MAX_ROWS=1000;
CREATE TABLE in_latin (t varchar(10), u varchar(10) COLLATE latin1_bin) DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci;
CREATE TABLE by_range (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (year(at)) (PARTITION p2025 VALUES LESS THAN (2026) COMMENT = 'old', PARTITION p2026 VALUES LESS THAN (2027), PARTITION rest VALUES LESS THAN MAXVALUE);
CREATE TABLE by_columns (a int, b varchar(10)) PARTITION BY RANGE COLUMNS (a, b) (PARTITION p0 VALUES LESS THAN (5, 'm'), PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
CREATE TABLE by_list (id int) PARTITION BY LIST (id) (PARTITION odd VALUES IN (1, 3, NULL), PARTITION even VALUES IN (2, 4), PARTITION other DEFAULT);
CREATE TABLE by_hash (id int) PARTITION BY LINEAR HASH (id) PARTITIONS 4;
CREATE TABLE by_key (id int PRIMARY KEY) PARTITION BY KEY (id) PARTITIONS 3;
CREATE TABLE by_both (id int, at date) PARTITION BY RANGE (year(at)) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (2026), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE versioned (id int, body text, plain int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING;
CREATE TABLE versioned_columns (id int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
CREATE TABLE periods (id int, s date NOT NULL, e date NOT NULL, PERIOD FOR validity (s, e), UNIQUE (id, validity WITHOUT OVERLAPS));
CREATE TABLE compressed_column (id int, body text COMPRESSED) PAGE_COMPRESSED=1;
CREATE TABLE `Groß und ``klein``` (`SELECT` int NOT NULL PRIMARY KEY, `from where` varchar(20), `Ünïcode` varchar(10) CHECK (`Ünïcode` <> ''), `日本` int, KEY `Зима` (`from where`, `日本` DESC), CONSTRAINT `self ref` FOREIGN KEY (`日本`) REFERENCES `Groß und ``klein``` (`SELECT`));
CREATE TABLE `order` (`group` int PRIMARY KEY, `table` text, `limit` int, `default` int DEFAULT 1);
CREATE TABLE `таблица` (`ключ` int PRIMARY KEY, `значение` varchar(20) DEFAULT 'пусто');

CREATE TABLE `countries` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `code` char(2) NOT NULL,
    `name` varchar(100) NOT NULL,
    `currency` char(3) NOT NULL,
    `in_union` tinyint(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `countries_code_key` UNIQUE (`code`)
);
CREATE TABLE `regions` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `country_id` bigint unsigned NOT NULL,
    `name` varchar(100) NOT NULL,
    `tax` decimal(5,3) NOT NULL DEFAULT 0.19,
    PRIMARY KEY (`id`),
    CONSTRAINT `regions_country_id_fk` FOREIGN KEY (`country_id`) REFERENCES `countries` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `cities` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `region_id` bigint unsigned NOT NULL,
    `name` varchar(120) NOT NULL,
    `population` int,
    `lat` double,
    `lon` double,
    PRIMARY KEY (`id`),
    CONSTRAINT `cities_region_id_fk` FOREIGN KEY (`region_id`) REFERENCES `regions` (`id`) ON DELETE RESTRICT,
    KEY `z_cities_name` (`name`)
);
CREATE TABLE `addresses` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `city_id` bigint unsigned NOT NULL,
    `street` varchar(200) NOT NULL,
    `number` varchar(20),
    `postcode` varchar(12) NOT NULL,
    `note` text,
    PRIMARY KEY (`id`),
    CONSTRAINT `addresses_city_id_fk` FOREIGN KEY (`city_id`) REFERENCES `cities` (`id`) ON UPDATE CASCADE,
    KEY `z_addresses_postcode` (`postcode`)
);
CREATE TABLE `companies` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(200) NOT NULL,
    `address_id` bigint unsigned,
    `founded` date,
    `website` text,
    PRIMARY KEY (`id`),
    CONSTRAINT `companies_name_key` UNIQUE (`name`),
    CONSTRAINT `companies_address_id_fk` FOREIGN KEY (`address_id`) REFERENCES `addresses` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `people` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `given` varchar(80) NOT NULL,
    `family` varchar(80) NOT NULL,
    `born` date,
    `email` varchar(255) NOT NULL,
    `address_id` bigint unsigned,
    `company_id` bigint unsigned,
    PRIMARY KEY (`id`),
    KEY `z_people_family` (`family`),
    CONSTRAINT `people_email_key` UNIQUE (`email`),
    CONSTRAINT `people_address_id_fk` FOREIGN KEY (`address_id`) REFERENCES `addresses` (`id`) ON DELETE SET NULL,
    CONSTRAINT `people_company_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL
);
CREATE TABLE `accounts` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `person_id` bigint unsigned NOT NULL,
    `login` varchar(60) NOT NULL,
    `secret` varbinary(60) NOT NULL,
    `locked` tinyint(1) NOT NULL DEFAULT 0,
    `created` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    `tries` smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `accounts_person_id_fk` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `accounts_login_key` UNIQUE (`login`)
);
CREATE TABLE `sessions` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `account_id` bigint unsigned NOT NULL,
    `token` varchar(64) NOT NULL,
    `opened` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    `closed` datetime(3),
    `agent` text,
    PRIMARY KEY (`id`),
    CONSTRAINT `sessions_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`),
    CONSTRAINT `sessions_token_key` UNIQUE (`token`)
);
CREATE TABLE `roles` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(40) NOT NULL,
    `title` varchar(100),
    `rank` smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `roles_name_key` UNIQUE (`name`)
);
CREATE TABLE `permissions` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(60) NOT NULL,
    `about` text,
    PRIMARY KEY (`id`),
    CONSTRAINT `permissions_name_key` UNIQUE (`name`)
);
CREATE TABLE `role_permissions` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `role_id` bigint unsigned NOT NULL,
    `permission_id` bigint unsigned NOT NULL,
    `granted` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `role_permissions_role_id_fk` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`),
    CONSTRAINT `role_permissions_permission_id_fk` FOREIGN KEY (`permission_id`) REFERENCES `permissions` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `account_roles` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `account_id` bigint unsigned NOT NULL,
    `role_id` bigint unsigned NOT NULL,
    `since` date NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `account_roles_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`),
    CONSTRAINT `account_roles_role_id_fk` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `warehouses` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(80) NOT NULL,
    `address_id` bigint unsigned NOT NULL,
    `capacity` int NOT NULL DEFAULT 1000,
    PRIMARY KEY (`id`),
    CONSTRAINT `warehouses_name_key` UNIQUE (`name`),
    CONSTRAINT `warehouses_address_id_fk` FOREIGN KEY (`address_id`) REFERENCES `addresses` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `shelves` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `warehouse_id` bigint unsigned NOT NULL,
    `label` varchar(20) NOT NULL,
    `height` decimal(6,2) NOT NULL DEFAULT 2.5,
    PRIMARY KEY (`id`),
    CONSTRAINT `shelves_warehouse_id_fk` FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses` (`id`)
);
CREATE TABLE `categories` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `parent_id` bigint unsigned,
    `name` varchar(100) NOT NULL,
    `slug` varchar(100) NOT NULL,
    `position` int NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `categories_parent_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `categories` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `categories_slug_key` UNIQUE (`slug`)
);
CREATE TABLE `brands` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(100) NOT NULL,
    `company_id` bigint unsigned,
    `logo` text,
    PRIMARY KEY (`id`),
    CONSTRAINT `brands_name_key` UNIQUE (`name`),
    CONSTRAINT `brands_company_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL
);
CREATE TABLE `products` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `brand_id` bigint unsigned,
    `category_id` bigint unsigned NOT NULL,
    `sku` varchar(40) NOT NULL,
    `title` varchar(200) NOT NULL,
    `about` text,
    `price` decimal(12,2) NOT NULL,
    `weight` decimal(8,3),
    `active` tinyint(1) NOT NULL DEFAULT 1,
    `created` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `products_brand_id_fk` FOREIGN KEY (`brand_id`) REFERENCES `brands` (`id`) ON DELETE CASCADE,
    CONSTRAINT `products_category_id_fk` FOREIGN KEY (`category_id`) REFERENCES `categories` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `products_sku_key` UNIQUE (`sku`),
    KEY `z_products_title` (`title`)
);
CREATE TABLE `product_images` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `product_id` bigint unsigned NOT NULL,
    `path` text NOT NULL,
    `caption` varchar(200),
    `position` smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `product_images_product_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `product_tags` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `product_id` bigint unsigned NOT NULL,
    `tag` varchar(50) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `product_tags_product_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE CASCADE,
    KEY `z_product_tags_tag` (`tag`)
);
CREATE TABLE `variants` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `product_id` bigint unsigned NOT NULL,
    `sku` varchar(40) NOT NULL,
    `size` varchar(20),
    `colour` varchar(30),
    `price` decimal(12,2),
    PRIMARY KEY (`id`),
    CONSTRAINT `variants_product_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`),
    CONSTRAINT `variants_sku_key` UNIQUE (`sku`)
);
CREATE TABLE `suppliers` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `company_id` bigint unsigned NOT NULL,
    `rating` smallint,
    `terms` text,
    PRIMARY KEY (`id`),
    CONSTRAINT `suppliers_company_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `supplier_products` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `supplier_id` bigint unsigned NOT NULL,
    `product_id` bigint unsigned NOT NULL,
    `cost` decimal(12,4) NOT NULL,
    `days` smallint NOT NULL DEFAULT 7,
    PRIMARY KEY (`id`),
    CONSTRAINT `supplier_products_supplier_id_fk` FOREIGN KEY (`supplier_id`) REFERENCES `suppliers` (`id`) ON DELETE CASCADE,
    CONSTRAINT `supplier_products_product_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `stock` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `variant_id` bigint unsigned NOT NULL,
    `shelf_id` bigint unsigned NOT NULL,
    `quantity` int NOT NULL DEFAULT 0,
    `counted` datetime(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `stock_variant_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants` (`id`) ON DELETE CASCADE,
    CONSTRAINT `stock_shelf_id_fk` FOREIGN KEY (`shelf_id`) REFERENCES `shelves` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `price_lists` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(80) NOT NULL,
    `currency` char(3) NOT NULL,
    `since` date NOT NULL,
    `until` date,
    PRIMARY KEY (`id`),
    CONSTRAINT `price_lists_name_key` UNIQUE (`name`)
);
CREATE TABLE `prices` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `price_list_id` bigint unsigned NOT NULL,
    `variant_id` bigint unsigned NOT NULL,
    `amount` decimal(12,2) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `prices_price_list_id_fk` FOREIGN KEY (`price_list_id`) REFERENCES `price_lists` (`id`),
    CONSTRAINT `prices_variant_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `customers` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `person_id` bigint unsigned NOT NULL,
    `number` varchar(20) NOT NULL,
    `since` date NOT NULL,
    `credit` decimal(12,2) NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `customers_person_id_fk` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON UPDATE CASCADE,
    CONSTRAINT `customers_number_key` UNIQUE (`number`)
);
CREATE TABLE `carts` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `customer_id` bigint unsigned,
    `created` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `carts_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`)
);
CREATE TABLE `cart_lines` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `cart_id` bigint unsigned NOT NULL,
    `variant_id` bigint unsigned NOT NULL,
    `quantity` int NOT NULL DEFAULT 1,
    PRIMARY KEY (`id`),
    CONSTRAINT `cart_lines_cart_id_fk` FOREIGN KEY (`cart_id`) REFERENCES `carts` (`id`) ON UPDATE CASCADE,
    CONSTRAINT `cart_lines_variant_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants` (`id`)
);
CREATE TABLE `orders` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `customer_id` bigint unsigned NOT NULL,
    `number` varchar(20) NOT NULL,
    `placed` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    `paid` datetime(3),
    `total` decimal(14,2) NOT NULL DEFAULT 0,
    `note` text,
    `delivery_id` bigint unsigned,
    PRIMARY KEY (`id`),
    CONSTRAINT `orders_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `orders_number_key` UNIQUE (`number`),
    CONSTRAINT `orders_delivery_id_fk` FOREIGN KEY (`delivery_id`) REFERENCES `addresses` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `order_lines` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `order__id` bigint unsigned NOT NULL,
    `variant_id` bigint unsigned NOT NULL,
    `quantity` int NOT NULL,
    `price` decimal(12,2) NOT NULL,
    `discount` decimal(5,2) NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `order_lines_order__id_fk` FOREIGN KEY (`order__id`) REFERENCES `orders` (`id`) ON UPDATE CASCADE,
    CONSTRAINT `order_lines_variant_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `payments` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `order__id` bigint unsigned NOT NULL,
    `amount` decimal(14,2) NOT NULL,
    `method` varchar(30) NOT NULL,
    `reference` varchar(80),
    `at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `payments_order__id_fk` FOREIGN KEY (`order__id`) REFERENCES `orders` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `refunds` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `payment_id` bigint unsigned NOT NULL,
    `amount` decimal(14,2) NOT NULL,
    `reason` text,
    `at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `refunds_payment_id_fk` FOREIGN KEY (`payment_id`) REFERENCES `payments` (`id`)
);
CREATE TABLE `shipments` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `order__id` bigint unsigned NOT NULL,
    `carrier` varchar(60) NOT NULL,
    `tracking` varchar(80) NOT NULL,
    `sent` datetime(3),
    `arrived` datetime(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `shipments_order__id_fk` FOREIGN KEY (`order__id`) REFERENCES `orders` (`id`),
    KEY `z_shipments_tracking` (`tracking`)
);
CREATE TABLE `shipment_lines` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `shipment_id` bigint unsigned NOT NULL,
    `order_line_id` bigint unsigned NOT NULL,
    `quantity` int NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `shipment_lines_shipment_id_fk` FOREIGN KEY (`shipment_id`) REFERENCES `shipments` (`id`) ON DELETE CASCADE,
    CONSTRAINT `shipment_lines_order_line_id_fk` FOREIGN KEY (`order_line_id`) REFERENCES `order_lines` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `returns` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `order_line_id` bigint unsigned NOT NULL,
    `reason` varchar(200) NOT NULL,
    `received` datetime(3),
    `accepted` tinyint(1),
    PRIMARY KEY (`id`),
    CONSTRAINT `returns_order_line_id_fk` FOREIGN KEY (`order_line_id`) REFERENCES `order_lines` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `reviews` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `product_id` bigint unsigned NOT NULL,
    `customer_id` bigint unsigned NOT NULL,
    `stars` smallint NOT NULL,
    `title` varchar(120),
    `body` text,
    `at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `reviews_product_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`),
    CONSTRAINT `reviews_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `wishes` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `customer_id` bigint unsigned NOT NULL,
    `product_id` bigint unsigned NOT NULL,
    `added` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `wishes_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `wishes_product_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON UPDATE CASCADE
);
CREATE TABLE `coupons` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `code` varchar(30) NOT NULL,
    `percent` decimal(5,2) NOT NULL,
    `until` date,
    `uses` int NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `coupons_code_key` UNIQUE (`code`)
);
CREATE TABLE `coupon_uses` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `coupon_id` bigint unsigned NOT NULL,
    `order__id` bigint unsigned NOT NULL,
    `at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `coupon_uses_coupon_id_fk` FOREIGN KEY (`coupon_id`) REFERENCES `coupons` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `coupon_uses_order__id_fk` FOREIGN KEY (`order__id`) REFERENCES `orders` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `newsletters` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `subject` varchar(200) NOT NULL,
    `body` text NOT NULL,
    `sent` datetime(3),
    PRIMARY KEY (`id`)
);
CREATE TABLE `subscriptions` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `person_id` bigint unsigned NOT NULL,
    `newsletter_id` bigint unsigned NOT NULL,
    `since` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `subscriptions_person_id_fk` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`),
    CONSTRAINT `subscriptions_newsletter_id_fk` FOREIGN KEY (`newsletter_id`) REFERENCES `newsletters` (`id`)
);
CREATE TABLE `tickets` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `customer_id` bigint unsigned NOT NULL,
    `subject` varchar(200) NOT NULL,
    `opened` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    `closed` datetime(3),
    `urgency` smallint NOT NULL DEFAULT 3,
    PRIMARY KEY (`id`),
    CONSTRAINT `tickets_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
);
CREATE TABLE `ticket_messages` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `ticket_id` bigint unsigned NOT NULL,
    `account_id` bigint unsigned,
    `body` text NOT NULL,
    `at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `ticket_messages_ticket_id_fk` FOREIGN KEY (`ticket_id`) REFERENCES `tickets` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `ticket_messages_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE,
    KEY `z_ticket_messages_at` (`at`)
);
CREATE TABLE `documents` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `owner_id` bigint unsigned NOT NULL,
    `title` varchar(200) NOT NULL,
    `body` text,
    `size` bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `documents_owner_id_fk` FOREIGN KEY (`owner_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT
);
CREATE TABLE `document_versions` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `document_id` bigint unsigned NOT NULL,
    `number` int NOT NULL,
    `body` text NOT NULL,
    `at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
    PRIMARY KEY (`id`),
    CONSTRAINT `document_versions_document_id_fk` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE RESTRICT
);

CREATE VIEW open_orders AS SELECT o.id, o.number, c.number AS customer FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.paid IS NULL;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW a_view_on_views (customer) AS SELECT customer FROM open_orders WHERE id > 0 WITH CASCADED CHECK OPTION;
CREATE ALGORITHM=TEMPTABLE VIEW `Odd ``view` AS SELECT count(*) AS `how many` FROM `Groß und ``klein```;
CREATE TABLE unshown (id int PRIMARY KEY, mood varchar(10) DEFAULT '😀?', face enum('😀', '?') DEFAULT '😀' CHECK (face <> '😎'), shout varchar(20) AS (concat(mood, '😀')), bytes varbinary(8) DEFAULT X'00FFE4', fixed binary(4) DEFAULT X'FF', big blob DEFAULT X'ffe4', plain varbinary(8) DEFAULT 'ä');
CREATE VIEW faces AS SELECT id, '😀?' AS face FROM unshown WHERE mood <> '😎';
CREATE FUNCTION twice(n int, label varchar(20)) RETURNS int DETERMINISTIC NO SQL COMMENT 'Doubles; it' RETURN n * 2;
CREATE VIEW a_function_view AS SELECT twice(quantity, 'x') AS d FROM stock;
DELIMITER ;;
CREATE PROCEDURE tidy(IN a int, INOUT b varchar(20), OUT c decimal(10,2)) READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE i int DEFAULT 0; -- a comment; with a semicolon
    WHILE i < a DO SET i = i + 1; END WHILE;
    SET b = concat(b, ';'), c = i;
END;;
CREATE TRIGGER products_stamp BEFORE UPDATE ON products FOR EACH ROW
BEGIN
    IF NEW.price < 0 THEN SET NEW.price = 0; END IF;
END;;
CREATE TRIGGER unshown_mood BEFORE INSERT ON unshown FOR EACH ROW SET NEW.mood = '😀?';;
CREATE PROCEDURE smile() SELECT '😀?';;
CREATE TRIGGER products_second BEFORE UPDATE ON products FOR EACH ROW FOLLOWS products_stamp SET NEW.about = 'x';;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2026-01-01 03:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'At night' DO BEGIN DELETE FROM sessions WHERE closed IS NOT NULL; SELECT 1; END;;
DELIMITER ;
