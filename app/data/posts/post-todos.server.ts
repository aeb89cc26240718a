import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { EXPIRY_DAYS } from "~/domain/posts/board";
import { addDays, day } from "~/domain/shared/calendar-date";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { expiring } from "./board-conditions.server";

interface PostTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

/** What waits county by county: its condition over an alias of its own, and the words for a number of them. */
interface Kind {
  /** Any of these. */
  readonly needs: readonly Action[];
  /** From where and under which condition, `c` being the county. */
  readonly rows: Prisma.Sql;
  readonly word: (county: string, n: number) => Pick<PostTodo, "what" | "detail" | "to">;
}

/** Posts about to end, notices over and objections, a line for each county and kind. */
export async function postTodos(tx: Tx, actor: Actor, on: string): Promise<PostTodo[]> {
  const todos: PostTodo[] = [];
  for (const { needs, rows, word } of kinds(on, actor.userId)) {
    const counties = countiesOf(actor, needs, on);
    if (counties.length === 0) continue;
    const found = await tx.$queryRaw<{ county: string; n: number }[]>`
      SELECT c AS county, n FROM unnest(${counties}::text[]) AS c
        CROSS JOIN LATERAL (SELECT count(*)::int AS n ${rows}) x WHERE n > 0 ORDER BY c`;
    for (const { county, n } of found) {
      todos.push({ ...word(county, n), countyName: regionName(county) ?? county });
    }
  }
  return todos;
}

/** How many `postTodos` lists. */
export async function countPostTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const parts = kinds(on, actor.userId).flatMap(({ needs, rows }) => {
    const counties = countiesOf(actor, needs, on);
    if (counties.length === 0) return [];
    return [
      Prisma.sql`(SELECT count(*) FROM unnest(${counties}::text[]) AS c WHERE EXISTS (SELECT ${rows}))`,
    ];
  });
  if (parts.length === 0) return 0;
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT (${Prisma.join(parts, " + ")})::int AS n`;
  return row?.n ?? 0;
}

function kinds(on: string, reader: string): readonly Kind[] {
  return [...ending(on), ...ofNotices(on, reader)];
}

function countiesOf(actor: Actor, needs: readonly Action[], on: string): readonly string[] {
  return [...new Set(needs.flatMap((one) => countiesFor(actor, one, on)))];
}

function ending(on: string): readonly Kind[] {
  const kind = (state: "in7" | "in30", days: number, detail: string): Kind => ({
    // Whoever oversees the county is warned with it.
    needs: ["post.write", "supervision.write"],
    rows: Prisma.sql`FROM post_appointment p WHERE p.county_code = c AND ${expiring(day(on), days)}`,
    word: (county, n) => ({
      what: `公共服务岗位 ${days} 天内到期：${n} 人`,
      detail,
      to: `/posts?state=${state}&county=${county}`,
    }),
  });
  const last = (days: number) => `任期截止日在 ${addDays(day(on), days)}（含）以前`;
  return [
    kind("in7", EXPIRY_DAYS.close, `${last(EXPIRY_DAYS.close)}，办好离岗交接`),
    kind("in30", EXPIRY_DAYS.ahead, `${last(EXPIRY_DAYS.ahead)}，任期最长 6 个月，提前安排接替`),
  ];
}

function ofNotices(on: string, reader: string): readonly Kind[] {
  const word = (what: string, detail: string) => (county: string, n: number) => ({
    ...{ what: `${what}：${n} 件`, detail, to: `/posts/notices?state=open&county=${county}` },
  });
  return [
    {
      needs: ["post.write"],
      rows: Prisma.sql`FROM post_notice n WHERE n.county_code = c AND n.state = 'open'
        AND n.to_on < ${on}::date`,
      word: word("公示期满，结束公示", "没有未处理的异议才能结束，结束后由审核人确认聘用"),
    },
    {
      needs: ["post.confirm"],
      rows: Prisma.sql`FROM post_notice n JOIN post_objection o ON o.notice_id = n.id
        WHERE n.county_code = c AND o.outcome IS NULL`,
      word: (county, n) => ({
        ...word("处理公示异议", "查清后写明处理意见")(county, n),
        // A withdrawn notice's objections wait as well.
        to: `/posts/notices?county=${county}`,
      }),
    },
    {
      needs: ["post.confirm"],
      rows: Prisma.sql`FROM post_appointment p JOIN post_notice n ON n.id = p.notice_id
        WHERE p.county_code = c AND p.state = 'proposed' AND p.removed_at IS NULL
          AND n.state = 'closed' AND NOT ${isBarred} AND p.created_by <> ${reader}::uuid`,
      word: (county, n) => ({
        what: `确认聘用：${n} 人`,
        detail: "公示已结束",
        to: `/posts/notices?state=closed&county=${county}`,
      }),
    },
    {
      needs: ["post.write"],
      rows: Prisma.sql`FROM post_appointment p JOIN post_notice n ON n.id = p.notice_id
        WHERE p.county_code = c AND p.state = 'proposed' AND p.removed_at IS NULL
          AND n.state = 'closed' AND ${isBarred}`,
      word: (county, n) => ({
        what: `公示后不能确认的拟聘人员：${n} 人`,
        detail: "异议成立、未通过查验或上岗日期已过的，撤销登记，或撤回公示改正",
        // Another address than the reviewer's: the list of things to do is kept by them.
        to: `/posts/notices?county=${county}&state=closed`,
      }),
    },
  ];
}

/** Of `p` on the closed notice `n`: what keeps everybody from confirming him (confirmBlocks), the quota aside. */
const isBarred = Prisma.sql`(p.verified_category IS NULL OR p.quota_id IS NULL OR p.starts_on <= n.to_on
  OR EXISTS (SELECT FROM post_objection o WHERE o.outcome IS DISTINCT FROM 'DISMISSED'
    AND (o.appointment_id = p.id OR (o.appointment_id IS NULL AND o.notice_id = n.id))))`;
