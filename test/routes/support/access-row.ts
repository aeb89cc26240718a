import type { Action } from "~/domain/access/action";
import type { CountyObjects } from "./access-world";

/** What a page asks of its visitor. */

export interface Guard {
  readonly needs: Action;
  /** Or this one: two sides do it, each by a right of its own. */
  readonly or?: Action;
  /** What who sees the thing but lacks the right is answered. */
  readonly denied: 403 | 404;
  /** Who lacks this sees no such thing at all: 404, whatever else he may. */
  readonly sees?: Action;
  /** The right is asked for before the thing: who lacks it anywhere is answered 403 for any. */
  readonly first?: boolean;
  /** Not told to a district officer, who otherwise has the right: he learns of the job and no more. */
  readonly whole?: boolean;
}

export interface Post {
  readonly guard: Guard | "anybody";
  /** Would change something if it were let through. */
  readonly form: Readonly<Record<string, string>>;
  /** Sent by those who may: refused for what it says, so that the world stays as it is; null: not sent. */
  readonly harmless: Readonly<Record<string, string>> | null;
}

export interface Row {
  /** As in app/routes.ts, without its folder. */
  readonly file: string;
  /** The address of the thing; one that ignores it is a list or the visitor's own page. */
  readonly at: (one: CountyObjects) => string;
  /** `anybody` who is signed in; `public`: answered without a session as well. */
  readonly guard: Guard | "anybody" | "public";
  /** Pages of administration are reached by the administrator, and by nobody else's counties. */
  readonly administered?: boolean;
  /** Divisions and pairings of a county are seen by all who work for it, and by its administrator. */
  readonly noPerson?: boolean;
  readonly posts?: readonly Post[];
}

export const listed = (needs: Action): Guard => ({ needs, denied: 403, first: true });
export const hidden = (needs: Action): Guard => ({ needs, denied: 404 });
export const shown = (needs: Action): Guard => ({ needs, denied: 403 });
export const post = (
  guard: Post["guard"],
  form: Post["form"],
  harmless: Post["harmless"],
): Post => ({
  guard,
  form,
  harmless,
});
