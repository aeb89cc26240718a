-- Whoever is in a ledger is of its county: without this a person could be counted in two (decisions/0019).

-- What an import let in before: the line leaves the ledger that may not keep it, stays as history, and the trail says why.
DO $$
DECLARE
  line record;
  why CONSTANT text := '此人由其户籍县登记，系统升级时移出';
BEGIN
  FOR line IN
    UPDATE placement p SET removed_at = now(), removed_reason = why, next_follow_up_on = NULL,
      updated_at = now(), version = p.version + 1
    FROM person o
    WHERE o.id = p.person_id AND o.county_code <> p.county_code AND p.removed_at IS NULL
    RETURNING p.id, p.county_code, p.name, p.employer_name, p.started_on
  LOOP
    PERFORM leave_trail(now(), NULL, '系统', 'placement.remove', 'placement', line.id::text,
      line.county_code, json_build_object('person', line.name, 'employer', line.employer_name,
        'startsOn', line.started_on, 'reason', why)::text);
  END LOOP;
END $$;

-- Set-wise for imports, which bring a county's year in one statement.
CREATE FUNCTION placements_are_at_home() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM after_rows p JOIN person o ON o.id = p.person_id
      WHERE o.county_code <> p.county_code AND p.removed_at IS NULL) THEN
    RAISE EXCEPTION 'placement_at_home: the county of the person keeps the line';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION placement_is_at_home() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM person o WHERE o.id = NEW.person_id AND o.county_code <> NEW.county_code) THEN
    RAISE EXCEPTION 'placement_at_home: the county of the person keeps the line';
  END IF;
  RETURN NULL;
END $$;
-- The other side: nobody moves away from under his standing lines.
CREATE FUNCTION person_stays_with_placements() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM placement p WHERE p.person_id = NEW.id
      AND p.county_code <> NEW.county_code AND p.removed_at IS NULL) THEN
    RAISE EXCEPTION 'placement_at_home: the county of the person keeps the line';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION placements_are_at_home, placement_is_at_home, person_stays_with_placements
  FROM PUBLIC;
CREATE TRIGGER at_home_added AFTER INSERT ON placement
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION placements_are_at_home();
CREATE TRIGGER at_home_changed AFTER UPDATE OF county_code, person_id, removed_at ON placement
  FOR EACH ROW WHEN (NEW.removed_at IS NULL AND (NEW.county_code, NEW.person_id, NEW.removed_at)
    IS DISTINCT FROM (OLD.county_code, OLD.person_id, OLD.removed_at))
  EXECUTE FUNCTION placement_is_at_home();
CREATE TRIGGER at_home_with_placements AFTER UPDATE OF county_code ON person
  FOR EACH ROW WHEN (NEW.county_code <> OLD.county_code)
  EXECUTE FUNCTION person_stays_with_placements();

-- Which of these people another county than the one named keeps, by their place in the question: that it is so, and
-- not which.
CREATE FUNCTION kept_elsewhere(p_index bytea[], p_county text[]) RETURNS TABLE (at integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.at::int FROM unnest(p_index, p_county) WITH ORDINALITY AS a (id_index, county, at)
    JOIN person o ON o.id_index = a.id_index AND o.county_code <> a.county
$$;
REVOKE ALL ON FUNCTION kept_elsewhere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kept_elsewhere TO labour_app;

-- Files that lie checked: whether the registry speaks for the line is read from what was found then.
UPDATE roster_import_row r SET fields = r.fields || (
    SELECT jsonb_build_object('verifiesGiven', it, 'verifiesKnown', it)
    FROM (SELECT r.verified_category IS NOT NULL AND NOT r.findings @?
      '$[*] ? (@.kind == "name-differs-from-registry" || @.kind == "other-county-person")'::jsonpath)
      AS speaks (it))
  FROM roster_import i
  WHERE i.id = r.import_id AND i.layout = 'placement' AND i.state = 'checked';
