-- Walls, counts and narrow windows for placements, employers, targets and reconciliation; see 20260101000100.

GRANT SELECT, INSERT, UPDATE ON employer, labour_batch, vacancy, job_fair, job_fair_employer,
  job_fair_participant, work_file, poverty_workshop, vocational_student, placement,
  placement_evidence, follow_up, reconciliation, reconciliation_line TO labour_app;
-- Put on the list by mistake: taken off, and the trail keeps it.
GRANT DELETE ON job_fair_employer, job_fair_participant TO labour_app;
-- Who is on neither side's list any more leaves an open reconciliation; a locked one lets nobody go.
GRANT DELETE ON reconciliation_line TO labour_app;
-- Written once: a target is revised by a new row, a step is never taken back.
GRANT SELECT, INSERT ON student_step, target, target_share, reconciliation_step TO labour_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['labour_batch', 'job_fair', 'job_fair_employer', 'job_fair_participant',
    'work_file', 'poverty_workshop', 'vocational_student', 'student_step', 'placement',
    'placement_evidence', 'follow_up', 'reconciliation', 'reconciliation_line',
    'reconciliation_step']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON %I TO labour_app
      USING (county_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
END $$;

-- Businesses and the jobs they offer are nobody's personal data: all read, whoever entered changes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['employer', 'vacancy']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO labour_app USING (true)', t);
    EXECUTE format('CREATE POLICY write_own ON %I FOR INSERT TO labour_app
      WITH CHECK (owner_code = ANY ((SELECT app_counties())::text[]))', t);
    EXECUTE format('CREATE POLICY change_own ON %I FOR UPDATE TO labour_app
      USING (owner_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
END $$;

-- A county reads the whole of a target of which it has a share, and those of the levels above it.
ALTER TABLE target_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE target ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_share ON target_share FOR SELECT TO labour_app USING (
  area_code = ANY ((SELECT app_counties())::text[])
  OR region_code = ANY ((SELECT app_counties())::text[])
  OR region_code = ANY ((SELECT array_agg(left(c, 4) || '00') FROM unnest(app_counties()) AS c)::text[]));
CREATE POLICY write_own ON target_share FOR INSERT TO labour_app
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));
CREATE POLICY read_target ON target FOR SELECT TO labour_app USING (
  region_code = ANY ((SELECT app_counties())::text[])
  OR EXISTS (SELECT FROM target_share s WHERE s.target_id = id));
CREATE POLICY write_own ON target FOR INSERT TO labour_app
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));

-- Names are searched by prefix: byte order, as for the rosters.
ALTER TABLE placement ALTER COLUMN name TYPE text COLLATE "C",
  ALTER COLUMN pinyin_initials TYPE text COLLATE "C";
ALTER TABLE employer ALTER COLUMN name TYPE text COLLATE "C";

-- One line for a person's first day with an employer; lines taken out stay as history.
CREATE UNIQUE INDEX placement_one_per_start ON placement (id_index, employer_id, started_on)
  WHERE removed_at IS NULL;
-- Progress is counted and listed from this index alone; what is not yet proved has its own, for it gets rare.
CREATE INDEX placement_counting ON placement (county_code, destination, started_on, id)
  INCLUDE (person_id, verified_category, evidence_count) WHERE removed_at IS NULL;
CREATE INDEX placement_unproved ON placement (county_code, destination, started_on, id)
  WHERE removed_at IS NULL AND (verified_category IS NULL OR evidence_count = 0);
-- Who was asked lately, and who has not been reached.
CREATE INDEX placement_last_contact ON placement (county_code, last_contact_on, id)
  WHERE last_contact_on IS NOT NULL;
-- Help asked for and not yet given.
CREATE INDEX follow_up_help_open ON follow_up (county_code, contacted_on, id)
  WHERE help_asked <> '' AND help_given IS NULL;
-- The ledger's lists of few among many: who left, what was taken out, what one file brought.
CREATE INDEX placement_left ON placement (county_code, started_on, id)
  WHERE ended_on IS NOT NULL AND removed_at IS NULL;
CREATE INDEX placement_removed ON placement (county_code, started_on, id)
  WHERE removed_at IS NOT NULL;
CREATE INDEX placement_of_import ON placement (import_id, county_code, started_on, id)
  WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX employer_one_without_code ON employer (owner_code, name)
  WHERE credit_code IS NULL;
-- What is open waits on somebody's home page, and is asked for on every page.
CREATE INDEX reconciliation_open ON reconciliation (county_code, month) WHERE state = 'open';
CREATE UNIQUE INDEX student_one_standing ON vocational_student (person_id, school_name)
  WHERE removed_at IS NULL;
-- The same bytes are on their way into the same ledger of a region once only.
CREATE UNIQUE INDEX roster_import_one_open_ledger ON roster_import (county_code, layout, file_sha256)
  WHERE state IN ('waiting', 'needsColumns', 'checked') AND class_id IS NULL;

ALTER TABLE roster_import ADD CONSTRAINT import_layout
  CHECK (layout IN ('training', 'placement') AND (layout = 'training') = (class_id IS NOT NULL));
ALTER TABLE employer ADD CONSTRAINT employer_kind
  CHECK (kind IN ('ENTERPRISE', 'SOLE_TRADER', 'COOPERATIVE', 'INSTITUTION', 'INTERMEDIARY', 'HOUSEHOLD'));
ALTER TABLE vacancy
  ADD CONSTRAINT vacancy_kind CHECK (kind IN ('OPEN', 'ORDER')),
  ADD CONSTRAINT vacancy_headcount CHECK (headcount > 0),
  ADD CONSTRAINT vacancy_wages CHECK (wage_to_fen >= wage_from_fen),
  ADD CONSTRAINT vacancy_days CHECK (open_to >= open_from),
  ADD CONSTRAINT vacancy_closed CHECK ((closed_at IS NULL) = (closed_reason IS NULL));
ALTER TABLE job_fair
  ADD CONSTRAINT fair_mode CHECK (mode IN ('ON_SITE', 'ONLINE')),
  ADD CONSTRAINT fair_days CHECK (held_to >= held_on);
ALTER TABLE job_fair_participant ADD CONSTRAINT participant_outcome
  CHECK (outcome IN ('ATTENDED', 'OFFERED', 'DECLINED', 'PLACED'));
ALTER TABLE poverty_workshop ADD CONSTRAINT workshop_days
  CHECK (valid_to >= recognised_on AND withdrawn_on >= recognised_on);
ALTER TABLE vocational_student
  ADD CONSTRAINT student_state CHECK (state IN ('STUDYING', 'LOOKING', 'OFFERED', 'PLACED', 'FURTHER_STUDY', 'LEFT_SCHOOL')),
  ADD CONSTRAINT student_days CHECK (graduates_on >= enrolled_on);
ALTER TABLE placement
  ADD CONSTRAINT placement_destination CHECK (destination IN ('LOCAL', 'IN_PROVINCE', 'ELSEWHERE', 'SHANGHAI')),
  ADD CONSTRAINT placement_form CHECK (form IN ('FORMAL', 'FLEXIBLE', 'ENTREPRENEURSHIP', 'PUBLIC_SERVICE')),
  ADD CONSTRAINT placement_arrangement CHECK (arrangement IN ('ORGANISED', 'SELF_ARRANGED')),
  ADD CONSTRAINT placement_contract
    CHECK (contract_kind IN ('LABOUR_CONTRACT', 'SERVICE_AGREEMENT', 'FLEXIBLE', 'NONE')),
  ADD CONSTRAINT placement_days CHECK (ended_on >= started_on AND contract_to >= contract_from),
  ADD CONSTRAINT placement_wage CHECK (monthly_wage_fen >= 0);
ALTER TABLE placement_evidence
  ADD CONSTRAINT evidence_kind CHECK (kind IN ('CONTRACT', 'WAGE_SLIP', 'SOCIAL_INSURANCE', 'BANK_STATEMENT', 'WORK_CERTIFICATE')),
  ADD CONSTRAINT evidence_months CHECK (to_month >= from_month AND (from_month IS NULL) = (to_month IS NULL)
    AND extract(day FROM from_month) = 1 AND extract(day FROM to_month) = 1);
ALTER TABLE follow_up
  ADD CONSTRAINT follow_up_method CHECK (method IN ('PHONE', 'VISIT', 'MESSAGE', 'EMPLOYER')),
  ADD CONSTRAINT follow_up_outcome CHECK (outcome IN ('ON_JOB', 'CHANGED_JOB', 'RETURNED_HOME', 'NO_ANSWER', 'LOST', 'REFUSED'));
ALTER TABLE target
  ADD CONSTRAINT target_basis CHECK (basis IN ('HEADCOUNT', 'PERSON_TIMES', 'EVENTS')),
  ADD CONSTRAINT target_value CHECK (value >= 0),
  -- Progress is counted within a calendar year: a person's first placement of the year is his one.
  ADD CONSTRAINT target_period CHECK (deadline_on >= period_from
    AND extract(year FROM deadline_on) = extract(year FROM period_from));
ALTER TABLE target_share ADD CONSTRAINT share_value CHECK (value >= 0);
ALTER TABLE reconciliation
  ADD CONSTRAINT reconciliation_state CHECK (state IN ('open', 'locked')),
  ADD CONSTRAINT reconciliation_month CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT reconciliation_figures CHECK (county_figure >= 0 AND district_figure >= 0),
  ADD CONSTRAINT reconciliation_figure_kind CHECK (district_figure_kind IN ('typed', 'list')),
  ADD CONSTRAINT two_sides_sign CHECK (county_signed_by <> district_signed_by),
  ADD CONSTRAINT locked_is_signed CHECK (state <> 'locked' OR (county_signed_at IS NOT NULL
    AND district_signed_at IS NOT NULL AND locked_at IS NOT NULL));
ALTER TABLE reconciliation_line
  ADD CONSTRAINT line_side CHECK (side IN ('COUNTY', 'DISTRICT', 'BOTH'));

-- The destination follows from two codes, home and workplace (曲财农〔2020〕31号 四(三)1).
CREATE FUNCTION destination_of(p_home text, p_workplace text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN left(p_workplace, 2) = '31' THEN 'SHANGHAI'
    WHEN left(p_workplace, 6) = left(p_home, 6) THEN 'LOCAL'
    WHEN left(p_workplace, 2) = left(p_home, 2) THEN 'IN_PROVINCE'
    ELSE 'ELSEWHERE'
  END;
CREATE FUNCTION settle_destination() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.destination := destination_of(NEW.county_code, NEW.workplace_code);
  RETURN NEW;
END $$;
CREATE TRIGGER settle_destination BEFORE INSERT OR UPDATE ON placement
  FOR EACH ROW EXECUTE FUNCTION settle_destination();

-- Standing evidence is counted on the line, so that a board need not look into every folder.
CREATE FUNCTION count_placement_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE placement p SET evidence_count = p.evidence_count + d.n
      FROM (SELECT placement_id, count(*) AS n FROM after_rows WHERE voided_at IS NULL
        GROUP BY placement_id) d WHERE p.id = d.placement_id;
  ELSE
    UPDATE placement p SET evidence_count = p.evidence_count + d.n
      FROM (SELECT placement_id, sum(n) AS n
        FROM (SELECT placement_id, 1 AS n FROM after_rows WHERE voided_at IS NULL
          UNION ALL SELECT placement_id, -1 FROM before_rows WHERE voided_at IS NULL) e
        GROUP BY placement_id) d WHERE p.id = d.placement_id AND d.n <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_added AFTER INSERT ON placement_evidence
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_placement_evidence();
CREATE TRIGGER count_changed AFTER UPDATE ON placement_evidence
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_placement_evidence();

-- A board keeps what it has counted until a county's placements change in something that is counted. Rows are only
-- added, so that no writer waits for another.
ALTER TABLE placement_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON placement_change TO labour_app
  USING (county_code = ANY ((SELECT app_counties())::text[]));
GRANT SELECT ON placement_change TO labour_app;
CREATE FUNCTION note_counting_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO placement_change (county_code) SELECT DISTINCT county_code FROM after_rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO placement_change (county_code) SELECT DISTINCT county_code FROM before_rows;
  ELSE
    INSERT INTO placement_change (county_code)
      SELECT DISTINCT c.code FROM before_rows b JOIN after_rows a ON a.id = b.id
        CROSS JOIN LATERAL (VALUES (b.county_code), (a.county_code)) AS c (code)
      WHERE (a.county_code, a.person_id, a.destination, a.started_on, a.verified_category IS NULL,
          a.evidence_count > 0, a.removed_at IS NULL)
        IS DISTINCT FROM (b.county_code, b.person_id, b.destination, b.started_on,
          b.verified_category IS NULL, b.evidence_count > 0, b.removed_at IS NULL);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION note_counting_change FROM PUBLIC;
CREATE TRIGGER note_added AFTER INSERT ON placement
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION note_counting_change();
CREATE TRIGGER note_changed AFTER UPDATE ON placement
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_counting_change();
CREATE TRIGGER note_deleted AFTER DELETE ON placement
  REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION note_counting_change();

-- A locked month changes only by being opened again, and that takes its own step.
CREATE FUNCTION locked_month_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE line reconciliation_line;
BEGIN
  IF TG_TABLE_NAME = 'reconciliation' THEN
    IF OLD.state = 'locked' AND (TG_OP = 'DELETE'
        OR NOT (NEW.state = 'open' AND NEW.round = OLD.round + 1)) THEN
      RAISE EXCEPTION 'a locked reconciliation stands';
    END IF;
    RETURN coalesce(NEW, OLD);
  END IF;
  -- The owner changes keys under what stands; what the line says stays the same.
  IF TG_OP = 'UPDATE' AND current_user <> 'labour_app'
      AND to_jsonb(NEW) - ARRAY['id_index', 'id_sealed']
        = to_jsonb(OLD) - ARRAY['id_index', 'id_sealed'] THEN
    RETURN NEW;
  END IF;
  line := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
  IF EXISTS (SELECT FROM reconciliation r WHERE r.id = line.reconciliation_id
      AND (r.state = 'locked' OR r.round <> line.round)) THEN
    RAISE EXCEPTION 'a locked reconciliation stands';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.reconciliation_id, NEW.round) <> (OLD.reconciliation_id, OLD.round) THEN
    RAISE EXCEPTION 'a line stays in its round';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER locked_stands BEFORE UPDATE OR DELETE ON reconciliation
  FOR EACH ROW EXECUTE FUNCTION locked_month_stands();
CREATE TRIGGER locked_stands BEFORE INSERT OR UPDATE OR DELETE ON reconciliation_line
  FOR EACH ROW EXECUTE FUNCTION locked_month_stands();

-- Narrow windows through the wall ---------------------------------------------------------------

-- What else these people do between the days asked about: another job, or a class. Another county's
-- is told by its dates only. p_except: the placement that asks, or null.
CREATE FUNCTION other_engagements(p_index bytea[], p_from date[], p_to date[], p_except uuid[])
  RETURNS TABLE (at integer, kind text, subject_id uuid, label text, starts_on date, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT * FROM unnest(p_index, p_from, p_to, p_except) WITH ORDINALITY
      AS a (id_index, from_on, to_on, except_id, at))
  SELECT a.at::int, 'placement',
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.id END,
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.employer_name END, p.started_on, p.ended_on
  FROM asked a JOIN placement p ON p.id_index = a.id_index AND p.removed_at IS NULL
    AND p.id IS DISTINCT FROM a.except_id
    AND p.started_on <= coalesce(a.to_on, 'infinity') AND coalesce(p.ended_on, 'infinity') >= a.from_on
  UNION ALL
  SELECT a.at::int, 'class',
    CASE WHEN c.county_code = ANY (app_counties()) THEN c.id END,
    CASE WHEN c.county_code = ANY (app_counties()) THEN c.name || '（' || c.term || '）' END,
    c.starts_on, c.ends_on
  FROM asked a JOIN roster_line l ON l.id_index = a.id_index AND l.removed_at IS NULL
    JOIN roster r ON r.id = l.roster_id JOIN training_class c ON c.id = r.class_id
    AND c.starts_on <= coalesce(a.to_on, 'infinity') AND c.ends_on >= a.from_on
  ORDER BY 1, 5
$$;
REVOKE ALL ON FUNCTION other_engagements FROM PUBLIC;
GRANT EXECUTE ON FUNCTION other_engagements TO labour_app;

-- How many people were placed from these vacancies, wherever they come from: a number, nobody's name.
CREATE FUNCTION vacancy_filled(p_vacancy uuid[]) RETURNS TABLE (vacancy_id uuid, filled integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT v.id, (SELECT count(*)::int FROM placement p
    WHERE p.vacancy_id = v.id AND p.removed_at IS NULL)
  FROM unnest(p_vacancy) AS v (id)
$$;
REVOKE ALL ON FUNCTION vacancy_filled FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vacancy_filled TO labour_app;

-- As before, and a row of a ledger of several counties belongs to its own.
CREATE OR REPLACE FUNCTION settle_people(p_import uuid, p_now timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE added bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM roster_import WHERE id = p_import AND county_code = ANY (app_counties()))
  THEN RAISE EXCEPTION 'import out of scope'; END IF;
  INSERT INTO person (id, county_code, id_index, id_sealed, name, pinyin_initials, sex, born_on,
      ethnicity, address, phone_index, phone_sealed, created_at, updated_at)
    SELECT r.person_id, coalesce(r.registry_county_code, r.home_county_code, r.county_code),
      r.id_index, r.id_sealed, r.name, r.pinyin_initials, r.sex, r.born_on, r.ethnicity, r.address,
      r.phone_index, r.phone_sealed, p_now, p_now
    FROM roster_import_row r
    WHERE r.import_id = p_import AND r.state <> 'refused' AND r.id_index IS NOT NULL
    -- one order for all importers: two at once wait for each other instead of deadlocking
    ORDER BY r.id_index
    ON CONFLICT (id_index) DO NOTHING;
  GET DIAGNOSTICS added = ROW_COUNT;
  UPDATE roster_import_row r SET person_id = p.id FROM person p
    WHERE r.import_id = p_import AND p.id_index = r.id_index AND r.person_id IS DISTINCT FROM p.id;
  RETURN added;
END $$;
