/** For what does not exist and for what lies outside the reader's region: the two look alike. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** For what the reader may see, but not do. */
export function forbidden(): Response {
  return new Response(null, { status: 403 });
}
