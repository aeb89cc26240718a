import { newId } from "~/platform/id.server";
import type { TestPlatform } from "#test/support/test-platform";

/** A person's placement is due for a follow-up, and at the last one he asked for help. */
export async function followUpsOf(
  personId: string,
  { owner }: TestPlatform,
): Promise<{ readonly followedId: string }> {
  const { rows } = await owner.query<{ id: string }>(
    `UPDATE placement SET next_follow_up_on = '2020-06-06', last_contact_on = '2020-05-21',
       last_outcome = 'ON_JOB' WHERE person_id = $1 RETURNING id`,
    [personId],
  );
  const followedId = rows[0]?.id ?? "";
  await owner.query(
    `INSERT INTO follow_up (id, county_code, placement_id, person_id, due_on, contacted_on, method,
       outcome, help_asked, recorded_by, recorded_by_name, recorded_at)
     SELECT $2, county_code, id, person_id, '2020-05-21', '2020-05-21', 'PHONE', 'ON_JOB', '想学电焊',
       created_by, '测试员', now() FROM placement WHERE id = $1`,
    [followedId, newId()],
  );
  return { followedId };
}
