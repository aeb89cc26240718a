-- Which standing lines fall into the days of another line or class of the same person; see decisions/0019. Worked out
-- when any of the three changes: a search over all pairs would be paid for on every page.
CREATE TABLE "placement_overlap" (
    "placement_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,

    CONSTRAINT "placement_overlap_pkey" PRIMARY KEY ("placement_id")
);
CREATE INDEX "placement_overlap_county_code_idx" ON "placement_overlap"("county_code");
GRANT SELECT ON placement_overlap TO labour_app;
ALTER TABLE placement_overlap ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON placement_overlap TO labour_app
  USING (county_code = ANY ((SELECT app_counties())::text[]));

-- Works them out anew for these people, past the wall: the other line or class may be another county's. What else can
-- fill a person's days belongs in here as one more EXISTS, beside other_engagements.
CREATE FUNCTION settle_overlaps(p_index bytea[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(cardinality(p_index), 0) = 0 THEN RETURN; END IF;
  DELETE FROM placement_overlap o USING placement p
    WHERE p.id_index = ANY (p_index) AND o.placement_id = p.id;
  INSERT INTO placement_overlap (placement_id, county_code)
    SELECT p.id, p.county_code FROM placement p
    WHERE p.id_index = ANY (p_index) AND p.removed_at IS NULL AND (
      EXISTS (SELECT FROM placement q WHERE q.id_index = p.id_index AND q.removed_at IS NULL
        AND q.id <> p.id AND q.started_on <= coalesce(p.ended_on, 'infinity')
        AND coalesce(q.ended_on, 'infinity') >= p.started_on)
      OR EXISTS (SELECT FROM roster_line l JOIN roster r ON r.id = l.roster_id
        JOIN training_class c ON c.id = r.class_id
        WHERE l.id_index = p.id_index AND l.removed_at IS NULL
          AND c.starts_on <= coalesce(p.ended_on, 'infinity') AND c.ends_on >= p.started_on))
    -- Two who change the same person at once: the later one finds it settled.
    ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION settle_overlaps_of_placements() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM settle_overlaps(ARRAY(SELECT DISTINCT id_index FROM after_rows));
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM placement_overlap o USING before_rows b WHERE o.placement_id = b.id;
    PERFORM settle_overlaps(ARRAY(SELECT DISTINCT id_index FROM before_rows));
  ELSE
    PERFORM settle_overlaps(ARRAY(
      SELECT DISTINCT who.id_index FROM before_rows b JOIN after_rows a ON a.id = b.id
        CROSS JOIN LATERAL (VALUES (b.id_index), (a.id_index)) AS who (id_index)
      WHERE (a.id_index, a.county_code, a.started_on, a.ended_on, a.removed_at IS NULL)
        IS DISTINCT FROM (b.id_index, b.county_code, b.started_on, b.ended_on, b.removed_at IS NULL)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER overlaps_added AFTER INSERT ON placement
  REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_placements();
CREATE TRIGGER overlaps_changed AFTER UPDATE ON placement
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_placements();
CREATE TRIGGER overlaps_deleted AFTER DELETE ON placement
  REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_placements();

CREATE FUNCTION settle_overlaps_of_lines() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM settle_overlaps(ARRAY(SELECT DISTINCT a.id_index FROM after_rows a
      JOIN placement p ON p.id_index = a.id_index));
  ELSE
    PERFORM settle_overlaps(ARRAY(
      SELECT DISTINCT who.id_index FROM before_rows b JOIN after_rows a ON a.id = b.id
        CROSS JOIN LATERAL (VALUES (b.id_index), (a.id_index)) AS who (id_index)
      WHERE (a.id_index, a.removed_at IS NULL) IS DISTINCT FROM (b.id_index, b.removed_at IS NULL)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER overlaps_added AFTER INSERT ON roster_line
  REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_lines();
CREATE TRIGGER overlaps_changed AFTER UPDATE ON roster_line
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_lines();

CREATE FUNCTION settle_overlaps_of_class() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM settle_overlaps(ARRAY(SELECT DISTINCT l.id_index
    FROM roster r JOIN roster_line l ON l.roster_id = r.id WHERE r.class_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER overlaps_moved AFTER UPDATE OF starts_on, ends_on ON training_class
  FOR EACH ROW WHEN ((NEW.starts_on, NEW.ends_on) IS DISTINCT FROM (OLD.starts_on, OLD.ends_on))
  EXECUTE FUNCTION settle_overlaps_of_class();
REVOKE ALL ON FUNCTION settle_overlaps, settle_overlaps_of_placements, settle_overlaps_of_lines,
  settle_overlaps_of_class FROM PUBLIC;

SELECT settle_overlaps(ARRAY(SELECT DISTINCT id_index FROM placement));

-- Organised, and nobody has said by which batch: to be linked, and in time there are few.
CREATE INDEX placement_organised_loose ON placement (county_code, started_on, id)
  WHERE arrangement = 'ORGANISED' AND batch_id IS NULL AND removed_at IS NULL;
