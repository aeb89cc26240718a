import type pg from "pg";
import { newId } from "~/platform/id.server";

export interface EmployerToBuild {
  readonly name: string;
  readonly creditCode: string | null;
  readonly ownerCode: string;
}

/** An employer, 嘉定物流有限公司 unless told; answers the id. */
export async function buildEmployer(
  owner: pg.Client,
  employer: Partial<EmployerToBuild> = {},
): Promise<string> {
  const id = newId();
  const standard = {
    name: "嘉定物流有限公司",
    creditCode: "91310114EGLPXMHH7H",
    ownerCode: "532324",
  };
  const { name, creditCode, ownerCode } = { ...standard, ...employer };
  await owner.query(
    `INSERT INTO employer (id, owner_code, credit_code, name, kind, created_by, created_at)
     VALUES ($1, $2, $3, $4, 'ENTERPRISE', $1, now())`,
    [id, ownerCode, creditCode, name],
  );
  return id;
}

export interface PlacementToBuild {
  readonly personId: string;
  readonly employerId: string;
  readonly workplaceCode: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly form: string;
  /** Category in the registry on the first day; null: not verified. */
  readonly verifiedCategory: string | null;
  readonly nextFollowUpOn: string | null;
  /** Pieces of standing evidence: certificates of work for the first month. */
  readonly evidence: number;
}

/** A placement in Shanghai from 2020-05-06 unless told, with the person's own name and county; answers the id. */
export async function buildPlacement(
  owner: pg.Client,
  one: Pick<PlacementToBuild, "personId" | "employerId"> & Partial<PlacementToBuild>,
): Promise<string> {
  const id = newId();
  const standard = { workplaceCode: "310114", startedOn: "2020-05-06", form: "FORMAL" };
  const row = {
    ...standard,
    endedOn: null,
    verifiedCategory: "LIFTED",
    nextFollowUpOn: null,
    ...one,
  };
  await owner.query(
    `INSERT INTO placement (id, county_code, person_id, id_index, name, pinyin_initials, sex, employer_id,
       employer_name, workplace_code, form, arrangement, contract_kind, started_on, ended_on,
       verified_category, verified_on, next_follow_up_on, created_by, created_at, updated_at)
     SELECT $1, p.county_code, p.id, p.id_index, p.name, p.pinyin_initials, p.sex, e.id, e.name, $4, $5,
       'ORGANISED', 'LABOUR_CONTRACT', $6, $7, $8, CASE WHEN $8::text IS NULL THEN NULL ELSE $6::date END,
       $9, $1, now(), now()
     FROM person p, employer e WHERE p.id = $2 AND e.id = $3`,
    [
      ...[id, row.personId, row.employerId, row.workplaceCode, row.form, row.startedOn],
      ...[row.endedOn, row.verifiedCategory, row.nextFollowUpOn],
    ],
  );
  for (let n = 0; n < (one.evidence ?? 0); n += 1) await buildEvidence(owner, id);
  return id;
}

async function buildEvidence(owner: pg.Client, placementId: string): Promise<void> {
  await owner.query(
    `INSERT INTO placement_evidence (id, county_code, placement_id, kind, from_month, to_month, file_id,
       file_name, media_type, uploaded_by, uploaded_by_name, uploaded_at)
     SELECT $1, county_code, id, 'WORK_CERTIFICATE', date_trunc('month', started_on),
       date_trunc('month', started_on), $1, '务工证明.pdf', 'application/pdf', $1, '测试员', now()
     FROM placement WHERE id = $2`,
    [newId(), placementId],
  );
}
