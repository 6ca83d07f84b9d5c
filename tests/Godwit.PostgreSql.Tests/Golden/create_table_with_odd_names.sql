CREATE TABLE "select ""quoted"" 🦜 'table'" (
    "order" bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5) PRIMARY KEY,
    "na""me" varchar(255) NOT NULL,
    "🎉" varchar(255) NOT NULL,
    "Größe" integer NOT NULL,
    UNIQUE ("na""me", "🎉"),
    CONSTRAINT "select ""quoted"" 🦜 'table'_🎉_check" CHECK ("🎉" IN ('🎉', 'user'))
);
CREATE INDEX "user" ON "select ""quoted"" 🦜 'table'" ("Größe", (lower(("na""me")::text)));

-- back
DROP TABLE "select ""quoted"" 🦜 'table'";
