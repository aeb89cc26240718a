import { describe, expect, test } from "vitest";
import { completionBlockers, resultForm, sharedCertificates } from "~/domain/training/completion";
import { readPastedNumbers } from "~/domain/training/pasted-certificates";

const LINE = "00000000-0000-7000-8000-000000000001";
const row = {
  ...{ lineId: LINE, version: "0", result: "PASSED", certificateKind: "TRAINING" },
  ...{ certificateNo: "Y2020001", issuedOn: "2020年6月15日" },
};

describe("a result", () => {
  test("is read with its certificate; without one it needs only the word", () => {
    expect(resultForm.parse(row)).toMatchObject({ version: 0, issuedOn: "2020-06-15" });
    const plain = { ...row, certificateKind: "", certificateNo: "", issuedOn: "" };
    expect(resultForm.parse({ ...plain, result: "FAILED" })).toMatchObject({ issuedOn: null });
  });

  test.each([
    [{ result: "" }, "请先选结业结果"],
    [{ certificateKind: "" }, "请选证书类别"],
    [{ certificateNo: "" }, "请填证书编号"],
    [{ result: "FAILED" }, "只有合格的学员才登记证书"],
    [{ issuedOn: "去年" }, "发证日期请写成"],
    [{ certificateNo: "1".repeat(41) }, "不超过 40 个字"],
  ])("refuses %o", (change, message) => {
    const parsed = resultForm.safeParse({ ...row, ...change });
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});

test("a certificate number is shared only within its kind, in whatever width it is written", () => {
  const rows = [
    { lineId: "a", certificateKind: "TRAINING", certificateNo: "y1" },
    { lineId: "b", certificateKind: "TRAINING", certificateNo: "Ｙ１" },
    { lineId: "c", certificateKind: "SKILL_LEVEL", certificateNo: "Y1" },
    { lineId: "d", certificateKind: "TRAINING", certificateNo: "" },
    { lineId: "e", certificateKind: "TRAINING", certificateNo: "" },
  ];
  expect([...sharedCertificates(rows)]).toEqual([
    ["a", ["b"]],
    ["b", ["a"]],
  ]);
});

describe("what keeps a class from being completed", () => {
  const ready = {
    ...{ completedOn: "2020-06-15", today: "2020-06-15", headcount: 2 },
    withoutResult: [],
    sessions: [{ heldOn: "2020-06-15", unmarked: 0 }],
  };
  const kinds = (change: Partial<Parameters<typeof completionBlockers>[0]>) =>
    completionBlockers({ ...ready, ...change }).map(({ kind }) => kind);

  test("is nothing on the day of the last session, when all is said", () =>
    expect(kinds({})).toEqual([]));
  test("is the day before the last session, and tomorrow", () => {
    expect(kinds({ completedOn: "2020-06-14" })).toEqual(["beforeLastSession"]);
    expect(kinds({ completedOn: "2020-06-16" })).toEqual(["inFuture"]);
  });
  test("is every missing thing at once", () => {
    expect(kinds({ headcount: 0, sessions: [] })).toEqual(["nobody", "noSessions"]);
    const sessions = [2, 0, 1].map((unmarked) => ({ heldOn: "2020-06-15", unmarked }));
    expect(completionBlockers({ ...ready, withoutResult: [7], sessions })).toEqual([
      { kind: "resultsMissing", lineNos: [7] },
      { kind: "attendanceMissing", sessions: 2, marks: 3 },
    ]);
  });
});

describe("a pasted column", () => {
  const lines = ["沙马阿依", "吉克尔布", "沙马阿依"].map((name, at) => ({
    lineId: String(at),
    name,
  }));

  test("of numbers alone goes by the order of the roster, an empty row for none", () => {
    const read = readPastedNumbers("Y1\r\n\r\nY3\r\n", lines);
    expect(read.ok && [...read.numbers]).toEqual([
      ["0", "Y1"],
      ["1", ""],
      ["2", "Y3"],
    ]);
  });

  test("of another length is refused, as nobody knows whose number is missing", () => {
    expect(readPastedNumbers("Y1\nY2", lines)).toMatchObject({ ok: false });
    expect(readPastedNumbers("Y1\nY2\nY3\nY4", lines)).toMatchObject({ ok: false });
  });

  test("with names goes by the name, and says which row it cannot place", () => {
    const read = readPastedNumbers("吉克尔布\tY2\n", lines);
    expect(read.ok && [...read.numbers]).toEqual([["1", "Y2"]]);
    const message = (text: string) => {
      const refused = readPastedNumbers(text, lines);
      return refused.ok ? "" : refused.message;
    };
    expect(message("吉克尔布\tY2\n沙马阿依\tY1")).toContain("第 2 行：名册上有 2 个");
    expect(message("无此人\tY1")).toContain("名册上没有“无此人”");
    expect(message("吉克尔布\tY2\n吉克尔布\tY3")).toContain("粘贴了两次");
    expect(message("532323199001010022\tY2")).not.toContain("199001010022");
  });
});
