import { newId } from "~/platform/id.server";
import { buildAppointment, buildQuota } from "#test/builders/post";
import { tinyPng } from "#test/builders/tiny-png";
import type { TestPlatform } from "#test/support/test-platform";
import { received } from "./two-editions";

export interface PostObjects {
  readonly quotaId: string;
  /** Proposed for 2021, and on the notice. */
  readonly appointmentId: string;
  readonly postNoticeId: string;
  readonly objectionId: string;
}

/** The county's person proposed for a post of 2021, the public told of him, and somebody objecting. */
export async function postsOf(
  countyCode: string,
  personId: string,
  { owner }: TestPlatform,
): Promise<PostObjects> {
  const days = { fromOn: "2021-01-01", toOn: "2021-12-31" };
  const quotaId = await buildQuota(owner, { countyCode, ...days });
  const term = { startsOn: "2021-04-01", endsOn: "2021-09-30", state: "proposed" } as const;
  const appointmentId = await buildAppointment(owner, { personId, quotaId, ...term });
  const [postNoticeId, objectionId] = [newId(), newId()];
  await owner.query(
    `INSERT INTO post_notice (id, county_code, title, from_on, to_on, place, state, created_by,
       created_by_name, created_at)
     VALUES ($1, $2, '拟聘公示', '2021-03-01', '2021-03-05', '公开栏', 'open', $1, '测试员', now())`,
    [postNoticeId, countyCode],
  );
  await owner.query("UPDATE post_appointment SET notice_id = $2 WHERE id = $1", [
    ...[appointmentId, postNoticeId],
  ]);
  await owner.query(
    `INSERT INTO post_notice_person (notice_id, appointment_id, county_code, name, sex, title, starts_on, ends_on)
     SELECT $2, id, county_code, name, sex, title, starts_on, ends_on FROM post_appointment WHERE id = $1`,
    [appointmentId, postNoticeId],
  );
  await owner.query(
    `INSERT INTO post_objection (id, county_code, notice_id, appointment_id, received_on, way, content,
       recorded_by, recorded_by_name, recorded_at)
     VALUES ($1, $2, $3, $4, '2021-03-02', 'PHONE', '家里有人经商', $1, '测试员', now())`,
    [objectionId, countyCode, postNoticeId, appointmentId],
  );
  const picture = await received(tinyPng(), "公示.png");
  await owner.query(
    "UPDATE post_notice SET proof_file_id = $2, proof_name = '公示.png', proof_type = 'image/png' WHERE id = $1",
    [postNoticeId, picture.id],
  );
  return { quotaId, appointmentId, postNoticeId, objectionId };
}
