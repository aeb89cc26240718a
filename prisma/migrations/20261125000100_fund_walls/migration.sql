-- Walls, freezing and ceilings for documents, funds and claims; see 20260101000100.

GRANT SELECT, INSERT, UPDATE ON policy_document, policy_clause, policy_deadline, allocation_table,
  allocation_row, allocation_cell, fund_pot, fund_receipt, expenditure, investment_progress,
  fund_adjustment, closure_step, carry_over_release, claim_batch, claim_line, check_run, claim_verdict,
  claim_payment, claim_attempt, clawback, rule_pack TO labour_app;
-- A clause or deadline written wrongly is written again; a check's own rows are its run's.
GRANT DELETE ON policy_clause, policy_deadline TO labour_app;

-- What belongs to a county, and what a county or prefecture spends.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['claim_batch', 'claim_line', 'check_run', 'claim_verdict', 'claim_payment', 'claim_attempt',
    'clawback']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON %I TO labour_app
      USING (county_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fund_pot', 'fund_receipt', 'expenditure', 'investment_progress',
    'fund_adjustment', 'closure_step', 'carry_over_release']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON %I TO labour_app
      USING (region_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
  -- Official papers are nobody's personal data: whoever they bind, and the levels below, reads them.
  FOREACH t IN ARRAY ARRAY['allocation_table', 'allocation_row', 'allocation_cell', 'rule_pack']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY read_above ON %I FOR SELECT TO labour_app USING (
      region_code = ANY ((SELECT array_agg(x) FROM (
        SELECT unnest(app_counties()) AS x
        UNION SELECT left(c, 4) || '00' FROM unnest(app_counties()) AS c
        UNION SELECT left(c, 2) || '0000' FROM unnest(app_counties()) AS c) AS up)::text[]))$policy$, t);
    EXECUTE format('CREATE POLICY write_own ON %I FOR INSERT TO labour_app
      WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]))', t);
    EXECUTE format('CREATE POLICY change_own ON %I FOR UPDATE TO labour_app
      USING (region_code = ANY ((SELECT app_counties())::text[]))', t);
  END LOOP;
END $$;

-- One document is registered once; of those without a number or a day nothing can be told.
CREATE UNIQUE INDEX policy_document_known ON policy_document (issuer, number, issued_on)
  WHERE voided_at IS NULL;

-- A document has one table for an area and year, or its money would count twice; a line is divided once.
CREATE UNIQUE INDEX allocation_table_once ON allocation_table (document_id, region_code, year)
  WHERE parent_row_id IS NULL AND voided_at IS NULL;
CREATE UNIQUE INDEX allocation_division_once ON allocation_table (parent_row_id) WHERE voided_at IS NULL;

-- Documents are public papers; those that ship with the product are of no county.
ALTER TABLE policy_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON policy_document FOR SELECT TO labour_app USING (true);
CREATE POLICY write_own ON policy_document FOR INSERT TO labour_app
  WITH CHECK (region_code = ANY ((SELECT app_counties())::text[]));
CREATE POLICY change_own ON policy_document FOR UPDATE TO labour_app
  USING (region_code = ANY ((SELECT app_counties())::text[]) AND NOT is_founding);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_clause', 'policy_deadline']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO labour_app USING (true)', t);
    EXECUTE format('CREATE POLICY write_own ON %I TO labour_app
      USING (EXISTS (SELECT FROM policy_document d WHERE d.id = document_id AND NOT d.is_founding
        AND d.region_code = ANY ((SELECT app_counties())::text[])))', t);
  END LOOP;
END $$;

ALTER TABLE fund_pot
  ADD CONSTRAINT pot_purpose CHECK (purpose IN ('LABOUR_TRANSFER', 'REIMBURSEMENT', 'OTHER')),
  ADD CONSTRAINT pot_amount CHECK (amount_fen > 0),
  -- Approved claims and spending never pass the pot, whatever two hands do at once.
  ADD CONSTRAINT pot_ceiling CHECK (committed_fen BETWEEN 0 AND amount_fen),
  ADD CONSTRAINT pot_released CHECK (carried_from_id IS NOT NULL OR (release_id IS NULL AND NOT is_locked)),
  ADD CONSTRAINT pot_locked CHECK (NOT is_locked OR (release_id IS NULL AND committed_fen = 0));
ALTER TABLE fund_receipt ADD CONSTRAINT receipt_amount CHECK (amount_fen > 0),
  ADD CONSTRAINT receipt_days CHECK (letter_received_on <= received_on);
ALTER TABLE expenditure
  -- What came back is written below nought, beside what had been paid.
  ADD CONSTRAINT expenditure_amount CHECK (amount_fen > 0 AND clawback_id IS NULL
    OR amount_fen < 0 AND clawback_id IS NOT NULL),
  ADD CONSTRAINT expenditure_category CHECK (category IN ('INFORMATION_SYSTEM', 'LABOUR_STATION', 'MATCHING',
    'SEND_OFF', 'CADRE_TRAINING', 'OTHER_ALLOWED', 'SUBSIDY', 'TRAINING', 'RECRUITMENT', 'OTHER')),
  ADD CONSTRAINT expenditure_voucher CHECK (voucher_no <> ''),
  ADD CONSTRAINT expenditure_reviewed_by_someone_else CHECK (reviewed_by <> recorded_by);
-- One voucher is entered once; what comes from claims bears the bank's number, which several files may share.
CREATE UNIQUE INDEX receipt_voucher_once ON fund_receipt (pot_id, voucher_no) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX expenditure_voucher_once ON expenditure (pot_id, voucher_no)
  WHERE voided_at IS NULL AND claim_payment_id IS NULL AND clawback_id IS NULL;

-- No more money comes than was allocated: neither into a pot, nor into it and what was carried over from it together.
CREATE FUNCTION receipts_within_pot() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  root uuid;
  room bigint;
BEGIN
  IF NEW.voided_at IS NOT NULL THEN RETURN NEW; END IF;
  WITH RECURSIVE up AS (SELECT id, carried_from_id FROM fund_pot WHERE id = NEW.pot_id
    UNION ALL SELECT p.id, p.carried_from_id FROM fund_pot p JOIN up ON p.id = up.carried_from_id)
  SELECT id INTO root FROM up WHERE carried_from_id IS NULL;
  -- Of two receipts at once the second sees the first.
  SELECT amount_fen INTO room FROM fund_pot WHERE id = root FOR UPDATE;
  IF (WITH RECURSIVE family AS (SELECT root AS id
      UNION ALL SELECT p.id FROM fund_pot p JOIN family f ON p.carried_from_id = f.id)
    SELECT sum(r.amount_fen) > room FROM fund_receipt r JOIN family f ON f.id = r.pot_id
    WHERE r.voided_at IS NULL)
  OR (SELECT sum(r.amount_fen) > (SELECT amount_fen FROM fund_pot WHERE id = NEW.pot_id)
    FROM fund_receipt r WHERE r.pot_id = NEW.pot_id AND r.voided_at IS NULL) THEN
    RAISE EXCEPTION 'more received than the pot holds' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipts_within_pot AFTER INSERT OR UPDATE ON fund_receipt
  FOR EACH ROW EXECUTE FUNCTION receipts_within_pot();
ALTER TABLE investment_progress ADD CONSTRAINT progress_amount CHECK (completed_fen >= 0);
ALTER TABLE fund_adjustment
  ADD CONSTRAINT adjustment_kind CHECK (kind IN ('FILING', 'APPROVAL')),
  ADD CONSTRAINT adjustment_state CHECK (state IN ('submitted', 'filed', 'approved', 'refused')),
  ADD CONSTRAINT adjustment_amount_of_pot CHECK (amount_fen > 0 AND share_basis_points >= 0),
  -- One of the five elements, or more than a tenth: approval (沪合组办〔2020〕9号 二(三)三).
  ADD CONSTRAINT adjustment_filing CHECK (kind = 'APPROVAL'
    OR (cardinality(changed_elements) = 0 AND share_basis_points <= 1000)),
  ADD CONSTRAINT adjustment_decided_by_someone_else CHECK (decided_by <> submitted_by);
ALTER TABLE closure_step ADD CONSTRAINT closure_step_known
  CHECK (step IN ('FINAL_ACCOUNTS', 'PERFORMANCE', 'ARCHIVE', 'AUDIT', 'ACCEPTANCE')),
  ADD CONSTRAINT closure_score CHECK (score BETWEEN 0 AND 100);
CREATE UNIQUE INDEX closure_step_once ON closure_step (pot_id, step) WHERE voided_at IS NULL;

ALTER TABLE claim_batch
  ADD CONSTRAINT claim_kind CHECK (kind IN ('TRAINING', 'STABLE_EMPLOYMENT', 'AGENCY', 'POST', 'OUTWORK')),
  ADD CONSTRAINT claim_state CHECK (state IN ('draft', 'submitted', 'returned', 'reviewed', 'approved', 'paid')),
  ADD CONSTRAINT claim_reviewed_by_someone_else
    CHECK (reviewed_by IS NULL OR (reviewed_by <> submitted_by AND reviewed_by <> created_by)),
  -- Four hands: who drew it up, who reviewed, and the two offices (曲财农〔2020〕31号 四(三)1).
  ADD CONSTRAINT claim_approved_by_two CHECK (hrss_approved_by <> poverty_approved_by
    AND hrss_approved_by <> submitted_by AND poverty_approved_by <> submitted_by
    AND hrss_approved_by <> created_by AND poverty_approved_by <> created_by
    AND hrss_approved_by <> reviewed_by AND poverty_approved_by <> reviewed_by),
  ADD CONSTRAINT claim_unit_account CHECK (unit_account_sealed IS NULL
    OR (payee_unit IS NOT NULL AND unit_holder_name <> '' AND unit_bank_name <> '')),
  ADD CONSTRAINT claim_approved CHECK (state NOT IN ('approved', 'paid')
    OR (reviewed_at IS NOT NULL AND hrss_approved_at IS NOT NULL AND poverty_approved_at IS NOT NULL));
ALTER TABLE claim_line
  ADD CONSTRAINT claim_line_source CHECK (source_kind IN ('ROSTER_LINE', 'PLACEMENT', 'WAGE_LINE')),
  ADD CONSTRAINT claim_line_unit CHECK (unit IN ('PERSON_DAY', 'PERSON_MONTH', 'PERSON')),
  ADD CONSTRAINT claim_line_amount CHECK (amount_fen >= 0 AND (rate_fen IS NOT NULL OR amount_fen = 0)),
  ADD CONSTRAINT claim_line_period CHECK (period_to >= period_from),
  ADD CONSTRAINT claim_line_payment CHECK (payment_state IN ('SENT', 'PAID', 'FAILED', 'STOPPED')),
  ADD CONSTRAINT claim_line_paid CHECK ((payment_state = 'PAID') = (paid_on IS NOT NULL)),
  ADD CONSTRAINT claim_line_sent CHECK (payment_state = 'STOPPED'
    OR (payment_state IS NULL) = (payment_id IS NULL));
ALTER TABLE claim_payment
  ADD CONSTRAINT claim_payment_withdrawn CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL)
    AND (withdrawn_at IS NULL OR result_at IS NULL));
ALTER TABLE claim_attempt
  ADD CONSTRAINT claim_attempt_state CHECK (state IN ('SENT', 'PAID', 'FAILED', 'WITHDRAWN')),
  ADD CONSTRAINT claim_attempt_paid CHECK ((state = 'PAID') = (paid_on IS NOT NULL)),
  ADD CONSTRAINT claim_attempt_failed CHECK ((state = 'FAILED') = (reason <> '')),
  ADD CONSTRAINT claim_attempt_released CHECK ((released_at IS NULL) = (release_reason IS NULL)
    AND (released_at IS NULL OR state = 'FAILED'));
-- A proved line is claimed once for one kind and period, in whatever batch.
CREATE UNIQUE INDEX claim_line_once ON claim_line (kind, source_id, period_from) WHERE removed_at IS NULL;
-- What waits on somebody's home page.
CREATE INDEX claim_batch_open ON claim_batch (county_code) WHERE state <> 'paid' AND removed_at IS NULL;
CREATE INDEX clawback_waiting ON clawback (county_code, state) WHERE state IN ('proposed', 'confirmed');
CREATE INDEX claim_line_standing ON claim_line (id_index, kind, event_on) WHERE removed_at IS NULL;
ALTER TABLE clawback
  ADD CONSTRAINT clawback_state CHECK (state IN ('proposed', 'confirmed', 'repaid', 'stopped', 'dropped')),
  ADD CONSTRAINT clawback_source CHECK (source IN ('RULE', 'FINDING', 'OFFICER')),
  ADD CONSTRAINT clawback_amount CHECK (amount_fen > 0 AND repaid_fen BETWEEN 0 AND amount_fen),
  ADD CONSTRAINT clawback_decided_by_someone_else CHECK (decided_by <> proposed_by),
  ADD CONSTRAINT clawback_repaid CHECK ((state = 'repaid') = (repaid_on IS NOT NULL)
    AND (state = 'repaid') = (repaid_fen > 0) AND (state = 'repaid') = (voucher_no <> '')),
  ADD CONSTRAINT clawback_decided CHECK ((state = 'proposed') = (decided_at IS NULL));
-- One line has one open claw-back, whoever finds what.
CREATE UNIQUE INDEX clawback_open ON clawback (line_id) WHERE state IN ('proposed', 'confirmed');
ALTER TABLE rule_pack
  ADD CONSTRAINT pack_state CHECK (state IN ('imported', 'signedOff', 'refused', 'withdrawn')),
  ADD CONSTRAINT pack_signed_by_someone_else CHECK (decided_by <> imported_by),
  ADD CONSTRAINT pack_decided CHECK (state NOT IN ('signedOff', 'refused') OR decided_at IS NOT NULL),
  ADD CONSTRAINT pack_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL));
-- The same file stands once in an area; refused or withdrawn it may come again.
CREATE UNIQUE INDEX rule_pack_once ON rule_pack (region_code, sha256) WHERE state IN ('imported', 'signedOff');

ALTER TABLE employer ADD CONSTRAINT employer_licence CHECK (licence_from <= licence_to
  AND (licence_no <> '') = (licence_from IS NOT NULL) AND (licence_no <> '') = (licence_to IS NOT NULL));

-- As before (20261124000100), and the claims that were paid to them.
CREATE OR REPLACE FUNCTION account_shared(p_account bytea[], p_person uuid[])
  RETURNS TABLE (at integer, others integer, standing integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.at::int,
    (count(DISTINCT a.person_id) FILTER (WHERE a.stands OR (a.was_sent
      -- A reviewer has seen whose card it is.
      AND NOT EXISTS (SELECT FROM payee_account own WHERE own.person_id = i.person
        AND own.account_index = i.account AND own.replaced_at IS NULL AND own.vouched_at IS NOT NULL))))::int,
    (count(DISTINCT a.person_id) FILTER (WHERE a.stands))::int
  FROM unnest(p_account, p_person) WITH ORDINALITY AS i (account, person, at)
    LEFT JOIN LATERAL (SELECT x.person_id, x.replaced_at IS NULL AS stands,
        EXISTS (SELECT FROM wage_attempt t WHERE t.account_id = x.id AND t.state IN ('SENT', 'PAID'))
          OR EXISTS (SELECT FROM claim_attempt t WHERE t.account_id = x.id AND t.state IN ('SENT', 'PAID')) AS was_sent
      FROM payee_account x WHERE x.account_index = i.account AND x.person_id <> i.person) a ON true
  GROUP BY i.at, i.account, i.person ORDER BY i.at
$$;

-- Each check writes its counts into the line: there is room for that beside it.
ALTER TABLE claim_line SET (fillfactor = 80);
-- Facts and verdicts come by the hundred thousand, two to three kilobytes a line: packing them costs more than it saves.
ALTER TABLE claim_verdict SET (toast_tuple_target = 4080);

-- A batch counts its own lines.
CREATE FUNCTION count_claim_lines() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE claim_batch b SET line_count = c.lines, total_fen = c.total
  FROM (SELECT t.batch_id, (count(l.id) FILTER (WHERE l.removed_at IS NULL))::int AS lines,
      coalesce(sum(l.amount_fen) FILTER (WHERE l.removed_at IS NULL), 0)::bigint AS total
    FROM (SELECT DISTINCT batch_id FROM changed) t LEFT JOIN claim_line l ON l.batch_id = t.batch_id
    GROUP BY t.batch_id) c
  WHERE b.id = c.batch_id AND (b.line_count, b.total_fen) <> (c.lines, c.total);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION count_claim_lines FROM PUBLIC;
CREATE TRIGGER count_lines_added AFTER INSERT ON claim_line
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_claim_lines();
CREATE TRIGGER count_lines_changed AFTER UPDATE ON claim_line
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_claim_lines();

-- Lines are written while their batch is; handed in they stand but for what the bank says and the check finds.
CREATE FUNCTION claim_line_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  batch_state text;
  learns text[] := ARRAY['payment_state', 'payment_id', 'paid_on', 'fail_reason', 'account_id',
    'fail_count', 'unknown_count'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a claim line is not deleted' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT state INTO batch_state FROM claim_batch WHERE id = NEW.batch_id FOR SHARE;
  IF TG_OP = 'UPDATE' AND (NEW.batch_id, NEW.source_id, NEW.person_id, NEW.county_code)
      <> (OLD.batch_id, OLD.source_id, OLD.person_id, OLD.county_code) THEN
    RAISE EXCEPTION 'a claim line stays where it is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF batch_state NOT IN ('draft', 'returned')
      AND (TG_OP = 'INSERT' OR to_jsonb(NEW) - learns <> to_jsonb(OLD) - learns) THEN
    RAISE EXCEPTION 'the claim stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.payment_state IN ('PAID', 'STOPPED')
      AND to_jsonb(NEW) - ARRAY['fail_count', 'unknown_count'] <> to_jsonb(OLD) - ARRAY['fail_count', 'unknown_count'] THEN
    RAISE EXCEPTION 'what is paid stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
-- What a check counts changes nothing else, of thousands of lines at once: it is not looked at line by line.
CREATE TRIGGER stands BEFORE INSERT OR DELETE OR UPDATE OF id, batch_id, county_code, kind, year, line_no, person_id,
  id_index, name, source_kind, source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen, rate,
  account_id, payment_state, payment_id, paid_on, fail_reason, removed_at, removed_reason ON claim_line
  FOR EACH ROW EXECUTE FUNCTION claim_line_stands();

-- What was sent to the bank and what it answered stand; the answer comes once.
CREATE FUNCTION claim_payment_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.result_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
      OR (NEW.file_id, NEW.batch_id, NEW.total_fen, NEW.line_count)
        <> (OLD.file_id, OLD.batch_id, OLD.total_fen, OLD.line_count) THEN
    RAISE EXCEPTION 'a payment stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stands BEFORE UPDATE OR DELETE ON claim_payment
  FOR EACH ROW EXECUTE FUNCTION claim_payment_stands();
-- As of wages (20261124000100): afterwards only the reviewer's release of the number comes, once.
CREATE TRIGGER stands BEFORE UPDATE OR DELETE ON claim_attempt
  FOR EACH ROW EXECUTE FUNCTION attempt_stands();

-- All that is asked back of a line never passes what it was to be paid; what is settled stands.
CREATE FUNCTION clawback_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most integer;
  asked bigint;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a claw-back is not deleted' USING ERRCODE = 'insufficient_privilege'; END IF;
  -- Whoever confirms one may find less to be undue than was proposed.
  IF TG_OP = 'UPDATE' AND (OLD.state IN ('repaid', 'stopped', 'dropped')
      OR (NEW.line_id, NEW.county_code, NEW.source, NEW.source_ref, NEW.reason)
        <> (OLD.line_id, OLD.county_code, OLD.source, OLD.source_ref, OLD.reason)
      OR (NEW.amount_fen <> OLD.amount_fen
        AND NOT (OLD.state = 'proposed' AND NEW.state = 'confirmed' AND NEW.amount_fen < OLD.amount_fen))) THEN
    RAISE EXCEPTION 'a claw-back stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT amount_fen INTO most FROM claim_line WHERE id = NEW.line_id FOR SHARE;
  SELECT coalesce(sum(amount_fen), 0) INTO asked FROM clawback
  WHERE line_id = NEW.line_id AND id <> NEW.id AND state <> 'dropped';
  IF NEW.state <> 'dropped' AND asked + NEW.amount_fen > most THEN
    RAISE EXCEPTION 'more is asked back than was paid' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stands BEFORE INSERT OR UPDATE OR DELETE ON clawback
  FOR EACH ROW EXECUTE FUNCTION clawback_stands();

-- Verdicts are evidence: written with their run and never again.
CREATE FUNCTION verdicts_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a check stands as it was run' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER stands BEFORE UPDATE OR DELETE ON claim_verdict
  FOR EACH ROW EXECUTE FUNCTION verdicts_stand();
CREATE TRIGGER stands BEFORE UPDATE OR DELETE ON check_run
  FOR EACH ROW EXECUTE FUNCTION verdicts_stand();

-- The other standing claims of the people of these lines, less what was stopped or paid back of them; another county's is told by
-- its kind and days only.
CREATE FUNCTION other_claims(p_line uuid[])
  RETURNS TABLE (line_id uuid, kind text, same_source boolean, same_county boolean, same_fund boolean,
    year smallint, period_from date, period_to date, amount_fen integer, is_paid boolean, standing text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, o.kind, near.here AND o.source_id = l.source_id, near.here, near.here AND ob.pot_id = b.pot_id,
    o.year, o.period_from, o.period_to, CASE WHEN near.here THEN o.amount_fen - back.fen END,
    near.here AND o.payment_state IS NOT DISTINCT FROM 'PAID',
    CASE WHEN o.batch_id = l.batch_id
        THEN CASE WHEN (o.line_no, o.id) < (l.line_no, l.id) THEN 'before' ELSE 'after' END
      WHEN ob.state IN ('draft', 'returned')
        THEN CASE WHEN b.state IN ('draft', 'returned') THEN 'draft' ELSE 'after' END
      WHEN b.state IN ('draft', 'returned') OR (ob.submitted_at, ob.id) < (b.submitted_at, b.id) THEN 'before'
      ELSE 'after' END
  FROM claim_line l JOIN claim_batch b ON b.id = l.batch_id
    JOIN claim_line o ON o.id_index = l.id_index AND o.id <> l.id AND o.removed_at IS NULL
    JOIN claim_batch ob ON ob.id = o.batch_id AND ob.removed_at IS NULL
    CROSS JOIN LATERAL (SELECT o.county_code = l.county_code AS here) near
    CROSS JOIN LATERAL (SELECT coalesce(sum(c.repaid_fen), 0)::int AS fen FROM clawback c
      WHERE c.line_id = o.id AND c.state = 'repaid') back
  WHERE l.id = ANY (p_line) AND l.county_code = ANY (app_counties())
    AND o.payment_state IS DISTINCT FROM 'STOPPED' AND NOT (back.fen > 0 AND back.fen >= o.amount_fen)
  ORDER BY l.id, o.period_from, o.id
$$;
REVOKE ALL ON FUNCTION other_claims FROM PUBLIC;
GRANT EXECUTE ON FUNCTION other_claims TO labour_app;
