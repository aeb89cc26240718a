import { expect, test } from "vitest";
import { maskLongNumbers } from "~/domain/shared/masking";

test("a sample cell shows no number of seven digits or more, however it is written", () => {
  const cells = [
    "532324197909085558",
    " 532324 199302060273 ",
    "５３２３２４１９９３０８０９７２２９",
    "'53232419691002052x",
    "86-15912792472",
    "联系人13800001234，备用1380000",
  ];
  for (const cell of cells) expect(maskLongNumbers(cell)).not.toMatch(/[0-9０-９]{7,}/);
  expect(maskLongNumbers("532324197909085558")).toBe("532324********5558");
});

test("names, places and dates stay as they are", () => {
  for (const cell of [
    "沙马·尔布",
    "南华县沙桥镇新村村委会10组",
    "2020年6月1日至6月15日",
    "2020.6.8-2020.6.22",
  ]) {
    expect(maskLongNumbers(cell)).toBe(cell);
  }
});
