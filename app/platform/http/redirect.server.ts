/** An answer that sends the browser to a path of this product (302: the next request is a GET). */
export function redirectTo(path: string): Response {
  return new Response(null, { status: 302, headers: { Location: path } });
}
