import type { AppLoadContext } from "@remix-run/node";
import { menuFor } from "./menu";
import { viewFrame } from "~/data/access/frame-view.server";
import { countTodos } from "~/data/rosters/todo-view.server";
import { dayInChina, now as clockNow } from "~/platform/clock.server";
import { findReturnedDraft } from "~/usecases/access/find-returned-draft.server";
import { findSignedIn } from "~/usecases/access/require-actor.server";
import type { FrameData } from "~/ui/frame/frame-data";

/** What stands around every page: who is signed in, his menu, and a form that comes back filled in. */
export async function loadFrame(request: Request, _context: AppLoadContext): Promise<FrameData> {
  const now = clockNow();
  const found = await findSignedIn(request, now);
  if (found === null) return withoutUser(now);
  const { actor, session } = found;
  const today = dayInChina(now);
  const view = viewFrame(actor, session.organisationRegion, today);
  return {
    user: {
      name: actor.name,
      organisationName: actor.organisationName,
      roleLabels: view.roleLabels,
      regionName: view.regionName,
    },
    // Until he has a password of his own nothing else opens.
    menu: session.mustChangePassword ? [] : menuFor(actor, today),
    textSize: session.textSize === "large" ? "large" : "normal",
    todoCount: session.mustChangePassword ? 0 : await countTodos(actor, today),
    draft: await findReturnedDraft(request, actor.userId, now),
    now: now.toISOString(),
  };
}

function withoutUser(now: Date): FrameData {
  return {
    user: null,
    menu: [],
    textSize: "normal",
    todoCount: 0,
    draft: null,
    now: now.toISOString(),
  };
}
