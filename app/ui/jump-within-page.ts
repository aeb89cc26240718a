import type { MouseEvent } from "react";

/**
 * Follows a `#id` link by moving the focus instead of the address: to the router a new address is a
 * navigation, and a navigation forgets the answer that a refused form is showing.
 */
export function jumpWithinPage(event: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (target === null) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}
