CREATE TABLE boundary_shape (
  park_id integer NOT NULL REFERENCES park (id),
  id text NOT NULL,
  boundary bytea NOT NULL,
  PRIMARY KEY (park_id, id)
);
--> statement-breakpoint
CREATE TABLE boundary (
  park_id integer NOT NULL REFERENCES park (id),
  id text NOT NULL,
  parcel text NOT NULL,
  from_on date,
  until_on date,
  PRIMARY KEY (park_id, id),
  CHECK (from_on < until_on),
  FOREIGN KEY (park_id, id) REFERENCES boundary_shape (park_id, id),
  FOREIGN KEY (park_id, parcel) REFERENCES parcel (park_id, code),
  EXCLUDE USING gist (park_id WITH =, parcel WITH =, daterange(from_on, until_on) WITH &&)
);
--> statement-breakpoint
INSERT INTO boundary_shape (park_id, id, boundary) SELECT park_id, code, boundary FROM parcel;
--> statement-breakpoint
INSERT INTO boundary (park_id, id, parcel) SELECT park_id, code, code FROM parcel;
--> statement-breakpoint
DROP VIEW IF EXISTS gis.parcel;
--> statement-breakpoint
ALTER TABLE parcel DROP COLUMN boundary;
