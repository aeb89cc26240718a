import { expect, test } from "vitest";
import { pageOf, toOwnPath, withParam } from "~/platform/http/own-path.server";

test.each(["/", "/rosters?page=2", "/rosters/0197/lines", "/people?name=%E5%BC%A0"])(
  "%s is a path of ours",
  (path) => expect(toOwnPath(path)).toBe(path),
);

test.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "\\\\evil.example",
  "/\t/evil.example/",
  "/\n/evil.example",
  "/x\\..\\..\\evil.example",
  "/..//evil.example/",
  "/.//evil.example/",
  "javascript:alert(1)",
  "rosters",
  "",
])("%j leads nowhere", (text) => expect(toOwnPath(text)).toBeNull());

test("no path at all leads nowhere", () => {
  expect(toOwnPath(null)).toBeNull();
});

test("a parameter is set once, whatever stood there before", () => {
  expect(withParam("/rosters?draft=a&page=2", "draft", "b")).toBe("/rosters?draft=b&page=2");
});

test("reading a page, or its data, belongs to the page without what Remix adds", () => {
  const at = (url: string) => pageOf(new Request(`http://127.0.0.1${url}`));
  expect(at("/rosters?page=2")).toBe("/rosters?page=2");
  expect(at("/rosters.data?page=2&_routes=root")).toBe("/rosters?page=2");
  expect(at("/_root.data")).toBe("/");
});

test("a form belongs to the page it stands on, unless another site says so", () => {
  const posted = (referer: string) =>
    pageOf(
      new Request("http://127.0.0.1:3000/account/text-size?index", {
        method: "POST",
        headers: { Referer: referer },
      }),
    );
  expect(posted("http://127.0.0.1:3000/rosters/new?class=1")).toBe("/rosters/new?class=1");
  expect(posted("http://evil.example/rosters/new")).toBe("/account/text-size");
});
