-- A contact recorded by mistake is voided with a reason and stays as history; see decisions/0020.
ALTER TABLE follow_up
  -- The last day worked that this contact brought: taken back together with it.
  ADD COLUMN ended_on date,
  ADD COLUMN voided_at timestamptz(3),
  ADD COLUMN voided_by uuid,
  ADD COLUMN voided_by_name text,
  ADD COLUMN void_reason text,
  ADD CONSTRAINT follow_up_voided CHECK (num_nulls(voided_at, voided_by, voided_by_name, void_reason) IN (0, 4));

UPDATE follow_up f SET ended_on = p.ended_on FROM placement p
  WHERE p.id = f.placement_id AND f.outcome IN ('CHANGED_JOB', 'RETURNED_HOME')
    AND p.end_reason = f.outcome AND p.last_contact_on = f.contacted_on;

-- Written once: the help given and the voiding are all that is ever added.
REVOKE UPDATE ON follow_up FROM labour_app;
GRANT UPDATE (help_given, help_given_on, help_given_by, voided_at, voided_by, voided_by_name, void_reason)
  ON follow_up TO labour_app;
CREATE FUNCTION voided_contact_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a voided follow-up stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER voided_stands BEFORE UPDATE ON follow_up
  FOR EACH ROW EXECUTE FUNCTION voided_contact_stands();

-- Who was lost is looked up for every clock of stable employment, and is rare.
CREATE INDEX follow_up_lost ON follow_up (county_code, placement_id, contacted_on)
  WHERE outcome = 'LOST' AND voided_at IS NULL;
