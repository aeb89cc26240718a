-- Second lock under every query: the application's role sees only rows of the counties in its scope.
-- app.counties  comma-separated region codes, set per transaction; unset means nothing is seen
-- app.administered  the same for an administrator: accounts, organisations and divisions, no person
-- app.user      the acting user's id
-- app.identity  'on' only while signing in and loading the actor

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'labour_app') THEN
    CREATE ROLE labour_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two first starts on one cluster
END $$;

CREATE FUNCTION app_counties() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('app.counties', true), ''), ',');

CREATE FUNCTION app_administered() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('app.administered', true), ''), ',');

CREATE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user', true), '')::uuid;

CREATE FUNCTION app_identity() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.identity', true), '') = 'on';

GRANT USAGE ON SCHEMA public TO labour_app;
GRANT SELECT ON region, region_flag, pairing, trail_event TO labour_app;
GRANT INSERT, UPDATE, DELETE ON region, region_flag, pairing TO labour_app;
GRANT SELECT, INSERT, UPDATE ON organisation, user_account, role_assignment, session TO labour_app;
GRANT SELECT, INSERT, DELETE ON sign_in_failure, form_draft TO labour_app;
GRANT SELECT, INSERT, UPDATE ON stored_file, job, person, registry_snapshot, registry_entry,
  training_class, roster, roster_line, roster_import, column_memory TO labour_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON roster_import_row TO labour_app;
GRANT DELETE ON registry_entry, column_memory TO labour_app;

-- Names are searched by prefix: byte order makes that a range of the index, and the comparison is
-- leakproof, so row-level security does not forbid the index.
ALTER TABLE person ALTER COLUMN name TYPE text COLLATE "C",
  ALTER COLUMN pinyin_initials TYPE text COLLATE "C";
ALTER TABLE roster_line ALTER COLUMN name TYPE text COLLATE "C",
  ALTER COLUMN pinyin_initials TYPE text COLLATE "C";
ALTER TABLE registry_entry ALTER COLUMN name TYPE text COLLATE "C",
  ALTER COLUMN pinyin_initials TYPE text COLLATE "C";

-- One person stands once on a roster; removed lines stay as history.
CREATE UNIQUE INDEX roster_line_one_per_person ON roster_line (roster_id, id_index)
  WHERE removed_at IS NULL;
-- A roster's counts follow its lines by differences, so that two writers at once both count.
CREATE FUNCTION is_problem(p_findings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_findings @? '$[*] ? (@.severity != "cleaned")'::jsonpath;

CREATE FUNCTION count_roster_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE roster r SET headcount = r.headcount + d.people,
        verified_count = r.verified_count + d.verified, problem_count = r.problem_count + d.problems
      FROM (SELECT roster_id, count(*) AS people, count(verified_category) AS verified,
          count(*) FILTER (WHERE is_problem(findings)) AS problems
        FROM after_lines WHERE removed_at IS NULL GROUP BY roster_id) d
      WHERE r.id = d.roster_id;
  ELSE
    UPDATE roster r SET headcount = r.headcount + d.people,
        verified_count = r.verified_count + d.verified, problem_count = r.problem_count + d.problems
      FROM (SELECT roster_id, sum(n) AS people,
          coalesce(sum(n) FILTER (WHERE verified_category IS NOT NULL), 0) AS verified,
          coalesce(sum(n) FILTER (WHERE is_problem(findings)), 0) AS problems
        FROM (SELECT 1 AS n, roster_id, verified_category, findings FROM after_lines
            WHERE removed_at IS NULL
          UNION ALL SELECT -1, roster_id, verified_category, findings FROM before_lines
            WHERE removed_at IS NULL) l
        GROUP BY roster_id) d
      WHERE r.id = d.roster_id AND (d.people, d.verified, d.problems) <> (0, 0, 0);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_added AFTER INSERT ON roster_line
  REFERENCING NEW TABLE AS after_lines FOR EACH STATEMENT EXECUTE FUNCTION count_roster_lines();
CREATE TRIGGER count_changed AFTER UPDATE ON roster_line
  REFERENCING OLD TABLE AS before_lines NEW TABLE AS after_lines
  FOR EACH STATEMENT EXECUTE FUNCTION count_roster_lines();

-- The same bytes are on their way into the same class once only.
CREATE UNIQUE INDEX roster_import_one_open ON roster_import (class_id, file_sha256)
  WHERE state IN ('waiting', 'needsColumns', 'checked');

ALTER TABLE roster
  ADD CONSTRAINT roster_state CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  ADD CONSTRAINT reviewer_is_someone_else CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by);
ALTER TABLE training_class ADD CONSTRAINT class_ends_after_start CHECK (ends_on >= starts_on);
ALTER TABLE job ADD CONSTRAINT job_state
  CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stored_file', 'job', 'person', 'registry_entry', 'training_class',
    'roster', 'roster_line', 'roster_import', 'roster_import_row', 'column_memory']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON %I TO labour_app
      USING (county_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
END $$;

-- A registry export covers a county, a prefecture or a province; those below may know that it exists.
ALTER TABLE registry_snapshot ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_above ON registry_snapshot FOR SELECT TO labour_app USING (
  region_code = ANY (
    (SELECT array_agg(x) FROM (
      SELECT unnest(app_counties()) AS x
      UNION SELECT left(c, 4) || '00' FROM unnest(app_counties()) AS c
      UNION SELECT left(c, 2) || '0000' FROM unnest(app_counties()) AS c) AS up)::text[]));
CREATE POLICY write_own ON registry_snapshot FOR INSERT TO labour_app
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));
CREATE POLICY change_own ON registry_snapshot FOR UPDATE TO labour_app
  USING (region_code = ANY ((SELECT app_counties())::text[]));

ALTER TABLE region ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON region FOR SELECT TO labour_app USING (true);
CREATE POLICY write_below_county ON region TO labour_app
  USING (level IN ('TOWNSHIP', 'VILLAGE')
    AND county_code = ANY ((SELECT app_counties() || app_administered())::text[]));
ALTER TABLE region_flag ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON region_flag FOR SELECT TO labour_app USING (true);
CREATE POLICY write_scope ON region_flag TO labour_app
  USING (county_code = ANY ((SELECT app_administered())::text[]));
ALTER TABLE pairing ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON pairing FOR SELECT TO labour_app USING (true);
CREATE POLICY write_scope ON pairing TO labour_app
  USING (county_code = ANY ((SELECT app_administered())::text[]));

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
-- Colleagues are seen by name; only administration writes organisations, accounts and roles.
CREATE POLICY scope ON organisation FOR SELECT TO labour_app
  USING (app_identity()
    OR region_code = ANY ((SELECT app_counties() || app_administered())::text[]));
CREATE POLICY administer ON organisation TO labour_app
  USING (app_identity() OR region_code = ANY ((SELECT app_administered())::text[]));
ALTER TABLE role_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON role_assignment FOR SELECT TO labour_app
  USING (app_identity() OR user_id = app_user()
    OR region_code = ANY ((SELECT app_counties() || app_administered())::text[]));
-- Nobody gives himself a role, whatever the code above says.
CREATE POLICY grant_others ON role_assignment TO labour_app
  USING (app_identity()
    OR (user_id <> app_user() AND region_code = ANY ((SELECT app_administered())::text[])));
ALTER TABLE user_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON user_account FOR SELECT TO labour_app
  USING (app_identity() OR id = app_user()
    OR EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id));
CREATE POLICY administer ON user_account TO labour_app
  USING (app_identity() OR id = app_user()
    OR EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id
      AND o.region_code = ANY (app_administered())));
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON session TO labour_app USING (app_identity() OR user_id = app_user());
ALTER TABLE form_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON form_draft TO labour_app USING (app_identity() OR user_id = app_user());
ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity ON sign_in_failure TO labour_app USING (app_identity());

-- The trail -----------------------------------------------------------------------------------

ALTER TABLE trail_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON trail_event FOR SELECT TO labour_app
  USING (county_code = ANY ((SELECT app_counties())::text[]) OR actor_id = app_user());

CREATE TABLE trail_head (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  seq bigint NOT NULL,
  hash bytea NOT NULL
);
INSERT INTO trail_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- Every field with its length in bytes before it: no two events share one reading.
CREATE FUNCTION trail_field(v text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN octet_length(coalesce(v, ''))::text || ':' || coalesce(v, '');

-- The only way to write the trail. The head row's lock orders concurrent transactions; callers
-- call this last, so the lock is held from here to their commit.
CREATE FUNCTION leave_trail(p_at timestamptz, p_actor uuid, p_actor_name text, p_action text,
  p_subject_kind text, p_subject_id text, p_county text, p_detail text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head trail_head%ROWTYPE;
  next_seq bigint;
  next_hash bytea;
BEGIN
  SELECT * INTO head FROM trail_head FOR UPDATE;
  next_seq := head.seq + 1;
  next_hash := sha256(head.hash || convert_to(
    trail_field(next_seq::text)
    || trail_field(to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
    || trail_field(p_actor::text) || trail_field(p_actor_name) || trail_field(p_action)
    || trail_field(p_subject_kind) || trail_field(p_subject_id) || trail_field(p_county)
    || trail_field(p_detail), 'UTF8'));
  INSERT INTO trail_event VALUES (next_seq, p_at, p_actor, p_actor_name, p_action, p_subject_kind,
    p_subject_id, p_county, p_detail, head.hash, next_hash);
  UPDATE trail_head SET seq = next_seq, hash = next_hash;
  RETURN next_seq;
END $$;

CREATE FUNCTION trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trail is append-only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON trail_event
  FOR EACH ROW EXECUTE FUNCTION trail_is_append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON trail_event
  FOR EACH STATEMENT EXECUTE FUNCTION trail_is_append_only();

-- Jobs ------------------------------------------------------------------------------------------

-- Takes the oldest waiting job, or one whose worker has died (its lease ran out). After three
-- tries it is given up rather than killing the worker for ever.
CREATE FUNCTION claim_job(p_now timestamptz, p_lease interval) RETURNS SETOF job
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE job SET state = 'failed', finished_at = p_now, lease_until = NULL,
    message = '处理程序多次中断，已停止。数据未改动，请重新提交；仍不行请联系系统管理员。'
    WHERE state = 'running' AND lease_until < p_now AND attempts >= 3;
  UPDATE job SET state = 'cancelled', finished_at = p_now, lease_until = NULL
    WHERE cancel_requested_at IS NOT NULL
      AND (state = 'queued' OR (state = 'running' AND lease_until < p_now));
  RETURN QUERY
    UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = p_now + p_lease,
      started_at = coalesce(started_at, p_now), progress_done = 0, stage = ''
    WHERE id = (SELECT j.id FROM job j
      WHERE j.state = 'queued' OR (j.state = 'running' AND j.lease_until < p_now)
      ORDER BY j.created_at FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING *;
END $$;

CREATE FUNCTION announce_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('job', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT ON job FOR EACH ROW EXECUTE FUNCTION announce_job();

-- Narrow windows through the wall: each answers one question and shows no more ------------------

CREATE FUNCTION snapshot_in_force(p_county text, p_on date) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM registry_snapshot
  WHERE state = 'ready'
    AND region_code IN (p_county, left(p_county, 4) || '00', left(p_county, 2) || '0000')
  -- the latest export on or before the day; where none is that old, the first one after it
  ORDER BY exported_on > p_on, abs(exported_on - p_on), imported_at DESC LIMIT 1
$$;

CREATE FUNCTION registry_matches(p_snapshot uuid, p_index bytea[])
  RETURNS TABLE (id_index bytea, category text, county_code text, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id_index, e.category, e.county_code, e.name
  FROM registry_entry e WHERE e.snapshot_id = p_snapshot AND e.id_index = ANY (p_index)
$$;

-- Another county's class is told by its dates only.
CREATE FUNCTION overlapping_enrolments(p_class uuid, p_index bytea[])
  RETURNS TABLE (id_index bytea, class_name text, starts_on date, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id_index,
    CASE WHEN c.county_code = ANY (app_counties()) THEN c.name || c.term END, c.starts_on, c.ends_on
  FROM training_class own
    JOIN roster_line l ON l.id_index = ANY (p_index) AND l.removed_at IS NULL
    JOIN roster x ON x.id = l.roster_id
    JOIN training_class c ON c.id = x.class_id AND c.id <> own.id
      AND c.starts_on <= own.ends_on AND c.ends_on >= own.starts_on
  WHERE own.id = p_class AND own.county_code = ANY (app_counties())
$$;

-- Persons are one per ID number in the whole country; an import adds those not yet known and
-- learns the ids of the others, not their data.
CREATE FUNCTION settle_people(p_import uuid, p_now timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE added bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM roster_import WHERE id = p_import AND county_code = ANY (app_counties()))
  THEN RAISE EXCEPTION 'import out of scope'; END IF;
  INSERT INTO person (id, county_code, id_index, id_sealed, name, pinyin_initials, sex, born_on,
      ethnicity, address, phone_index, phone_sealed, created_at, updated_at)
    SELECT r.person_id, coalesce(r.registry_county_code, r.county_code), r.id_index, r.id_sealed,
      r.name, r.pinyin_initials, r.sex, r.born_on, r.ethnicity, r.address, r.phone_index,
      r.phone_sealed, p_now, p_now
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

-- What every request asks first, in one round trip: who holds the key finds its lock and no other.
CREATE FUNCTION session_by_id(p_id_hash bytea)
  RETURNS TABLE ("createdAt" timestamptz, "lastSeenAt" timestamptz, "expiresAt" timestamptz,
    "endedAt" timestamptz, "userId" uuid, account text, name text, "organisationName" text,
    "organisationRegion" text, "mustChangePassword" boolean, "textSize" text,
    "disabledAt" timestamptz, "sessionsValidFrom" timestamptz, roles json, pairings json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.created_at, s.last_seen_at, s.expires_at, s.ended_at, u.id, u.account, u.name, o.name,
    o.region_code, u.must_change_password, u.text_size, u.disabled_at, u.sessions_valid_from,
    coalesce((SELECT json_agg(json_build_object('role', r.role, 'regionCode', r.region_code,
      'from', r.from_on, 'to', r.to_on) ORDER BY r.from_on, r.id)
      FROM role_assignment r WHERE r.user_id = u.id), '[]'),
    coalesce((SELECT json_agg(json_build_object('district', p.district_code,
      'county', p.county_code, 'from', p.from_on, 'to', p.to_on))
      FROM pairing p WHERE p.district_code IN (SELECT r.region_code FROM role_assignment r
        WHERE r.user_id = u.id AND r.role = 'districtOfficer')), '[]')
  FROM session s JOIN user_account u ON u.id = s.user_id
    JOIN organisation o ON o.id = u.organisation_id
  WHERE s.id_hash = p_id_hash
$$;

-- Separation of duties looks at every role a user holds, also those held outside the caller's scope.
CREATE FUNCTION roles_held_by(p_user uuid)
  RETURNS TABLE (role text, region_code text, from_on date, to_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.role, r.region_code, r.from_on, r.to_on
  FROM user_account u
    JOIN organisation o ON o.id = u.organisation_id AND o.region_code = ANY (app_administered())
    JOIN role_assignment r ON r.user_id = u.id
  WHERE u.id = p_user
$$;

REVOKE ALL ON FUNCTION leave_trail, claim_job, snapshot_in_force, registry_matches,
  overlapping_enrolments, settle_people, roles_held_by, session_by_id FROM PUBLIC;
GRANT EXECUTE ON FUNCTION leave_trail, claim_job, snapshot_in_force, registry_matches,
  overlapping_enrolments, settle_people, roles_held_by, session_by_id TO labour_app;

-- One row about this installation; only the owner (start-up) reads and writes it.
CREATE TABLE installation (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  key_checks jsonb NOT NULL DEFAULT '{}',
  reference_hash text,
  demo_loaded_at timestamptz
);
INSERT INTO installation DEFAULT VALUES;
