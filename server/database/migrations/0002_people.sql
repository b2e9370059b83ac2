CREATE TABLE installation (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  secret text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE person (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  username text NOT NULL UNIQUE,
  display_username text,
  roles text[] NOT NULL DEFAULT '{}',
  must_change_password boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE credential (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person (id),
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
--> statement-breakpoint
CREATE INDEX credential_person ON credential (person_id);
--> statement-breakpoint
CREATE TABLE session (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person (id),
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX session_person ON session (person_id);
--> statement-breakpoint
CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE sign_in (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  username text NOT NULL,
  person_id text REFERENCES person (id),
  address text NOT NULL,
  outcome text NOT NULL
);
--> statement-breakpoint
CREATE INDEX sign_in_username ON sign_in (username, at);
--> statement-breakpoint
CREATE INDEX sign_in_address ON sign_in (address, at);
--> statement-breakpoint
CREATE TABLE document (
  park_id integer NOT NULL REFERENCES park (id),
  id uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at text,
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (park_id, id)
);
--> statement-breakpoint
CREATE INDEX document_sha256 ON document (sha256);
--> statement-breakpoint
ALTER TABLE event
  ADD COLUMN actor_id text,
  ADD COLUMN documents uuid[] NOT NULL DEFAULT '{}';
