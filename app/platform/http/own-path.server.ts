const OWN = "http://own.invalid";

/**
 * An address of this product as `path?search`, or null: another site's address, in whatever spelling
 * (`//host`, `/\host`, `https:host`, control characters), is no place to send anybody.
 */
export function toOwnPath(text: string | null): string | null {
  // Browsers drop tabs and line ends before they read an address, and take \ for /.
  if (text === null || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(text)) return null;
  if (!URL.canParse(text, OWN)) return null;
  const url = new URL(text, OWN);
  if (url.origin !== OWN || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search;
}

/** The path with a parameter set. */
export function withParam(path: string, name: string, value: string): string {
  const url = new URL(path, OWN);
  url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/**
 * The page a request belongs to, without what Remix adds to addresses: its own for reading; for a
 * form the page the form stands on, which a form with an address of its own tells only by Referer.
 */
export function pageOf(request: Request): string {
  const own = new URL(request.url);
  const from = request.headers.get("Referer");
  const host = request.headers.get("Host") ?? own.host;
  if (request.method === "GET" || from === null || !URL.canParse(from)) return cleaned(own);
  const page = new URL(from);
  return page.host === host ? cleaned(page) : cleaned(own);
}

function cleaned(url: URL): string {
  const search = new URLSearchParams(url.search);
  search.delete("_routes");
  if (search.get("index") === "") search.delete("index");
  const query = search.toString();
  const path = url.pathname.replace(/\/_root\.data$/, "/").replace(/\.data$/, "");
  return query === "" ? path : `${path}?${query}`;
}
