CREATE TABLE orders (id integer PRIMARY KEY, person bigint NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, note varchar(100));
CREATE UNIQUE INDEX people_email ON people (email);
ALTER TABLE orders ADD CONSTRAINT orders_people FOREIGN KEY (person) REFERENCES people (id);
CREATE TABLE waste (id integer PRIMARY KEY);
DROP TABLE waste;
