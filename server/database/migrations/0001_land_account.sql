ALTER TABLE road ADD COLUMN equations jsonb NOT NULL DEFAULT '[]';
--> statement-breakpoint
ALTER TABLE parcel ADD COLUMN registered_square_metres double precision CHECK (registered_square_metres > 0);
--> statement-breakpoint
ALTER TABLE project
  ADD COLUMN progress jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN idle_cause text CHECK (idle_cause IN ('enterprise', 'government'));
--> statement-breakpoint
ALTER TABLE claim
  ADD COLUMN start_by date,
  ADD COLUMN finish_by date,
  ADD CONSTRAINT claim_start_before_finish CHECK (finish_by >= start_by);
--> statement-breakpoint
ALTER TABLE section ADD COLUMN contract jsonb;
--> statement-breakpoint
UPDATE section SET earthwork = jsonb_build_object(
  'plannedCutCubicMetres', earthwork -> 'cutCubicMetres',
  'plannedFillCubicMetres', earthwork -> 'fillCubicMetres',
  'certificates', CASE WHEN (earthwork ->> 'certifiedCubicMetres')::float8 > 0 THEN jsonb_build_array(jsonb_build_object(
    'on', (SELECT data_as_of FROM park WHERE park.id = section.park_id),
    'cutCubicMetres', (earthwork ->> 'certifiedCubicMetres')::float8 * (earthwork ->> 'cutCubicMetres')::float8
      / nullif((earthwork ->> 'cutCubicMetres')::float8 + (earthwork ->> 'fillCubicMetres')::float8, 0),
    'fillCubicMetres', (earthwork ->> 'certifiedCubicMetres')::float8 * (earthwork ->> 'fillCubicMetres')::float8
      / nullif((earthwork ->> 'cutCubicMetres')::float8 + (earthwork ->> 'fillCubicMetres')::float8, 0)
  )) ELSE '[]'::jsonb END
) WHERE earthwork IS NOT NULL;
--> statement-breakpoint
ALTER TABLE target ADD COLUMN measure jsonb;
--> statement-breakpoint
UPDATE target SET measure = jsonb_build_object('kind', 'work', 'work', work) WHERE work IS NOT NULL;
--> statement-breakpoint
ALTER TABLE target DROP COLUMN work;
--> statement-breakpoint
ALTER TABLE fund ADD COLUMN receipts jsonb NOT NULL DEFAULT '[]';
--> statement-breakpoint
UPDATE fund SET receipts = jsonb_build_array(jsonb_build_object(
  'on', (SELECT data_as_of FROM park WHERE park.id = fund.park_id), 'amountYuan', received_yuan
)) WHERE received_yuan > 0;
--> statement-breakpoint
ALTER TABLE fund DROP COLUMN received_yuan;
