-- Walls, freezing and narrow windows for classes and their evidence; see 20260101000100.

GRANT SELECT, INSERT, UPDATE ON training_plan, training_provider, provider_suspension,
  parameter_value, class_session, attendance, completion_result, supervision_record, media_item,
  media_likeness, consent, signing_link, acknowledgement, scan_batch, scan_file, scan_page,
  scan_cell, verification_batch, roster_amendment TO labour_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON training_plan_item TO labour_app;
-- A file's digest is written with its bytes and stands.
REVOKE UPDATE ON stored_file FROM labour_app;
-- What was done once and stands: there is no changing it, only a later row.
GRANT SELECT, INSERT ON class_document, attendance_correction, spot_check_person, consent_notice,
  roster_print, verification, roster_seal TO labour_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['training_plan', 'training_plan_item', 'training_provider',
    'provider_suspension', 'class_document', 'class_session', 'attendance',
    'attendance_correction', 'completion_result', 'supervision_record', 'spot_check_person',
    'media_item', 'media_likeness', 'consent', 'signing_link', 'acknowledgement', 'roster_print',
    'scan_batch', 'scan_file', 'scan_page', 'scan_cell', 'verification_batch', 'verification',
    'roster_seal', 'roster_amendment']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON %I TO labour_app
      USING (county_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
END $$;

-- A number entered for a prefecture or province holds for the counties below.
ALTER TABLE parameter_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_above ON parameter_value FOR SELECT TO labour_app USING (
  region_code = ANY (
    (SELECT array_agg(x) FROM (
      SELECT unnest(app_counties()) AS x
      UNION SELECT left(c, 4) || '00' FROM unnest(app_counties()) AS c
      UNION SELECT left(c, 2) || '0000' FROM unnest(app_counties()) AS c) AS up)::text[]));
CREATE POLICY write_own ON parameter_value FOR INSERT TO labour_app
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));
CREATE POLICY change_own ON parameter_value FOR UPDATE TO labour_app
  USING (region_code = ANY ((SELECT app_counties())::text[]));

-- A notice is shown to everybody who is asked to agree, also to one who has no account.
ALTER TABLE consent_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON consent_notice FOR SELECT TO labour_app USING (true);
CREATE POLICY issue_own ON consent_notice FOR INSERT TO labour_app
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));

ALTER TABLE roster DROP CONSTRAINT roster_state,
  ADD CONSTRAINT roster_state
    CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'sealed'));
ALTER TABLE training_plan
  ADD CONSTRAINT plan_state CHECK (state IN ('draft', 'submitted', 'returned', 'approved')),
  ADD CONSTRAINT plan_reviewer_is_someone_else
    CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by);
ALTER TABLE training_class
  ADD CONSTRAINT filing_state CHECK (filing_state IN ('draft', 'submitted', 'returned', 'approved')),
  ADD CONSTRAINT filing_reviewer_is_someone_else
    CHECK (filing_reviewed_by IS NULL OR filing_reviewed_by <> filed_by);
ALTER TABLE roster_amendment
  ADD CONSTRAINT amendment_state CHECK (state IN ('proposed', 'approved', 'refused')),
  ADD CONSTRAINT amendment_decided_by_someone_else
    CHECK (decided_by IS NULL OR decided_by <> proposed_by);
ALTER TABLE class_session
  ADD CONSTRAINT session_ends_after_start CHECK (ends_at > starts_at AND starts_at >= 0 AND ends_at <= 1440);
ALTER TABLE supervision_record
  ADD CONSTRAINT supervision_party CHECK (party IN ('hrssBureau', 'secondedOfficial')),
  ADD CONSTRAINT supervision_is_signed CHECK (ink_file_id IS NOT NULL OR paper_file_id IS NOT NULL);
ALTER TABLE acknowledgement
  ADD CONSTRAINT acknowledgement_element CHECK (element IN ('SIGNATURE', 'FINGERPRINT')),
  ADD CONSTRAINT acknowledgement_method CHECK (method IN ('paper', 'screen', 'ownPhone', 'closeUp'));

-- One standing proof of a kind and a way for a line; one that was voided stays as history.
CREATE UNIQUE INDEX acknowledgement_one_standing ON acknowledgement (line_id, element, method)
  WHERE voided_at IS NULL;
-- One standing consent of a person for a purpose of a line.
CREATE UNIQUE INDEX consent_one_standing ON consent (line_id, purpose)
  WHERE withdrawn_at IS NULL AND line_id IS NOT NULL;

-- What the person signs: a change of it makes a new version of the line and of the roster. A new
-- index secret rewrites id_index and phone_index together and changes nothing that anybody signed.
CREATE FUNCTION mark_line_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.content_version := OLD.content_version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER mark_content BEFORE UPDATE ON roster_line FOR EACH ROW
  WHEN ((OLD.name, OLD.sex, OLD.ethnicity, OLD.address, OLD.declared_status, OLD.trade)
      IS DISTINCT FROM (NEW.name, NEW.sex, NEW.ethnicity, NEW.address, NEW.declared_status, NEW.trade)
    OR (OLD.id_index = NEW.id_index AND OLD.phone_index IS DISTINCT FROM NEW.phone_index))
  EXECUTE FUNCTION mark_line_content();

CREATE FUNCTION mark_roster_content() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT roster_id) INTO changed FROM after_lines;
  ELSE
    SELECT array_agg(DISTINCT a.roster_id) INTO changed
      FROM after_lines a JOIN before_lines b ON b.id = a.id
      WHERE a.content_version <> b.content_version OR a.removed_at IS DISTINCT FROM b.removed_at
        OR a.line_no <> b.line_no;
  END IF;
  IF changed IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM roster WHERE id = ANY (changed) AND state = 'sealed') THEN
    RAISE EXCEPTION 'the roster is sealed';
  END IF;
  UPDATE roster SET content_version = content_version + 1 WHERE id = ANY (changed);
  RETURN NULL;
END $$;
CREATE TRIGGER mark_added AFTER INSERT ON roster_line
  REFERENCING NEW TABLE AS after_lines FOR EACH STATEMENT EXECUTE FUNCTION mark_roster_content();
CREATE TRIGGER mark_changed AFTER UPDATE ON roster_line
  REFERENCING OLD TABLE AS before_lines NEW TABLE AS after_lines
  FOR EACH STATEMENT EXECUTE FUNCTION mark_roster_content();

-- The columns that nobody signs are sealed with the line all the same. New keys and a new index
-- secret may still rewrite what is encrypted: they come by the owner, the product never does that.
CREATE FUNCTION forbid_line_after_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
  found_state text;
BEGIN
  SELECT array_agg(a.roster_id) || array_agg(b.roster_id) INTO changed
    FROM after_lines a JOIN before_lines b ON b.id = a.id
    WHERE (a.roster_id, a.person_id, a.note, a.declared_registered, a.verified_snapshot_id,
        a.verified_category, a.verified_on)
      IS DISTINCT FROM (b.roster_id, b.person_id, b.note, b.declared_registered,
        b.verified_snapshot_id, b.verified_category, b.verified_on)
      OR (current_user = 'labour_app' AND (a.id_index, a.id_sealed, a.phone_index, a.phone_sealed)
        IS DISTINCT FROM (b.id_index, b.id_sealed, b.phone_index, b.phone_sealed));
  FOR found_state IN SELECT state FROM roster WHERE id = ANY (changed) ORDER BY id FOR SHARE LOOP
    IF found_state = 'sealed' THEN RAISE EXCEPTION 'the roster is sealed'; END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER forbid_after_seal AFTER UPDATE ON roster_line
  REFERENCING OLD TABLE AS before_lines NEW TABLE AS after_lines
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_line_after_seal();

-- The seal ------------------------------------------------------------------------------------

-- A sealed roster, its class and everything it was sealed over stand still, whatever the code
-- above says; changes are rows of roster_amendment. The argument names the column that leads there:
-- where a row was and where it would be, so that nothing is moved out of a sealed roster or into one.
-- The lock waits for a seal that is under way, and makes that seal wait for this change: what was
-- examined at the gate is what is sealed.
CREATE FUNCTION forbid_after_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  keys uuid[] := ARRAY[(to_jsonb(OLD) ->> TG_ARGV[0])::uuid, (to_jsonb(NEW) ->> TG_ARGV[0])::uuid];
  found_state text;
BEGIN
  IF TG_ARGV[0] = 'session_id' THEN
    keys := ARRAY(SELECT class_id FROM class_session WHERE id = ANY (keys));
  ELSIF TG_ARGV[0] = 'record_id' THEN
    keys := ARRAY(SELECT class_id FROM supervision_record WHERE id = ANY (keys));
  ELSIF TG_ARGV[0] = 'page_id' THEN
    keys := ARRAY(SELECT roster_id FROM scan_page WHERE id = ANY (keys));
  END IF;
  IF TG_ARGV[0] NOT IN ('roster_id', 'page_id') THEN
    keys := ARRAY(SELECT id FROM roster WHERE class_id = ANY (keys));
  END IF;
  FOR found_state IN SELECT state FROM roster WHERE id = ANY (keys) ORDER BY id FOR SHARE LOOP
    IF found_state = 'sealed' THEN RAISE EXCEPTION 'the roster is sealed'; END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DO $$
DECLARE p text[];
BEGIN
  FOREACH p SLICE 1 IN ARRAY ARRAY[
    ['training_class', 'id'], ['class_document', 'class_id'], ['class_session', 'class_id'],
    ['attendance', 'session_id'], ['attendance_correction', 'session_id'],
    ['completion_result', 'roster_id'], ['supervision_record', 'class_id'],
    ['spot_check_person', 'record_id'], ['media_item', 'class_id'],
    ['acknowledgement', 'roster_id'], ['scan_page', 'roster_id'], ['scan_cell', 'page_id'],
    ['verification_batch', 'class_id'], ['verification', 'roster_id']]
  LOOP
    EXECUTE format('CREATE TRIGGER forbid_after_seal BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION forbid_after_seal(%L)', p[1], p[2]);
  END LOOP;
END $$;

CREATE TRIGGER forbid_delete_after_seal BEFORE DELETE ON roster_line FOR EACH ROW
  EXECUTE FUNCTION forbid_after_seal('roster_id');

CREATE FUNCTION sealed_roster_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the roster is sealed';
END $$;
CREATE TRIGGER sealed_stands BEFORE UPDATE OR DELETE ON roster FOR EACH ROW
  WHEN (OLD.state = 'sealed') EXECUTE FUNCTION sealed_roster_stands();

-- Narrow windows through the wall: each answers one question and shows no more ----------------

-- A provider suspended in one county is known in all; why, only where it was recorded.
CREATE FUNCTION provider_suspensions(p_credit_code text, p_from date, p_to date)
  RETURNS TABLE (from_on date, to_on date, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.from_on, s.to_on, CASE WHEN s.county_code = ANY (app_counties()) THEN s.reason END
  FROM training_provider p JOIN provider_suspension s ON s.provider_id = p.id
  WHERE p.credit_code = p_credit_code AND s.from_on <= p_to AND (s.to_on IS NULL OR s.to_on >= p_from)
  ORDER BY s.from_on
$$;

-- Trainees of this class who sit in two rooms at once; another county's class is told by its hours only.
CREATE FUNCTION overlapping_sessions(p_class uuid)
  RETURNS TABLE (line_id uuid, session_id uuid, class_name text, held_on date, starts_at smallint,
    ends_at smallint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT own.id, s.id,
    CASE WHEN c.county_code = ANY (app_counties()) THEN c.name || '（' || c.term || '）' END,
    o.held_on, o.starts_at, o.ends_at
  FROM roster r
    JOIN roster_line own ON own.roster_id = r.id AND own.removed_at IS NULL
    JOIN class_session s ON s.class_id = r.class_id AND s.cancelled_at IS NULL
    JOIN roster_line l ON l.id_index = own.id_index AND l.removed_at IS NULL AND l.roster_id <> r.id
    JOIN roster x ON x.id = l.roster_id
    JOIN training_class c ON c.id = x.class_id
    JOIN class_session o ON o.class_id = c.id AND o.cancelled_at IS NULL AND o.held_on = s.held_on
      AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
  WHERE r.class_id = p_class AND r.county_code = ANY (app_counties())
  ORDER BY o.held_on, o.starts_at, own.line_no
$$;

-- Who holds the token of a signing link finds that link and no other.
CREATE FUNCTION signing_link_by_token(p_hash bytea)
  RETURNS TABLE (id uuid, "rosterId" uuid, "lineId" uuid, "lineVersion" integer, "countyCode" text,
    way text, "createdBy" uuid, "createdByName" text, "expiresAt" timestamptz,
    "usedAt" timestamptz, "revokedAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, roster_id, line_id, line_version, county_code, way, created_by, created_by_name,
    expires_at, used_at, revoked_at
  FROM signing_link WHERE token_hash = p_hash
$$;

-- Who holds a sealed form learns whether it is the one that was sealed.
CREATE FUNCTION seal_by_code(p_code text)
  RETURNS TABLE ("rosterId" uuid, "countyCode" text, algorithm text, digest bytea, label text,
    headcount integer, "sealedAt" timestamptz, amendments integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.roster_id, s.county_code, s.algorithm, s.digest, s.label, s.headcount, s.sealed_at,
    (SELECT count(*)::int FROM roster_amendment a
      WHERE a.roster_id = s.roster_id AND a.state = 'approved')
  FROM roster_seal s WHERE s.code = p_code
$$;

-- Who holds a printed page learns that it was printed somewhere else, and no more.
CREATE FUNCTION print_is_known(p_code text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM roster_print WHERE code = p_code)
$$;

-- Bits in which two pictures differ: the least of the whole ones and of each whole one against the
-- other's five cropped ones; null when one of them says nothing to compare.
CREATE FUNCTION bits_apart(a bigint, b bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT bit_count((a # b)::bit(64))::int
$$;
CREATE FUNCTION picture_distance(a bigint, a_cropped bigint[], b bigint, b_cropped bigint[])
  RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT LEAST(bits_apart(a, b),
    bits_apart(a, b_cropped[1]), bits_apart(a, b_cropped[2]), bits_apart(a, b_cropped[3]),
    bits_apart(a, b_cropped[4]), bits_apart(a, b_cropped[5]),
    bits_apart(b, a_cropped[1]), bits_apart(b, a_cropped[2]), bits_apart(b, a_cropped[3]),
    bits_apart(b, a_cropped[4]), bits_apart(b, a_cropped[5]))
$$;

-- Compares a picture with every other in the country and flags both sides of what is found.
CREATE FUNCTION find_media_likenesses(p_media uuid, p_most integer, p_now timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own media_item%ROWTYPE;
  found_count integer;
BEGIN
  SELECT * INTO own FROM media_item WHERE id = p_media AND county_code = ANY (app_counties());
  IF own.id IS NULL THEN RAISE EXCEPTION 'media out of scope'; END IF;
  WITH compared AS (
    SELECT o.id, o.class_id, o.county_code, o.sha256 = own.sha256 AS same,
      CASE WHEN o.sha256 = own.sha256 THEN 0
        ELSE picture_distance(o.perceptual_hash, o.cropped_hashes, own.perceptual_hash,
          own.cropped_hashes) END AS distance
    FROM media_item o WHERE o.id <> own.id AND o.set_aside_at IS NULL),
  near AS (SELECT * FROM compared WHERE distance <= p_most),
  flagged AS (
    INSERT INTO media_likeness (id, media_id, other_media_id, county_code, other_class_id,
        other_county, is_same_file, distance, found_at)
      SELECT gen_random_uuid(), own.id, n.id, own.county_code, n.class_id, n.county_code, n.same,
        n.distance, p_now FROM near n
      UNION ALL
      SELECT gen_random_uuid(), n.id, own.id, n.county_code, own.class_id, own.county_code, n.same,
        n.distance, p_now FROM near n
    ON CONFLICT (media_id, other_media_id) DO NOTHING RETURNING 1)
  SELECT count(*) INTO found_count FROM flagged;
  RETURN found_count;
END $$;

REVOKE ALL ON FUNCTION provider_suspensions, overlapping_sessions, signing_link_by_token,
  seal_by_code, print_is_known, find_media_likenesses, forbid_after_seal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provider_suspensions, overlapping_sessions, signing_link_by_token,
  seal_by_code, print_is_known, find_media_likenesses TO labour_app;
