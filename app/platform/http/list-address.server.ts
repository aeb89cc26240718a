import type { KeyCursor } from "~/domain/shared/key-page";

export interface ListAddress {
  readonly search: URLSearchParams;
  readonly cursor: KeyCursor;
  /** Rows on one page. */
  readonly size: number;
}

const SIZES = [50, 100, 200];
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Position and length of a list as its address tells them. A key that does not look like one of the
 * list's keys (a UUID unless told otherwise) is no position: the list starts at the top.
 */
export function readListAddress(request: Request, key: RegExp = UUID): ListAddress {
  const search = new URL(request.url).searchParams;
  const wanted = Number(search.get("size"));
  const before = keyIn(search, "before", key);
  const after = before === null ? keyIn(search, "after", key) : null;
  return { search, cursor: { after, before }, size: SIZES.includes(wanted) ? wanted : 50 };
}

/** Whether a part of an address can be an id at all; others are not found, without asking. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}

function keyIn(search: URLSearchParams, name: string, shape: RegExp): string | null {
  const value = search.get(name);
  return value !== null && shape.test(value) ? value : null;
}
