-- A task is entered once, is taken off the board with a reason, and says what its document leaves open; decisions/0022.
ALTER TABLE target ADD COLUMN assumptions text NOT NULL DEFAULT '',
  ADD COLUMN voided_at timestamptz(3), ADD COLUMN voided_by uuid,
  ADD COLUMN voided_by_name text, ADD COLUMN void_reason text,
  ADD CONSTRAINT target_voided CHECK ((voided_at IS NULL) = (void_reason IS NULL));

-- Of the same task entered twice the revised one stays, else the first; the others are set aside and stay readable.
WITH RECURSIVE again AS (
  SELECT id FROM (
    SELECT t.id, row_number() OVER (
      PARTITION BY region_code, measure, document_number, clause
      ORDER BY EXISTS (SELECT FROM target n WHERE n.revises_id = t.id) DESC, entered_at, id) AS place
    FROM target t WHERE revises_id IS NULL) AS first_rows
  WHERE place > 1
  UNION ALL
  SELECT n.id FROM target n JOIN again a ON n.revises_id = a.id)
UPDATE target SET voided_at = now(), voided_by_name = '系统升级',
  void_reason = '同一地区、同一文件、同一条款的同一指标重复录入'
WHERE id IN (SELECT id FROM again);

CREATE UNIQUE INDEX target_one_per_clause ON target (region_code, measure, document_number, clause)
  WHERE revises_id IS NULL AND voided_at IS NULL;

-- What a document demands is never written over; all that may be added to a row is that it is void, once.
GRANT UPDATE (voided_at, voided_by, voided_by_name, void_reason) ON target TO labour_app;
CREATE POLICY void_own ON target FOR UPDATE TO labour_app
  USING (region_code = ANY ((SELECT app_counties())::text[]) AND voided_at IS NULL)
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));

-- A target's page says how many placements were looked up in an export later than their first day.
CREATE INDEX placement_verified_later ON placement (county_code, destination, started_on)
  WHERE removed_at IS NULL AND verified_on > started_on;
