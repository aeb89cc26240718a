import type { OtherEngagement } from "~/domain/placements/overlaps";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/** What else the person does in these days, in any county; another county's is told by its days only. */
export function otherEngagements(
  tx: Tx,
  own: {
    readonly id: string | null;
    readonly idIndex: Uint8Array;
    readonly startedOn: CalendarDate;
    readonly endedOn: CalendarDate | null;
  },
): Promise<OtherEngagement[]> {
  return tx.$queryRaw<OtherEngagement[]>`
    SELECT o.kind, o.subject_id AS "subjectId", o.label, o.starts_on::text AS "startsOn",
      o.ends_on::text AS "endsOn", p.form, nullif(c.fund_source, '') AS "fundSource",
      o.county_code AS "countyCode", o.employer
    FROM other_engagements(ARRAY[${Buffer.from(own.idIndex)}]::bytea[],
      ARRAY[${own.startedOn}]::date[], ARRAY[${own.endedOn}]::date[], ARRAY[${own.id}]::uuid[]) o
      LEFT JOIN placement p ON o.kind = 'placement' AND p.id = o.subject_id
      LEFT JOIN training_class c ON o.kind = 'class' AND c.id = o.subject_id`;
}
