-- A true overlap, looked at and found in order by somebody of the county, with his reason; see decisions/0019. What it
-- overlaps is kept beside it, each other's id with the days both fill: more than was looked at opens it again.
ALTER TABLE placement_overlap
  ADD COLUMN others JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN checked_at TIMESTAMPTZ(3),
  ADD COLUMN checked_by_name TEXT,
  ADD COLUMN checked_reason TEXT,
  ADD CONSTRAINT placement_overlap_checked_whole
    CHECK (num_nulls(checked_at, checked_by_name, checked_reason) IN (0, 3));
CREATE INDEX placement_overlap_open ON placement_overlap (county_code) WHERE checked_at IS NULL;
-- Which days another county's people work is not the reader's: he is told by other_engagements what he may know.
REVOKE SELECT ON placement_overlap FROM labour_app;
GRANT SELECT (placement_id, county_code, checked_at, checked_by_name, checked_reason),
  UPDATE (checked_at, checked_by_name, checked_reason) ON placement_overlap TO labour_app;

-- As before it (20261123000400), and keeps a check for as long as nothing overlaps that it has not seen.
CREATE OR REPLACE FUNCTION settle_overlaps(p_index bytea[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(cardinality(p_index), 0) = 0 THEN RETURN; END IF;
  WITH met AS (
    SELECT p.id, p.county_code, q.id AS other_id,
      daterange(greatest(p.started_on, q.started_on), least(p.ended_on, q.ended_on), '[]') AS days
    FROM placement p JOIN placement q ON q.id_index = p.id_index AND q.id <> p.id
      AND q.removed_at IS NULL AND q.started_on <= coalesce(p.ended_on, 'infinity')
      AND coalesce(q.ended_on, 'infinity') >= p.started_on
    WHERE p.id_index = ANY (p_index) AND p.removed_at IS NULL
    UNION ALL
    SELECT p.id, p.county_code, c.id,
      daterange(greatest(p.started_on, c.starts_on), least(p.ended_on, c.ends_on), '[]')
    FROM placement p JOIN roster_line l ON l.id_index = p.id_index AND l.removed_at IS NULL
      JOIN roster r ON r.id = l.roster_id
      JOIN training_class c ON c.id = r.class_id
        AND c.starts_on <= coalesce(p.ended_on, 'infinity') AND c.ends_on >= p.started_on
    WHERE p.id_index = ANY (p_index) AND p.removed_at IS NULL),
  found AS (
    SELECT id, county_code, jsonb_object_agg(other_id, days) AS others FROM met
    GROUP BY id, county_code),
  gone AS (
    DELETE FROM placement_overlap o USING placement p
    WHERE p.id_index = ANY (p_index) AND o.placement_id = p.id
      AND NOT EXISTS (SELECT FROM found f WHERE f.id = p.id))
  INSERT INTO placement_overlap AS o (placement_id, county_code, others)
    SELECT id, county_code, others FROM found
    -- The other of two who change the same person at once finds it settled.
    ON CONFLICT (placement_id) DO UPDATE SET county_code = excluded.county_code,
      others = excluded.others,
      checked_at = CASE WHEN is_seen(o.others, excluded.others) THEN o.checked_at END,
      checked_by_name = CASE WHEN is_seen(o.others, excluded.others) THEN o.checked_by_name END,
      checked_reason = CASE WHEN is_seen(o.others, excluded.others) THEN o.checked_reason END
    WHERE (o.county_code, o.others) IS DISTINCT FROM (excluded.county_code, excluded.others);
END $$;

-- Whether each of these overlaps lies within the days in which the same other was there before.
CREATE FUNCTION is_seen(p_before jsonb, p_now jsonb) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM jsonb_each_text(p_now) AS now (other, days)
    WHERE NOT coalesce((p_before ->> now.other)::daterange @> now.days::daterange, false))
$$;
REVOKE ALL ON FUNCTION is_seen FROM PUBLIC;

SELECT settle_overlaps(ARRAY(SELECT DISTINCT id_index FROM placement));

-- On the last day of work somebody is still in work: who has left by today is told from this index alone.
DROP INDEX placement_left;
CREATE INDEX placement_left ON placement (county_code, started_on, id) INCLUDE (ended_on)
  WHERE ended_on IS NOT NULL AND removed_at IS NULL;
