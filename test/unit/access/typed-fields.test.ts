import { expect, test } from "vitest";
import { readTypedFields } from "~/platform/http/typed-fields.server";

function posted(body: BodyInit): Request {
  return new Request("http://127.0.0.1/form", { method: "POST", body });
}

test("typed texts are kept, passwords are not", async () => {
  const body = new URLSearchParams({ name: "张三", currentPassword: "secret", note: "a\nb" });
  expect(await readTypedFields(posted(body))).toEqual({ name: "张三", note: "a\nb" });
});

test("of an upload only the texts are kept, in whatever order they come", async () => {
  const form = new FormData();
  form.set("classId", "0197");
  form.set("file", new File(["x".repeat(3_000_000)], "花名册.xlsx"));
  form.set("note", "第三期");
  expect(await readTypedFields(posted(form))).toEqual({ classId: "0197", note: "第三期" });
});

test("a text longer than any form gives nothing, 200,000 characters are still kept", async () => {
  const long = (length: number) => posted(new URLSearchParams({ n: "x".repeat(length) }));
  expect(Object.keys(await readTypedFields(long(199_999)))).toEqual(["n"]);
  expect(await readTypedFields(long(200_001))).toEqual({});
});

test("what is no form, or is cut off, gives nothing and throws nothing", async () => {
  expect(await readTypedFields(posted("{}"))).toEqual({});
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  const cut = new Request("http://127.0.0.1/", { method: "POST", headers, body: "--x\r\nContent" });
  expect(await readTypedFields(cut)).toEqual({});
});
