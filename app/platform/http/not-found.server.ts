/** For what does not exist and for what lies outside the reader's region: the two look alike. */
export function notFound(): Response {
  return plain("没有找到：可能已经撤销，也可能不在您的地区范围内。", 404);
}

/** For what the reader may see, but not do. */
export function forbidden(): Response {
  return plain("您没有办理这一项的权限。", 403);
}

/** Pages draw their own; the words stand alone where a file was asked for. */
function plain(words: string, status: number): Response {
  return new Response(words, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
