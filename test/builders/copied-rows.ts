import type pg from "pg";

/** What tells a copy from the row it was made of. */
interface Told {
  /** Ids, its own and those it points at: each copy has its own. */
  readonly ids: readonly string[];
  /** Bytes that stand for a number: each copy has its own. */
  readonly bytes?: readonly string[];
  /** Other columns as jsonb, by an expression over the row `t` and the number `n` of the copy. */
  readonly set?: Readonly<Record<string, string>>;
}

/** Every row of the table again for each number, set-wise; the same id and number give the same id in every table. */
export async function copyRows(
  owner: pg.Client,
  table: string,
  [first, last]: readonly [number, number],
  { ids, bytes = [], set = {} }: Told,
): Promise<void> {
  const changes = [
    ...ids.map((id) => [id, `to_jsonb(md5(t.${id}::text || n)::uuid)`]),
    ...bytes.map((name) => [
      name,
      `to_jsonb('\\x' || encode(sha256(t.${name} || n::text::bytea), 'hex'))`,
    ]),
    ...Object.entries(set),
  ].map(([column, value]) => `'${column}', ${value}`);
  await owner.query(
    `INSERT INTO ${table} SELECT r.* FROM ${table} t CROSS JOIN generate_series(${first}, ${last}) AS n
       CROSS JOIN LATERAL jsonb_populate_record(NULL::${table},
         to_jsonb(t) || jsonb_build_object(${changes.join(", ")})) AS r`,
  );
}

const OF_PERSON = { ids: ["id", "person_id"], bytes: ["id_index"] };
const TABLES: readonly (readonly [string, Told])[] = [
  ["person", { ids: ["id"], bytes: ["id_index"] }],
  ["payee_account", { ids: ["id", "person_id"], bytes: ["account_index"] }],
  ["training_class", { ids: ["id"], set: { term: "to_jsonb(t.term || n)" } }],
  ["class_session", { ids: ["id", "class_id"] }],
  ["attendance", { ids: ["session_id", "line_id"] }],
  ["media_item", { ids: ["id", "class_id", "session_id"] }],
  ["supervision_record", { ids: ["id", "class_id"] }],
  ["completion_result", { ids: ["line_id", "roster_id"] }],
  ["verification", { ids: ["id", "line_id", "roster_id", "person_id"] }],
  ["roster", { ids: ["id", "class_id"] }],
  ["roster_line", { ids: ["id", "roster_id", "person_id"], bytes: ["id_index"] }],
  ["acknowledgement", { ids: ["id", "line_id", "roster_id"] }],
  ["placement", OF_PERSON],
  ["placement_evidence", { ids: ["id", "placement_id"] }],
  ["follow_up", { ids: ["id", "placement_id", "person_id"] }],
  ["post_appointment", OF_PERSON],
  ["wage_sheet", { ids: ["id", "roster_id"], set: { number: "to_jsonb(n + 1)" } }],
  [
    "wage_line",
    { ids: ["id", "sheet_id", "appointment_id", "person_id", "account_id", "payment_id"] },
  ],
  ["wage_attempt", { ids: ["id", "payment_id", "line_id", "account_id"] }],
];

/** The whole of what people have proved, `count` times more. Triggers must be off. */
export async function copyEverything(owner: pg.Client, count: number): Promise<void> {
  for (const [table, told] of TABLES) await copyRows(owner, table, [1, count], told);
}

/** One in so many lacks something or has too much; the same ones in every run of one world. */
export async function spoil(owner: pg.Client): Promise<void> {
  const oneIn = (many: number, what = "id") => `abs(hashtext(${what}::text)) % ${many} = 0`;
  for (const sql of [
    `DELETE FROM acknowledgement WHERE ${oneIn(7)}`,
    `DELETE FROM attendance WHERE ${oneIn(9, "line_id")} AND ${oneIn(2, "session_id")}`,
    `UPDATE roster_line SET phone_index = NULL WHERE ${oneIn(10)}`,
    `UPDATE completion_result SET result = 'FAILED' WHERE ${oneIn(12, "line_id")}`,
    `DELETE FROM supervision_record WHERE ${oneIn(5)}`,
    `UPDATE media_item SET set_aside_at = now() WHERE ${oneIn(23)}`,
    `UPDATE training_class SET filing_reviewed_at = '2020-06-02' WHERE ${oneIn(4)}`,
    `UPDATE payee_account SET replaced_at = now() WHERE ${oneIn(13)}`,
    `UPDATE payee_account SET holder_name = '某人' WHERE ${oneIn(11)}`,
    `UPDATE payee_account SET account_index = '\\x01' WHERE ${oneIn(97)}`,
    `UPDATE placement_evidence SET voided_at = now() WHERE ${oneIn(6)}`,
    `UPDATE placement p SET evidence_count = (SELECT count(*) FROM placement_evidence e
       WHERE e.placement_id = p.id AND e.voided_at IS NULL)`,
    `UPDATE placement SET ended_on = '2020-07-31' WHERE ${oneIn(8)}`,
    `UPDATE placement SET destination = 'LOCAL' WHERE ${oneIn(15)}`,
    `UPDATE follow_up SET outcome = 'LOST' WHERE ${oneIn(14)}`,
    `UPDATE wage_line SET adjust_fen = 79999 - due_fen, pay_fen = 79999 WHERE ${oneIn(9)}`,
    `UPDATE wage_line SET payment_state = 'FAILED', paid_on = NULL, fail_reason = '户名不符' WHERE ${oneIn(16)}`,
    `UPDATE wage_attempt SET state = 'FAILED', paid_on = NULL, reason = '户名不符' WHERE ${oneIn(16, "line_id")}`,
    `UPDATE wage_sheet SET state = 'approved', locked_at = NULL WHERE ${oneIn(10)}`,
    `UPDATE post_appointment SET left_on = '2020-04-30', leave_reason = 'PERSONAL' WHERE ${oneIn(18)}`,
    `UPDATE post_appointment SET ends_on = '2020-10-01' WHERE ${oneIn(19)}`,
    `UPDATE person SET born_on = '1958-03-04', phone_index = NULL WHERE ${oneIn(21)}`,
    // Some of those with jobs hold a post besides, or sat in a class while they worked.
    `INSERT INTO post_appointment SELECT r.* FROM (SELECT row_number() OVER (ORDER BY id) AS at, * FROM placement
         WHERE ${oneIn(20)}) p
       JOIN (SELECT row_number() OVER (ORDER BY id) AS at, a AS whole FROM post_appointment a) t ON t.at = p.at
       CROSS JOIN LATERAL jsonb_populate_record(NULL::post_appointment, to_jsonb(t.whole) || jsonb_build_object(
         'id', gen_random_uuid(), 'person_id', p.person_id, 'id_index', p.id_index)) r`,
    `INSERT INTO placement_overlap (placement_id, county_code, checked_at, checked_by_name, checked_reason)
       SELECT id, county_code, now(), '某', '已核对' FROM placement WHERE ${oneIn(2)}`,
    `UPDATE placement_evidence SET kind = 'WORK_CERTIFICATE' WHERE kind = 'CONTRACT' AND ${oneIn(3)}`,
  ]) {
    await owner.query(sql);
  }
}
