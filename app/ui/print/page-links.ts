import type { LinkDescriptor } from "@remix-run/node";
import landscape from "./a4-landscape.css?url";
import portrait from "./a4-portrait.css?url";
import marked from "./marked-page.css?url";

/** For a route's `links`: the sheet this page prints on. */
export function landscapeLinks(): LinkDescriptor[] {
  return [{ rel: "stylesheet", href: landscape }];
}

export function portraitLinks(): LinkDescriptor[] {
  return [{ rel: "stylesheet", href: portrait }];
}

/** A4 across without margin, for sheets laid out to the millimetre. */
export function markedPageLinks(): LinkDescriptor[] {
  return [{ rel: "stylesheet", href: marked }];
}
