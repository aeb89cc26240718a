import { expect, test } from "vitest";
import { gateWarnings, type DoubtFacts } from "~/domain/evidence/gate-warnings";

const SOUND: DoubtFacts = {
  classId: "c",
  findings: [],
  ...{ mediaUnexplained: 0, mediaDoubtful: 0 },
  lateAttendance: { sessions: 0, mostDays: 0 },
};
const warned = (change: Partial<DoubtFacts>) =>
  gateWarnings({ ...SOUND, ...change }).map(({ message, to }) => [message, to]);

test("nothing is said of a class that nothing speaks against", () => {
  expect(warned({})).toEqual([]);
});

test("[R25] what stands against the class as filed is before the eyes of whoever seals", () => {
  expect(warned({ findings: ["开班后才批准"] })).toEqual([["开班后才批准", "/classes/c"]]);
});

test("[R06] attendance written down on a later day is said to be", () => {
  expect(warned({ lateAttendance: { sessions: 2, mostDays: 9 } })).toEqual([
    ["有 2 次课的考勤不是上课当天登记的，最晚的在课后 9 天", "/classes/c/sessions"],
  ]);
});

test("[R04] pictures that their camera speaks against, and likenesses that nobody explained", () => {
  expect(warned({ mediaDoubtful: 1, mediaUnexplained: 2 })).toEqual([
    ["有 1 份影像的拍摄时间、地点与课次不符或没有拍摄信息", "/classes/c/media"],
    ["有 2 处影像与其他影像相同或近似，还没有说明", "/classes/c/media"],
  ]);
});
