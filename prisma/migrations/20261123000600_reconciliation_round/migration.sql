-- What both sides signed, as it stood at the lock: a month entered later changes no signed total (decisions/0023).
CREATE TABLE "reconciliation_round" (
    "reconciliation_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "county_figure" INTEGER NOT NULL,
    "district_figure" INTEGER NOT NULL,
    "district_figure_kind" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "county_total" INTEGER NOT NULL,
    "district_total" INTEGER NOT NULL,
    "counted_months" INTEGER[],
    "missing_months" INTEGER[],
    "county_signed_by_name" TEXT NOT NULL,
    "county_signed_at" TIMESTAMPTZ(3) NOT NULL,
    "district_signed_by_name" TEXT NOT NULL,
    "district_signed_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconciliation_round_pkey" PRIMARY KEY ("reconciliation_id","round")
);
ALTER TABLE "reconciliation_round" ADD CONSTRAINT "reconciliation_round_reconciliation_id_fkey"
  FOREIGN KEY ("reconciliation_id") REFERENCES "reconciliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The rounds that were locked before: the steps say what each month's figures were at that moment, and who signed.
WITH lock AS (
  SELECT s.reconciliation_id, s.round, s.at, s.id, r.county_code, r.district_code, r.measure, r.month,
    r.round = s.round AND r.state = 'locked' AS stands, r.explanation, r.county_figure, r.district_figure
  FROM reconciliation_step s JOIN reconciliation r ON r.id = s.reconciliation_id WHERE s.kind = 'LOCKED'),
told AS (
  SELECT l.reconciliation_id AS lock_id, l.round, extract(month FROM o.month)::int AS month,
    o.id = l.reconciliation_id AS own, c.figure AS county, d.figure AS district, d.kind
  FROM lock l JOIN reconciliation o ON o.county_code = l.county_code
    AND o.district_code = l.district_code AND o.measure = l.measure
    AND o.month BETWEEN date_trunc('year', l.month) AND l.month
    LEFT JOIN LATERAL (SELECT s.figure FROM reconciliation_step s
      WHERE s.reconciliation_id = o.id AND s.kind = 'COUNTY_LIST' AND (s.at, s.id) < (l.at, l.id)
      ORDER BY s.at DESC, s.id DESC LIMIT 1) c ON true
    LEFT JOIN LATERAL (SELECT s.figure, s.kind FROM reconciliation_step s
      WHERE s.reconciliation_id = o.id AND s.kind IN ('DISTRICT_FIGURE', 'DISTRICT_LIST')
        AND (s.at, s.id) < (l.at, l.id)
      ORDER BY s.at DESC, s.id DESC LIMIT 1) d ON true),
total AS (
  SELECT lock_id, round, coalesce(sum(county), 0)::int AS county, coalesce(sum(district), 0)::int AS district,
    coalesce(array_agg(month ORDER BY month), '{}') AS months
  FROM told WHERE county IS NOT NULL AND district IS NOT NULL GROUP BY lock_id, round)
INSERT INTO reconciliation_round (reconciliation_id, county_code, round, county_figure, district_figure,
  district_figure_kind, explanation, county_total, district_total, counted_months, missing_months,
  county_signed_by_name, county_signed_at, district_signed_by_name, district_signed_at, locked_at)
SELECT l.reconciliation_id, l.county_code, l.round, coalesce(o.county, l.county_figure, 0),
  coalesce(o.district, l.district_figure, 0), CASE o.kind WHEN 'DISTRICT_LIST' THEN 'list' ELSE 'typed' END,
  CASE WHEN l.stands THEN l.explanation ELSE coalesce(w.reason, '') END,
  coalesce(t.county, 0), coalesce(t.district, 0), coalesce(t.months, '{}'),
  ARRAY(SELECT m FROM generate_series(1, extract(month FROM l.month)::int) AS m
    WHERE m <> ALL (coalesce(t.months, '{}')) AND EXISTS (SELECT FROM pairing p
      WHERE p.county_code = l.county_code AND p.district_code = l.district_code
        AND daterange(p.from_on, p.to_on, '[]') && daterange(
          make_date(extract(year FROM l.month)::int, m, 1),
          (make_date(extract(year FROM l.month)::int, m, 1) + interval '1 month')::date))),
  coalesce(c.by_name, ''), coalesce(c.at, l.at), coalesce(d.by_name, ''), coalesce(d.at, l.at), l.at
FROM lock l
  LEFT JOIN told o ON o.lock_id = l.reconciliation_id AND o.round = l.round AND o.own
  LEFT JOIN total t ON t.lock_id = l.reconciliation_id AND t.round = l.round
  LEFT JOIN LATERAL (SELECT s.by_name, s.at FROM reconciliation_step s
    WHERE s.reconciliation_id = l.reconciliation_id AND s.round = l.round AND s.kind = 'COUNTY_SIGNED'
    ORDER BY s.at DESC, s.id DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT s.by_name, s.at FROM reconciliation_step s
    WHERE s.reconciliation_id = l.reconciliation_id AND s.round = l.round AND s.kind = 'DISTRICT_SIGNED'
    ORDER BY s.at DESC, s.id DESC LIMIT 1) d ON true
  -- A new figure of the district takes the month's explanation away, and "n 人" speaks of persons, not of the month.
  LEFT JOIN LATERAL (SELECT CASE s.kind WHEN 'EXPLAINED' THEN s.reason ELSE '' END AS reason
    FROM reconciliation_step s WHERE s.reconciliation_id = l.reconciliation_id AND (s.at, s.id) < (l.at, l.id)
      AND (s.kind IN ('DISTRICT_FIGURE', 'DISTRICT_LIST') OR s.kind = 'EXPLAINED' AND s.reason !~ '^[0-9]+ 人$')
    ORDER BY s.at DESC, s.id DESC LIMIT 1) w ON true;

GRANT SELECT, INSERT ON reconciliation_round TO labour_app;
ALTER TABLE reconciliation_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON reconciliation_round TO labour_app
  USING (county_code = ANY ((SELECT app_counties())::text[]));
CREATE FUNCTION signed_round_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signed round stands';
END $$;
CREATE TRIGGER signed_stands BEFORE UPDATE OR DELETE ON reconciliation_round
  FOR EACH ROW EXECUTE FUNCTION signed_round_stands();

-- A household that employs, without a code, is a natural person's name: read where it was entered and where the
-- reader's own people work or worked (decisions/0021). Everybody else's businesses are nobody's personal data.
CREATE FUNCTION hides_household(p_employer uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM employer e WHERE e.id = p_employer AND e.kind = 'HOUSEHOLD'
    AND e.credit_code IS NULL AND (e.owner_code = ANY (app_counties())) IS NOT TRUE
    AND NOT EXISTS (SELECT FROM placement p
      WHERE p.employer_id = e.id AND p.county_code = ANY (app_counties())))
$$;
REVOKE ALL ON FUNCTION hides_household FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hides_household TO labour_app;
DROP POLICY read_all ON employer;
CREATE POLICY read_business ON employer FOR SELECT TO labour_app USING (
  kind <> 'HOUSEHOLD' OR credit_code IS NOT NULL
  OR owner_code = ANY ((SELECT app_counties())::text[]) OR NOT hides_household(id));
DROP POLICY read_all ON vacancy;
CREATE POLICY read_business ON vacancy FOR SELECT TO labour_app USING (
  owner_code = ANY ((SELECT app_counties())::text[]) OR NOT hides_household(employer_id));
