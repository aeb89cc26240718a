import { expect, test } from "vitest";
import { className, trainingClassForm } from "~/domain/training/training-class";

const FILLED = {
  countyCode: "532323",
  name: " 家政服务员 ",
  term: "第3期",
  trade: "家政服务员",
  place: "",
  providerName: "",
  startsOn: "2020年6月1日",
  endsOn: "20200615",
};

function problems(changes: Partial<typeof FILLED>): string[] {
  const parsed = trainingClassForm.safeParse({ ...FILLED, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
}

test("days are read as people write them, texts are trimmed", () => {
  expect(trainingClassForm.parse(FILLED)).toMatchObject({
    name: "家政服务员",
    startsOn: "2020-06-01",
    endsOn: "2020-06-15",
  });
});

test("place and provider may follow later; the rest is asked for by name", () => {
  expect(problems({ name: " ", term: "", trade: "", countyCode: "" })).toEqual([
    "请选择县（市、区）",
    "请填写培训班名称",
    "请填写期次",
    "请填写培训工种",
  ]);
});

test("a class may end on its first day, but not the day before", () => {
  expect(problems({ endsOn: "2020-06-01" })).toEqual([]);
  expect(problems({ endsOn: "2020-05-31" })).toEqual(["结业日期不能早于开班日期"]);
});

test("a day that the calendar has not is refused with the way to write it", () => {
  expect(problems({ startsOn: "2020-02-30" })).toEqual(["开班日期请写成 2020-06-01 的样子"]);
});

test("a name has at most forty characters", () => {
  expect(problems({ name: "家".repeat(40) })).toEqual([]);
  expect(problems({ name: "家".repeat(41) })).toEqual(["培训班名称不超过 40 个字"]);
});

test("a class is called by name and term", () => {
  expect(className({ name: "家政服务员", term: "第3期" })).toBe("家政服务员（第3期）");
});
