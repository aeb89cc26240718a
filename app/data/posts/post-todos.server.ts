import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { EXPIRY_DAYS } from "~/domain/posts/board";
import { addDays, day } from "~/domain/shared/calendar-date";
import { addMonths, monthOf } from "~/domain/shared/months";
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
  readonly needs: Action;
  /** From where and under which condition, `c` being the county. */
  readonly rows: Prisma.Sql;
  readonly word: (county: string, n: number) => Pick<PostTodo, "what" | "detail" | "to">;
}

/** Posts about to end, notices over, objections and last month's attendance, a line for each county and kind. */
export async function postTodos(tx: Tx, actor: Actor, on: string): Promise<PostTodo[]> {
  const todos: PostTodo[] = [];
  for (const { needs, rows, word } of kinds(on)) {
    const counties = countiesFor(actor, needs, on);
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
  const parts = kinds(on).flatMap(({ needs, rows }) => {
    const counties = countiesFor(actor, needs, on);
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

function kinds(on: string): readonly Kind[] {
  return [...ending(on), ...ofNotices(on), lastMonth(on)];
}

function ending(on: string): readonly Kind[] {
  const kind = (state: "in7" | "in30", days: number, detail: string): Kind => ({
    needs: "post.write",
    rows: Prisma.sql`FROM post_appointment p WHERE p.county_code = c AND ${expiring(day(on), days)}`,
    word: (county, n) => ({
      what: `公共服务岗位 ${days} 天内到期：${n} 人`,
      detail,
      to: `/posts?state=${state}&county=${county}`,
    }),
  });
  const last = (days: number) => `任期截止日在 ${addDays(day(on), days)} 以前`;
  return [
    kind("in7", EXPIRY_DAYS.close, `${last(EXPIRY_DAYS.close)}，办好离岗交接`),
    kind("in30", EXPIRY_DAYS.ahead, `${last(EXPIRY_DAYS.ahead)}，任期最长 6 个月，提前安排接替`),
  ];
}

function ofNotices(on: string): readonly Kind[] {
  const word = (what: string, detail: string) => (county: string, n: number) => ({
    ...{ what: `${what}：${n} 件`, detail, to: `/posts/notices?state=open&county=${county}` },
  });
  return [
    {
      needs: "post.write",
      rows: Prisma.sql`FROM post_notice n WHERE n.county_code = c AND n.state = 'open'
        AND n.to_on < ${on}::date`,
      word: word("公示期满，结束公示", "没有未处理的异议才能结束，结束后由审核人确认聘用"),
    },
    {
      needs: "post.write",
      rows: Prisma.sql`FROM post_notice n JOIN post_objection o ON o.notice_id = n.id
        WHERE n.county_code = c AND n.state = 'open' AND o.outcome IS NULL`,
      word: (county, n) => ({
        ...word("处理公示异议", "查清后写明处理意见")(county, n),
        // Two things to do are two addresses: the list of them is kept by its addresses.
        to: `/posts/notices?county=${county}&state=open`,
      }),
    },
    {
      needs: "post.confirm",
      rows: Prisma.sql`FROM post_appointment p JOIN post_notice n ON n.id = p.notice_id
        WHERE p.county_code = c AND p.state = 'proposed' AND p.removed_at IS NULL
          AND n.state = 'closed'`,
      word: (county, n) => ({
        what: `确认聘用：${n} 人`,
        detail: "公示已结束",
        to: `/posts/notices?state=closed&county=${county}`,
      }),
    },
  ];
}

/** Whoever was in a post last month and has a day without a mark, or no marks at all. */
function lastMonth(on: string): Kind {
  const month = addMonths(monthOf(day(on)), -1);
  return {
    needs: "attendance.write",
    rows: Prisma.sql`FROM post_appointment p WHERE p.county_code = c AND p.state = 'confirmed'
      AND p.removed_at IS NULL AND p.starts_on < date_trunc('month', ${on}::date)
      AND p.ends_on >= ${month}::date AND coalesce(p.left_on, p.ends_on) >= ${month}::date
      AND NOT EXISTS (SELECT FROM post_attendance t WHERE t.appointment_id = p.id
        AND t.month = ${month}::date AND strpos(t.marks, '?') = 0)`,
    word: (county, n) => ({
      what: `登记 ${Number(month.slice(5, 7))} 月岗位考勤：${n} 人`,
      detail: "登记完整才能编制工资表",
      to: `/posts/attendance?month=${month.slice(0, 7)}&county=${county}&state=open`,
    }),
  };
}
