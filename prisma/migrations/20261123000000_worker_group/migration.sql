-- Whom the documents count apart, beside the form of employment (沪松合组办〔2021〕8号 (九)); decisions/0019.
ALTER TABLE placement ADD COLUMN worker_group text NOT NULL DEFAULT 'GENERAL',
  ADD CONSTRAINT placement_worker_group
    CHECK (worker_group IN ('GENERAL', 'RETURNED_GRADUATE', 'LEADER'));
-- The two groups are few among many.
CREATE INDEX placement_of_group ON placement (county_code, started_on, id)
  WHERE worker_group <> 'GENERAL' AND removed_at IS NULL;
