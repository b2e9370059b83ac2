CREATE TABLE survey_import (
  park_id integer NOT NULL REFERENCES park (id),
  id text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  added_by text NOT NULL,
  added_at timestamp with time zone NOT NULL,
  PRIMARY KEY (park_id, id)
);
--> statement-breakpoint
ALTER TABLE boundary_shape ADD COLUMN import text;
--> statement-breakpoint
ALTER TABLE boundary_shape ADD COLUMN feature integer;
--> statement-breakpoint
ALTER TABLE boundary_shape ADD FOREIGN KEY (park_id, import) REFERENCES survey_import (park_id, id);
