-- The hash of the code comes first: an index asks the first column where a row belongs, and compares numbers faster than texts.
ALTER TABLE boundary DROP CONSTRAINT boundary_park_id_parcel_daterange_excl;
--> statement-breakpoint
ALTER TABLE boundary ADD CONSTRAINT boundary_one_a_day
  EXCLUDE USING gist (hashtext(parcel) WITH =, park_id WITH =, parcel WITH =, daterange(from_on, until_on) WITH &&);
