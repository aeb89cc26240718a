import type { Action } from "../access/action";
import type { AppointmentState } from "./post";

/** Who takes a registration back: the officer what is proposed, only who confirms what was confirmed. */
export function removingNeeds(state: AppointmentState): Action {
  return state === "confirmed" ? "post.confirm" : "post.write";
}
