import type { PoolClient } from "pg";
import type { TrainingFacts } from "~/domain/claims/facts";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { PageLine } from "./line-page.server";

type Proofs = TrainingFacts["proofs"];
type Row = Omit<TrainingFacts, "proofs" | "sessionsWithMedia"> &
  Proofs & {
    readonly lineId: string;
    /** How many pictures each session has. */
    readonly pictures: readonly { readonly on: CalendarDate; readonly count: number }[];
  };

/**
 * What the classes of these lines prove, by line; each class is looked at once. A session has media when it has as many
 * pictures as its day asks for, as on the page of the class.
 */
export async function trainingFactsOf(
  client: PoolClient,
  lines: readonly PageLine[],
  numbers: NumbersOn,
): Promise<ReadonlyMap<string, TrainingFacts>> {
  const sources = lines.flatMap((one) => (one.sourceKind === "ROSTER_LINE" ? [one.id] : []));
  if (sources.length === 0) return new Map();
  const { rows } = await client.query<Row>(`WITH ${CLASSES}, ${PEOPLE} ${ANSWER}`, [sources]);
  return new Map(
    rows.map(
      ({ lineId, pictures, verified, idNumber, contact, signature, fingerprint, ...facts }) => {
        const proofs = { verified, idNumber, contact, signature, fingerprint };
        const enough = ({ on, count }: Row["pictures"][number]) =>
          count >= (numbers(on)("media.perSession")?.value ?? 1);
        const sessionsWithMedia = pictures.filter(enough).length;
        return [lineId, { ...facts, proofs, sessionsWithMedia }];
      },
    ),
  );
}

const SUPERVISED = (party: string) => `EXISTS (SELECT FROM supervision_record v
  WHERE v.class_id = c.id AND v.voided_at IS NULL AND v.party = '${party}')`;

const CLASSES = `asked AS MATERIALIZED (
    SELECT l.id AS line_id, t.*, r.class_id, r.state FROM claim_line l
      JOIN roster_line t ON t.id = l.source_id JOIN roster r ON r.id = t.roster_id
    WHERE l.id = ANY ($1::uuid[])),
  course AS MATERIALIZED (
    SELECT c.*, r.headcount,
      CASE WHEN n.state = 'approved' THEN (n.reviewed_at AT TIME ZONE 'Asia/Shanghai')::date END AS planned,
      CASE WHEN c.filing_state = 'approved'
        THEN (c.filing_reviewed_at AT TIME ZONE 'Asia/Shanghai')::date END AS filed,
      ${SUPERVISED("hrssBureau")} AS by_bureau, ${SUPERVISED("secondedOfficial")} AS by_official,
      (SELECT count(*)::int FROM class_session s WHERE s.class_id = c.id AND s.cancelled_at IS NULL) AS sessions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('on', s.held_on, 'count', (SELECT count(*) FROM media_item m
          WHERE m.session_id = s.id AND m.state = 'ready' AND m.set_aside_at IS NULL))), '[]')
        FROM class_session s WHERE s.class_id = c.id AND s.cancelled_at IS NULL) AS pictures,
      (SELECT count(DISTINCT s.held_on)::int FROM class_session s
        WHERE s.class_id = c.id AND s.cancelled_at IS NULL) AS days,
      p.id IS NOT NULL AND EXISTS (SELECT FROM provider_suspensions(p.credit_code, c.starts_on, c.ends_on))
        AS is_suspended, c.trade = ANY (p.trades) AS teaches
    FROM training_class c JOIN roster r ON r.class_id = c.id
      LEFT JOIN training_plan n ON n.id = c.plan_id LEFT JOIN training_provider p ON p.id = c.provider_id
    WHERE c.id IN (SELECT class_id FROM asked))`;

/** A signature counts for the line as it is now; a verification for the opening, or what the import found. */
const PEOPLE = `attended AS (
    SELECT a.line_id, count(DISTINCT s.held_on)::int AS days FROM attendance a
      JOIN class_session s ON s.id = a.session_id AND s.cancelled_at IS NULL
    WHERE a.line_id IN (SELECT id FROM asked) AND a.state IN ('PRESENT', 'LATE', 'LEFT_EARLY')
    GROUP BY a.line_id),
  inked AS (
    SELECT k.line_id, bool_or(k.element = 'SIGNATURE') AS signed, bool_or(k.element = 'FINGERPRINT') AS printed
    FROM acknowledgement k JOIN asked t ON t.id = k.line_id AND t.content_version = k.line_version
    WHERE k.voided_at IS NULL GROUP BY k.line_id)`;

const ANSWER = `SELECT t.line_id AS "lineId", c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
    t.state = 'sealed' AS "isSealed", c.planned::text AS "planApprovedOn", c.filed::text AS "filingApprovedOn",
    (t.verified_on IS NOT NULL OR EXISTS (SELECT FROM verification v
      WHERE v.line_id = t.id AND v.event = 'opening')) AS verified,
    octet_length(t.id_sealed) > 0 AS "idNumber", t.phone_index IS NOT NULL AS contact,
    coalesce(k.signed, false) AS signature, coalesce(k.printed, false) AS fingerprint,
    c.by_bureau AS "supervisedByBureau", c.by_official AS "supervisedBySecondedOfficial", c.sessions,
    c.pictures, c.days AS "classDays", coalesce(d.days, 0) AS "attendedDays",
    coalesce(o.result = 'PASSED', false) AS "isCompleted", c.is_suspended AS "providerIsSuspended",
    c.teaches AS "providerTeachesTrade",
    CASE WHEN c.cost_unit = 'personMonth' THEN 'PERSON_MONTH' ELSE 'PERSON_DAY' END AS "costUnit",
    c.unit_cost_fen::float8 AS "unitCostFen", c.venue_region AS "venueRegion",
    c.implementer_region AS "implementerRegion", c.implementer_reason AS "implementerReason", c.headcount
  FROM asked t JOIN course c ON c.id = t.class_id LEFT JOIN attended d ON d.line_id = t.id
    LEFT JOIN inked k ON k.line_id = t.id LEFT JOIN completion_result o ON o.line_id = t.id`;
