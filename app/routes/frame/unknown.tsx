import { notFound } from "~/platform/http/not-found.server";

/** Any other address: the 404 page inside the frame, with the menu to go on from. */
export function loader(): never {
  throw notFound();
}

export default function Unknown() {
  return null;
}
