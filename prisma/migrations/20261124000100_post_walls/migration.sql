-- Walls, freezing and narrow windows for posts and wages; see 20260101000100.

GRANT SELECT, INSERT, UPDATE ON post_quota, post_appointment, post_notice, post_objection,
  post_attendance, wage_sheet, wage_line, wage_payment, wage_attempt, wage_adjustment, payee_account TO labour_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['post_quota', 'post_appointment', 'post_notice', 'post_objection',
    'post_attendance', 'wage_sheet', 'wage_line', 'wage_payment', 'wage_attempt',
    'wage_adjustment', 'payee_account']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON %I TO labour_app
      USING (county_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
END $$;

ALTER TABLE roster ADD CONSTRAINT roster_kind
  CHECK (kind IN ('TRAINING', 'WAGES') AND (kind = 'TRAINING') = (class_id IS NOT NULL));
ALTER TABLE roster_import DROP CONSTRAINT import_layout, ADD CONSTRAINT import_layout
  CHECK (layout IN ('training', 'placement', 'post') AND (layout = 'training') = (class_id IS NOT NULL));

-- What the public was told stands: no row of it changes.
GRANT SELECT, INSERT ON post_notice_person TO labour_app;
ALTER TABLE post_notice_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON post_notice_person TO labour_app
  USING (county_code = ANY ((SELECT app_counties())::text[]));

-- Names are searched by prefix: byte order, as for the rosters.
ALTER TABLE post_appointment ALTER COLUMN name TYPE text COLLATE "C",
  ALTER COLUMN pinyin_initials TYPE text COLLATE "C";

ALTER TABLE post_quota
  ADD CONSTRAINT quota_posts CHECK (posts > 0),
  ADD CONSTRAINT quota_rate CHECK (monthly_rate_fen > 0),
  ADD CONSTRAINT quota_days CHECK (to_on >= from_on),
  ADD CONSTRAINT quota_closed CHECK ((closed_at IS NULL) = (closed_reason IS NULL));
ALTER TABLE post_appointment
  ADD CONSTRAINT appointment_state CHECK (state IN ('proposed', 'confirmed')),
  ADD CONSTRAINT appointment_rate CHECK (monthly_rate_fen > 0),
  -- Six months and no more (沪合组办〔2020〕9号 二(三)二). To the day it is checked by the product: where the
  -- month is shorter its last day ends the term, and here that may be one day too many.
  ADD CONSTRAINT appointment_term
    CHECK (ends_on >= starts_on AND ends_on <= (starts_on + interval '6 months')::date),
  ADD CONSTRAINT appointment_left CHECK (left_on >= starts_on AND left_on <= ends_on
    AND (left_on IS NULL) = (leave_reason = '')),
  ADD CONSTRAINT appointment_confirmed CHECK ((state = 'confirmed') = (confirmed_at IS NOT NULL));
ALTER TABLE post_notice
  ADD CONSTRAINT notice_state CHECK (state IN ('open', 'closed', 'withdrawn')),
  ADD CONSTRAINT notice_days CHECK (to_on >= from_on),
  -- Entered after it was hung up, it is not over without its picture.
  ADD CONSTRAINT notice_proved CHECK (state <> 'closed' OR proof_file_id IS NOT NULL
    OR from_on >= (created_at AT TIME ZONE 'Asia/Shanghai')::date);
ALTER TABLE post_objection
  ADD CONSTRAINT objection_outcome CHECK (outcome IN ('UPHELD', 'DISMISSED')),
  ADD CONSTRAINT objection_decided CHECK ((outcome IS NULL) = (decided_on IS NULL));
ALTER TABLE post_attendance
  ADD CONSTRAINT attendance_month CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT attendance_marks CHECK (marks ~ '^[PRLA?-]{28,31}$'
    AND length(marks) = extract(day FROM month + interval '1 month' - interval '1 day')),
  ADD CONSTRAINT attendance_days CHECK (worked_days = length(regexp_replace(marks, '[^P]', '', 'g'))
    AND leave_days = length(regexp_replace(marks, '[^L]', '', 'g'))
    AND absent_days = length(regexp_replace(marks, '[^A]', '', 'g')));
ALTER TABLE wage_sheet
  ADD CONSTRAINT sheet_month CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT sheet_state CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'locked')),
  ADD CONSTRAINT sheet_reviewed_by_someone_else
    CHECK (reviewed_by IS NULL OR (reviewed_by <> submitted_by AND reviewed_by <> created_by)),
  ADD CONSTRAINT sheet_approved CHECK (state NOT IN ('approved', 'locked')
    OR (reviewed_at IS NOT NULL AND roster_id IS NOT NULL)),
  ADD CONSTRAINT sheet_locked CHECK ((state = 'locked') = (locked_at IS NOT NULL));
ALTER TABLE wage_line
  ADD CONSTRAINT line_month CHECK (extract(day FROM month) = 1),
  -- A line without a day in the post settles corrections after its last month, and pays nothing else.
  ADD CONSTRAINT line_days CHECK (term_days BETWEEN 0 AND month_days AND month_days BETWEEN 28 AND 31
    AND (term_days > 0 OR (due_fen = 0 AND adjust_fen > 0)) AND worked_days >= 0 AND leave_days >= 0 AND absent_days >= 0
    AND worked_days + leave_days + absent_days <= term_days),
  -- Whoever was away the whole month is not paid, and nobody beyond the rate.
  ADD CONSTRAINT line_due CHECK (due_fen BETWEEN 0 AND rate_fen AND (due_fen = 0 OR worked_days > 0)),
  ADD CONSTRAINT line_pay CHECK (pay_fen = due_fen + adjust_fen AND pay_fen >= 0),
  ADD CONSTRAINT line_payment CHECK (payment_state IN ('SENT', 'PAID', 'FAILED')),
  ADD CONSTRAINT line_paid CHECK ((payment_state = 'PAID') = (paid_on IS NOT NULL)),
  ADD CONSTRAINT line_sent CHECK ((payment_state IS NULL) = (payment_id IS NULL)
    AND (payment_id IS NULL OR account_id IS NOT NULL));
ALTER TABLE wage_payment
  ADD CONSTRAINT payment_withdrawn CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL)
    AND (withdrawn_at IS NULL OR result_at IS NULL));
ALTER TABLE wage_attempt
  ADD CONSTRAINT attempt_state CHECK (state IN ('SENT', 'PAID', 'FAILED', 'WITHDRAWN')),
  ADD CONSTRAINT attempt_paid CHECK ((state = 'PAID') = (paid_on IS NOT NULL)),
  ADD CONSTRAINT attempt_failed CHECK ((state = 'FAILED') = (reason <> '')),
  ADD CONSTRAINT attempt_released CHECK ((released_at IS NULL) = (release_reason IS NULL)
    AND (released_at IS NULL OR state = 'FAILED'));
-- What was kept back is settled once: with a later line, or by the person himself.
ALTER TABLE wage_adjustment ADD CONSTRAINT adjustment_amount CHECK (amount_fen <> 0),
  ADD CONSTRAINT adjustment_returned CHECK ((returned_on IS NULL) = (returned_at IS NULL)
    AND (returned_on IS NULL OR (amount_fen < 0 AND line_id IS NULL AND voided_at IS NULL)));

-- One person stands once on a class's roster. For wages he signs post by post: who took over another post
-- within the month has two lines. Those come out of no file, and their sheet_row is 0.
DROP INDEX roster_line_one_per_person;
CREATE UNIQUE INDEX roster_line_one_per_person ON roster_line (roster_id, id_index)
  WHERE removed_at IS NULL AND sheet_row > 0;
-- A post and month are paid once; lines taken off stay as history.
CREATE UNIQUE INDEX wage_line_one_per_month ON wage_line (appointment_id, month)
  WHERE removed_at IS NULL;
CREATE UNIQUE INDEX payee_account_one_standing ON payee_account (person_id)
  WHERE replaced_at IS NULL;
-- What waits on somebody's home page.
CREATE INDEX wage_sheet_open ON wage_sheet (county_code, month)
  WHERE state <> 'locked' AND removed_at IS NULL;
-- Who leaves is replaced by one.
CREATE UNIQUE INDEX post_appointment_one_replacement ON post_appointment (replaces_id)
  WHERE removed_at IS NULL;
CREATE INDEX post_appointment_standing ON post_appointment (county_code, ends_on, id)
  WHERE removed_at IS NULL AND left_on IS NULL;
CREATE INDEX post_appointment_proposed ON post_appointment (county_code, starts_on, id)
  WHERE state = 'proposed' AND removed_at IS NULL;
-- Months without a day of work: nothing is paid for them, and nothing signed.
CREATE INDEX post_attendance_idle ON post_attendance (county_code, month) WHERE worked_days = 0;
CREATE INDEX wage_adjustment_open ON wage_adjustment (appointment_id)
  WHERE line_id IS NULL AND voided_at IS NULL AND returned_on IS NULL;

-- One person, one post, in any county; two writers at once wait for each other.
CREATE FUNCTION one_person_one_post() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.removed_at IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(NEW.id_index, 'hex'), 20261124));
  IF EXISTS (SELECT FROM post_appointment a
      WHERE a.id_index = NEW.id_index AND a.id <> NEW.id AND a.removed_at IS NULL
        AND a.starts_on <= coalesce(NEW.left_on, NEW.ends_on)
        AND coalesce(a.left_on, a.ends_on) >= NEW.starts_on) THEN
    RAISE EXCEPTION 'one person holds one post' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION one_person_one_post FROM PUBLIC;
CREATE TRIGGER one_post BEFORE INSERT OR UPDATE OF id_index, starts_on, ends_on, left_on, removed_at
  ON post_appointment FOR EACH ROW EXECUTE FUNCTION one_person_one_post();

-- Money is paid for months of the post, at its rate: so a line is written, and so it goes to the bank. Who is found
-- later to have left before it keeps his line, and what was paid too much is a finding of its own. A line changes while its sheet is written; approved it
-- learns only what the bank says; locked it stands.
CREATE FUNCTION wage_line_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line wage_line := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  sheet_state text;
  post post_appointment;
BEGIN
  SELECT state INTO sheet_state FROM wage_sheet WHERE id = line.sheet_id FOR SHARE;
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a wage line is not deleted'; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.sheet_id, NEW.appointment_id, NEW.month, NEW.person_id)
      <> (OLD.sheet_id, OLD.appointment_id, OLD.month, OLD.person_id) THEN
    RAISE EXCEPTION 'a wage line stays where it is';
  END IF;
  IF sheet_state IN ('submitted', 'locked')
      OR (sheet_state = 'approved' AND (TG_OP = 'INSERT' OR to_jsonb(NEW)
        - ARRAY['payment_state', 'payment_id', 'paid_on', 'fail_reason', 'account_id', 'removed_at', 'removed_reason']
        <> to_jsonb(OLD)
        - ARRAY['payment_state', 'payment_id', 'paid_on', 'fail_reason', 'account_id', 'removed_at', 'removed_reason']))
  THEN RAISE EXCEPTION 'the wage sheet stands'; END IF;
  IF TG_OP = 'UPDATE' AND OLD.payment_state = 'PAID' AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
    RAISE EXCEPTION 'what is paid stands';
  END IF;
  IF NEW.removed_at IS NULL AND (TG_OP = 'INSERT' OR OLD.removed_at IS NOT NULL
      OR (NEW.payment_state = 'SENT' AND OLD.payment_state IS DISTINCT FROM 'SENT')
      OR (NEW.rate_fen, NEW.term_days, NEW.worked_days, NEW.due_fen, NEW.pay_fen)
        <> (OLD.rate_fen, OLD.term_days, OLD.worked_days, OLD.due_fen, OLD.pay_fen)) THEN
    SELECT * INTO post FROM post_appointment WHERE id = NEW.appointment_id FOR SHARE;
    IF post.removed_at IS NOT NULL OR post.state <> 'confirmed' OR post.person_id <> NEW.person_id
        OR NEW.rate_fen > post.monthly_rate_fen
        OR NEW.month < date_trunc('month', post.starts_on)
        OR (NEW.month > coalesce(post.left_on, post.ends_on) AND NEW.term_days > 0) THEN
      RAISE EXCEPTION 'no wage outside the post';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER line_stands BEFORE INSERT OR UPDATE OR DELETE ON wage_line
  FOR EACH ROW EXECUTE FUNCTION wage_line_stands();

-- A month is locked when every line was paid and signed for; after that it stands.
CREATE FUNCTION wage_sheet_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'locked' THEN
    RAISE EXCEPTION 'the wage sheet stands';
  END IF;
  IF NEW.state = 'locked' THEN
    IF OLD.state <> 'approved' OR EXISTS (SELECT FROM wage_line l
        WHERE l.sheet_id = NEW.id AND l.removed_at IS NULL
          AND ((l.pay_fen > 0 AND l.payment_state IS DISTINCT FROM 'PAID')
            OR NOT EXISTS (SELECT FROM acknowledgement a JOIN roster_line r ON r.id = a.line_id
              WHERE a.line_id = l.id AND a.roster_id = NEW.roster_id AND a.element = 'SIGNATURE'
                AND a.voided_at IS NULL AND r.removed_at IS NULL
                AND a.line_version = r.content_version))) THEN
      RAISE EXCEPTION 'a month is locked when it is paid and signed for';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sheet_stands BEFORE UPDATE OR DELETE ON wage_sheet
  FOR EACH ROW EXECUTE FUNCTION wage_sheet_stands();

-- Each post counts its locked months, and those that only a file calls signed, so that a list of what is not signed
-- for need not look at all wages. A correction may be settled in a month after the post: that is none of its months.
CREATE FUNCTION months_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE post_appointment a SET locked_months = a.locked_months + 1,
    stated_months = a.stated_months - (to_char(l.month, 'YYYY-MM') = ANY (a.stated_receipts))::int
  FROM wage_line l WHERE l.sheet_id = NEW.id AND l.removed_at IS NULL AND a.id = l.appointment_id
    AND l.month <= coalesce(a.left_on, a.ends_on);
  RETURN NULL;
END $$;
CREATE TRIGGER months_locked AFTER UPDATE OF state ON wage_sheet
  FOR EACH ROW WHEN (NEW.state = 'locked') EXECUTE FUNCTION months_locked();
CREATE FUNCTION months_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_day date := coalesce(NEW.left_on, NEW.ends_on);
  locked text[] := ARRAY(SELECT to_char(l.month, 'YYYY-MM') FROM wage_line l
    JOIN wage_sheet s ON s.id = l.sheet_id AND s.state = 'locked'
    WHERE l.appointment_id = NEW.id AND l.removed_at IS NULL AND l.month <= last_day);
BEGIN
  NEW.locked_months := cardinality(locked);
  NEW.stated_months := (SELECT count(DISTINCT m) FROM unnest(NEW.stated_receipts) AS m
    WHERE m BETWEEN to_char(NEW.starts_on, 'YYYY-MM') AND to_char(last_day, 'YYYY-MM')
      AND m <> ALL (locked));
  RETURN NEW;
END $$;
CREATE TRIGGER months_counted BEFORE INSERT OR UPDATE OF stated_receipts, starts_on, ends_on, left_on
  ON post_appointment FOR EACH ROW EXECUTE FUNCTION months_counted();

-- The days of a month stand once its wages are handed in.
CREATE FUNCTION attendance_of_wages_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id
      WHERE l.appointment_id = OLD.appointment_id AND l.month = OLD.month AND l.removed_at IS NULL
        AND s.state IN ('submitted', 'approved', 'locked')) THEN
    RAISE EXCEPTION 'the attendance of handed-in wages stands';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER attendance_stands BEFORE UPDATE OR DELETE ON post_attendance
  FOR EACH ROW EXECUTE FUNCTION attendance_of_wages_stands();

-- Months that were paid stay inside the term agreed. The true last day is taken whenever it becomes known: a later
-- month that was paid is then a finding.
CREATE FUNCTION paid_months_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id
      WHERE l.appointment_id = OLD.id AND l.removed_at IS NULL
        AND s.state IN ('submitted', 'approved', 'locked')
        AND (NEW.removed_at IS NOT NULL OR NEW.person_id <> OLD.person_id
          OR NEW.state <> 'confirmed' OR NEW.monthly_rate_fen < l.rate_fen
          OR l.month < date_trunc('month', NEW.starts_on)
          OR (l.month > NEW.ends_on AND l.term_days > 0))) THEN
    RAISE EXCEPTION 'wages of this post were handed in';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paid_stay BEFORE UPDATE ON post_appointment
  FOR EACH ROW EXECUTE FUNCTION paid_months_stay();

-- What was sent to the bank and what it answered stand; the answer comes once.
CREATE FUNCTION payment_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.result_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
      OR (NEW.file_id, NEW.sheet_id, NEW.total_fen, NEW.line_count)
        <> (OLD.file_id, OLD.sheet_id, OLD.total_fen, OLD.line_count) THEN
    RAISE EXCEPTION 'a payment stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_stands BEFORE UPDATE OR DELETE ON wage_payment
  FOR EACH ROW EXECUTE FUNCTION payment_stands();

-- So does what became of each line of it; afterwards only the reviewer's release of the number comes, once.
CREATE FUNCTION attempt_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told text[] := CASE WHEN OLD.state = 'SENT' THEN ARRAY['state', 'reason', 'paid_on']
  WHEN OLD.released_at IS NULL THEN ARRAY['released_at', 'released_by', 'released_by_name', 'release_reason']
  ELSE ARRAY[]::text[] END;
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - told <> to_jsonb(OLD) - told THEN
    RAISE EXCEPTION 'what was sent stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attempt_stands BEFORE UPDATE OR DELETE ON wage_attempt
  FOR EACH ROW EXECUTE FUNCTION attempt_stands();

-- An account is replaced by the next one, never changed but for the reviewer's word whose it is; keys are the
-- owner's to change.
CREATE FUNCTION account_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE learns text[] := ARRAY['replaced_at', 'vouched_by', 'vouched_by_name', 'vouched_at', 'vouch_note'];
BEGIN
  IF current_user = 'labour_app' AND (to_jsonb(NEW) - learns) <> (to_jsonb(OLD) - learns) THEN
    RAISE EXCEPTION 'an account stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_stands BEFORE UPDATE ON payee_account
  FOR EACH ROW EXECUTE FUNCTION account_stands();

-- Narrow windows through the wall ---------------------------------------------------------------

-- A placement of the form 公益性岗位 is the post itself in another ledger where county and employer agree and its days
-- lie in the post's; one that lasts has to begin in them. Any other is a second post. As isSamePost in
-- domain/placements/overlaps.ts says it.
CREATE FUNCTION is_same_post(p_job placement, p_county text, p_employer text, p_from date, p_to date)
  RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT p_job.form = 'PUBLIC_SERVICE' AND p_job.county_code = p_county
    AND regexp_replace(p_job.employer_name, '\s', '', 'g') = regexp_replace(p_employer, '\s', '', 'g')
    AND p_job.started_on BETWEEN p_from AND p_to AND coalesce(p_job.ended_on, p_from) <= p_to
$$;
REVOKE ALL ON FUNCTION is_same_post FROM PUBLIC;

-- As before, and posts: what else these people do between the days asked about. A post's county and employer are told
-- so that it is known again in the placements' ledger.
DROP FUNCTION other_engagements(bytea[], date[], date[], uuid[]);
CREATE FUNCTION other_engagements(p_index bytea[], p_from date[], p_to date[], p_except uuid[])
  RETURNS TABLE (at integer, kind text, subject_id uuid, label text, starts_on date, ends_on date,
    county_code text, employer text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT * FROM unnest(p_index, p_from, p_to, p_except) WITH ORDINALITY
      AS a (id_index, from_on, to_on, except_id, at))
  SELECT a.at::int, 'placement',
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.id END,
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.employer_name END, p.started_on, p.ended_on,
    NULL, NULL
  FROM asked a JOIN placement p ON p.id_index = a.id_index AND p.removed_at IS NULL
    AND p.id IS DISTINCT FROM a.except_id
    AND p.started_on <= coalesce(a.to_on, 'infinity') AND coalesce(p.ended_on, 'infinity') >= a.from_on
  UNION ALL
  SELECT a.at::int, 'class',
    CASE WHEN c.county_code = ANY (app_counties()) THEN c.id END,
    CASE WHEN c.county_code = ANY (app_counties()) THEN c.name || '（' || c.term || '）' END,
    c.starts_on, c.ends_on, NULL, NULL
  FROM asked a JOIN roster_line l ON l.id_index = a.id_index AND l.removed_at IS NULL
    JOIN roster r ON r.id = l.roster_id JOIN training_class c ON c.id = r.class_id
    AND c.starts_on <= coalesce(a.to_on, 'infinity') AND c.ends_on >= a.from_on
  UNION ALL
  SELECT a.at::int, 'post',
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.id END,
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.title END,
    p.starts_on, coalesce(p.left_on, p.ends_on),
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.county_code END,
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.employer END
  FROM asked a JOIN post_appointment p ON p.id_index = a.id_index AND p.removed_at IS NULL
    AND p.id IS DISTINCT FROM a.except_id
    AND p.starts_on <= coalesce(a.to_on, 'infinity') AND coalesce(p.left_on, p.ends_on) >= a.from_on
  ORDER BY 1, 5
$$;
REVOKE ALL ON FUNCTION other_engagements FROM PUBLIC;
GRANT EXECUTE ON FUNCTION other_engagements TO labour_app;

-- The jobs of these people in the days of a post of this county and employer, but for the post itself.
CREATE FUNCTION jobs_beside_post(p_index bytea[], p_from date[], p_to date[], p_county text[], p_employer text[])
  RETURNS TABLE (at integer, subject_id uuid, label text, starts_on date, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.at::int, CASE WHEN p.county_code = ANY (app_counties()) THEN p.id END,
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.employer_name END, p.started_on, p.ended_on
  FROM unnest(p_index, p_from, p_to, p_county, p_employer) WITH ORDINALITY
      AS a (id_index, from_on, to_on, county, employer, at)
    JOIN placement p ON p.id_index = a.id_index AND p.removed_at IS NULL
    AND p.started_on <= a.to_on AND coalesce(p.ended_on, 'infinity') >= a.from_on
    AND NOT is_same_post(p, a.county, a.employer, a.from_on, a.to_on)
  ORDER BY 1, 4
$$;

-- Every post these people hold or held, for chains of terms; another county's is told by its days only.
CREATE FUNCTION post_terms(p_index bytea[])
  RETURNS TABLE (at integer, subject_id uuid, label text, starts_on date, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.at::int, CASE WHEN p.county_code = ANY (app_counties()) THEN p.id END,
    CASE WHEN p.county_code = ANY (app_counties()) THEN p.title END,
    p.starts_on, coalesce(p.left_on, p.ends_on)
  FROM unnest(p_index) WITH ORDINALITY AS i (id_index, at)
    JOIN post_appointment p ON p.id_index = i.id_index AND p.removed_at IS NULL
  ORDER BY 1, 4
$$;

-- How many other people's money goes to these accounts, or ever went there, in any county: a number, nobody's name.
CREATE FUNCTION account_shared(p_account bytea[], p_person uuid[])
  RETURNS TABLE (at integer, others integer, standing integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.at::int, (SELECT count(DISTINCT a.person_id)::int FROM payee_account a
    WHERE a.account_index = i.account AND a.person_id <> i.person
      AND (a.replaced_at IS NULL OR (EXISTS (SELECT FROM wage_attempt t
          WHERE t.account_id = a.id AND t.state IN ('SENT', 'PAID'))
        -- A reviewer has seen whose card it is.
        AND NOT EXISTS (SELECT FROM payee_account own WHERE own.person_id = i.person
          AND own.account_index = i.account AND own.replaced_at IS NULL AND own.vouched_at IS NOT NULL)))),
    (SELECT count(DISTINCT a.person_id)::int FROM payee_account a
      WHERE a.account_index = i.account AND a.person_id <> i.person AND a.replaced_at IS NULL)
  FROM unnest(p_account, p_person) WITH ORDINALITY AS i (account, person, at)
$$;
REVOKE ALL ON FUNCTION jobs_beside_post, post_terms, account_shared FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jobs_beside_post, post_terms, account_shared TO labour_app;

-- As before (20261123000700), and posts, but for the placement that is the post itself.
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
    WHERE p.id_index = ANY (p_index) AND p.removed_at IS NULL
    UNION ALL
    SELECT p.id, p.county_code, h.id,
      daterange(greatest(p.started_on, h.starts_on),
        least(p.ended_on, coalesce(h.left_on, h.ends_on)), '[]')
    FROM placement p JOIN post_appointment h ON h.id_index = p.id_index AND h.removed_at IS NULL
      AND h.starts_on <= coalesce(p.ended_on, 'infinity')
      AND coalesce(h.left_on, h.ends_on) >= p.started_on
      AND NOT is_same_post(p, h.county_code, h.employer, h.starts_on, coalesce(h.left_on, h.ends_on))
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

CREATE OR REPLACE FUNCTION settle_overlaps_of_placements() RETURNS trigger
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
      WHERE (a.id_index, a.county_code, a.started_on, a.ended_on, a.form, a.employer_name, a.removed_at IS NULL)
        IS DISTINCT FROM
        (b.id_index, b.county_code, b.started_on, b.ended_on, b.form, b.employer_name, b.removed_at IS NULL)));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION settle_overlaps_of_posts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM settle_overlaps(ARRAY(SELECT DISTINCT a.id_index FROM after_rows a
      JOIN placement p ON p.id_index = a.id_index));
  ELSE
    PERFORM settle_overlaps(ARRAY(
      SELECT DISTINCT who.id_index FROM before_rows b JOIN after_rows a ON a.id = b.id
        CROSS JOIN LATERAL (VALUES (b.id_index), (a.id_index)) AS who (id_index)
      WHERE (a.id_index, a.starts_on, coalesce(a.left_on, a.ends_on), a.employer, a.removed_at IS NULL)
        IS DISTINCT FROM
        (b.id_index, b.starts_on, coalesce(b.left_on, b.ends_on), b.employer, b.removed_at IS NULL)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER overlaps_added AFTER INSERT ON post_appointment
  REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_posts();
CREATE TRIGGER overlaps_changed AFTER UPDATE ON post_appointment
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION settle_overlaps_of_posts();
REVOKE ALL ON FUNCTION settle_overlaps_of_posts FROM PUBLIC;

-- The reader's posts with a job on the same days, in any county: what the placements' ledger keeps as overlaps.
CREATE FUNCTION posts_beside_jobs() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT h.id FROM placement_overlap o CROSS JOIN LATERAL jsonb_object_keys(o.others) AS k (other)
    JOIN post_appointment h ON h.id = k.other::uuid
  WHERE h.county_code = ANY (app_counties()) AND h.removed_at IS NULL
$$;
REVOKE ALL ON FUNCTION posts_beside_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION posts_beside_jobs TO labour_app;
