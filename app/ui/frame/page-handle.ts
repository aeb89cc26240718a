export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

/**
 * What a route tells the frame: `export const handle: PageHandle<typeof loader data> = {…}`.
 * `data` is the route's own loader data, undefined while its loader has failed.
 */
export interface PageHandle<Data = unknown> {
  readonly title: string | ((data: Data) => string);
  /** Its place in the breadcrumbs; a route without one is not shown there. */
  readonly crumb?: (data: Data) => Crumb;
  /** The address whose menu entry is marked, where the page's own address lies under another one. */
  readonly menuPath?: (data: Data) => string | undefined;
  /** "bare": no header or menu around it (sign-in, paper forms, pages on a learner's phone). */
  readonly frame?: "bare";
}

/** The part of a Remix match that the frame reads. */
export interface MatchLike {
  readonly handle?: unknown;
  readonly data?: unknown;
}

export interface Place {
  readonly title: string | null;
  readonly crumbs: readonly Crumb[];
  readonly isBare: boolean;
  /** Absent: the menu marks what the address lies under. */
  readonly menuPath?: string | undefined;
}

/** Title of the deepest page, and the crumbs from the outermost in. A route whose data is missing says nothing. */
export function placeOf(matches: readonly MatchLike[]): Place {
  const crumbs: Crumb[] = [];
  let title: string | null = null;
  let isBare = false;
  let menuPath: string | undefined;
  for (const { handle, data: loaded } of matches) {
    if (!isPageHandle(handle)) continue;
    // A form refused with a thrown answer leaves null where the page's data would be.
    const data = loaded ?? undefined;
    if (handle.frame === "bare") isBare = true;
    if (data !== undefined) menuPath = handle.menuPath?.(data) ?? menuPath;
    if (typeof handle.title === "string") title = handle.title;
    else if (data !== undefined) title = handle.title(data);
    const crumb = data === undefined && needsData(handle) ? undefined : handle.crumb?.(data);
    if (crumb) crumbs.push(crumb);
  }
  return { title, crumbs, isBare, menuPath };
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === "object" && handle !== null && "title" in handle;
}

/** A crumb that takes no argument is safe before there is data. */
function needsData(handle: PageHandle): boolean {
  return (handle.crumb?.length ?? 0) > 0;
}
