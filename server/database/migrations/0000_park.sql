CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE TABLE park (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  name_en text NOT NULL,
  county text NOT NULL,
  county_en text NOT NULL,
  epsg integer NOT NULL,
  origin_east integer NOT NULL,
  origin_north integer NOT NULL,
  schematic boolean NOT NULL,
  data_as_of date NOT NULL,
  timeline_from date NOT NULL,
  timeline_to date NOT NULL,
  gates_for_supply text[] NOT NULL,
  gates_for_service text[] NOT NULL,
  road_gate_layer text NOT NULL,
  seq bigint NOT NULL DEFAULT 0 CHECK (seq >= 0)
);
--> statement-breakpoint
CREATE TABLE land_use (
  standard text NOT NULL,
  code text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  account text NOT NULL CHECK (account IN ('parcel', 'road', 'green', 'water', 'utility', 'rest')),
  gb50137 text,
  guide2023 text,
  fill text NOT NULL,
  PRIMARY KEY (standard, code)
);
--> statement-breakpoint
CREATE TABLE plan_version (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  designer text NOT NULL,
  in_force_from date NOT NULL,
  standard text NOT NULL,
  boundary bytea NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE survey_extent (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  scale double precision NOT NULL,
  surveyed_on date NOT NULL,
  boundary bytea NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE phase (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  boundary bytea NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE zone (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  plan_version text NOT NULL,
  standard text NOT NULL,
  land_use text NOT NULL,
  phase text,
  name text,
  name_en text,
  boundary bytea NOT NULL,
  PRIMARY KEY (park_id, code),
  FOREIGN KEY (park_id, plan_version) REFERENCES plan_version (park_id, code),
  FOREIGN KEY (park_id, phase) REFERENCES phase (park_id, code),
  FOREIGN KEY (standard, land_use) REFERENCES land_use (standard, code)
);
--> statement-breakpoint
CREATE TABLE road (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  class text NOT NULL CHECK (class IN ('main', 'secondary', 'local')),
  design_width_metres double precision NOT NULL CHECK (design_width_metres > 0),
  centreline bytea NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE parcel (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  plan_version text NOT NULL,
  standard text NOT NULL,
  land_use text NOT NULL,
  phase text NOT NULL,
  far_min double precision,
  far_max double precision,
  coverage_min_percent double precision,
  green_max_percent double precision,
  height_max_metres double precision,
  access_road text NOT NULL,
  access_from_metres double precision NOT NULL,
  access_to_metres double precision NOT NULL,
  access_side text NOT NULL CHECK (access_side IN ('left', 'right')),
  boundary bytea NOT NULL,
  PRIMARY KEY (park_id, code),
  FOREIGN KEY (park_id, plan_version) REFERENCES plan_version (park_id, code),
  FOREIGN KEY (park_id, phase) REFERENCES phase (park_id, code),
  FOREIGN KEY (park_id, access_road) REFERENCES road (park_id, code),
  FOREIGN KEY (standard, land_use) REFERENCES land_use (standard, code)
);
--> statement-breakpoint
CREATE TABLE work (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  gate text CHECK (gate IN ('power', 'water', 'sewage')),
  serves_phases text[] NOT NULL,
  planned_on date,
  done_on date,
  shape bytea NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE section (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  road text,
  tender jsonb,
  earthwork jsonb,
  PRIMARY KEY (park_id, code),
  FOREIGN KEY (park_id, road) REFERENCES road (park_id, code)
);
--> statement-breakpoint
CREATE TABLE stretch (
  park_id integer NOT NULL REFERENCES park (id),
  id text NOT NULL,
  road text NOT NULL,
  layer text NOT NULL,
  side text NOT NULL CHECK (side IN ('full', 'left', 'right')),
  from_metres double precision NOT NULL CHECK (from_metres >= 0),
  to_metres double precision NOT NULL,
  planned_on date,
  done_on date,
  section text,
  quantity double precision,
  unit text CHECK (unit IN ('m', 'm3')),
  PRIMARY KEY (park_id, id),
  CHECK (from_metres < to_metres),
  FOREIGN KEY (park_id, road) REFERENCES road (park_id, code),
  FOREIGN KEY (park_id, section) REFERENCES section (park_id, code)
);
--> statement-breakpoint
CREATE TABLE gate (
  park_id integer NOT NULL REFERENCES park (id),
  parcel text NOT NULL,
  gate text NOT NULL,
  planned_on date,
  done_on date,
  document text,
  PRIMARY KEY (park_id, parcel, gate),
  FOREIGN KEY (park_id, parcel) REFERENCES parcel (park_id, code)
);
--> statement-breakpoint
CREATE TABLE project (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  company text NOT NULL,
  company_en text NOT NULL,
  product text NOT NULL,
  product_en text NOT NULL,
  cluster text NOT NULL,
  cluster_en text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('industrial', 'public')),
  total_investment_yuan bigint NOT NULL CHECK (total_investment_yuan >= 0),
  fixed_investment_yuan bigint CHECK (fixed_investment_yuan >= 0),
  land_wanted_square_metres double precision CHECK (land_wanted_square_metres >= 0),
  output_per_year jsonb,
  officer text NOT NULL,
  stages jsonb NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE claim (
  park_id integer NOT NULL REFERENCES park (id),
  id text NOT NULL,
  project text NOT NULL,
  parcel text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hold', 'reservation', 'contract')),
  from_on date NOT NULL,
  until_on date,
  PRIMARY KEY (park_id, id),
  CONSTRAINT claim_day_order CHECK (until_on > from_on),
  CONSTRAINT claim_one_live_per_parcel
    EXCLUDE USING gist (park_id WITH =, parcel WITH =, daterange(from_on, until_on, '[)') WITH &&),
  FOREIGN KEY (park_id, parcel) REFERENCES parcel (park_id, code),
  FOREIGN KEY (park_id, project) REFERENCES project (park_id, code)
);
--> statement-breakpoint
CREATE TABLE payment (
  park_id integer NOT NULL REFERENCES park (id),
  id text NOT NULL,
  section text,
  paid_on date NOT NULL,
  amount_yuan bigint NOT NULL,
  note text NOT NULL,
  note_en text NOT NULL,
  PRIMARY KEY (park_id, id),
  FOREIGN KEY (park_id, section) REFERENCES section (park_id, code)
);
--> statement-breakpoint
CREATE TABLE milestone (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  held_on date NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE target (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  year integer NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  quantity double precision,
  unit text,
  unit_en text,
  work text,
  PRIMARY KEY (park_id, code),
  FOREIGN KEY (park_id, work) REFERENCES work (park_id, code)
);
--> statement-breakpoint
CREATE TABLE fund (
  park_id integer NOT NULL REFERENCES park (id),
  code text NOT NULL,
  year integer NOT NULL,
  source text NOT NULL,
  source_en text NOT NULL,
  planned_yuan bigint NOT NULL,
  received_yuan bigint NOT NULL,
  PRIMARY KEY (park_id, code)
);
--> statement-breakpoint
CREATE TABLE base_feature (
  park_id integer NOT NULL REFERENCES park (id),
  position integer NOT NULL,
  properties jsonb NOT NULL,
  geometry jsonb NOT NULL,
  PRIMARY KEY (park_id, position)
);
--> statement-breakpoint
CREATE TABLE event (
  park_id integer NOT NULL REFERENCES park (id),
  seq bigint NOT NULL CHECK (seq > 0),
  id uuid NOT NULL,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL,
  effective_on date NOT NULL,
  command text NOT NULL,
  input jsonb NOT NULL,
  subjects text[] NOT NULL,
  changes jsonb NOT NULL,
  effect jsonb NOT NULL,
  reason text,
  undoes bigint,
  PRIMARY KEY (park_id, seq),
  CONSTRAINT event_id_once UNIQUE (park_id, id),
  CONSTRAINT event_undone_once UNIQUE (park_id, undoes),
  FOREIGN KEY (park_id, undoes) REFERENCES event (park_id, seq)
);
--> statement-breakpoint
CREATE TABLE event_subject (
  park_id integer NOT NULL,
  subject text NOT NULL,
  seq bigint NOT NULL,
  is_touched boolean NOT NULL,
  PRIMARY KEY (park_id, subject, seq),
  FOREIGN KEY (park_id, seq) REFERENCES event (park_id, seq)
);
--> statement-breakpoint
CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
CREATE TRIGGER event_subject_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_subject
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
