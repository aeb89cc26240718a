import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  parsePovertyStatus,
  POVERTY_STATUS_LABELS,
  POVERTY_STATUSES,
} from "~/domain/people/poverty-status";
import { sameName, similarNumbers } from "~/domain/people/same-person";
import { anyIdNumber } from "#test/builders/id-card-number";

describe("numbers that may belong to one person", () => {
  test("one digit, two digits or two swapped neighbours are a slip; three digits are not", () => {
    const number = "532324198005055631";
    expect(similarNumbers(number, "532324198005055632")).toBe("one-digit");
    expect(similarNumbers(number, "532325198005055632")).toBe("two-digits");
    expect(similarNumbers(number, "532324198005056531")).toBe("swapped");
    expect(similarNumbers(number, "532325198006055632")).toBeNull();
    expect(similarNumbers(number, number)).toBeNull();
    expect(similarNumbers(number, number.slice(1))).toBeNull();
  });

  test("it does not matter which of the two is the known one", () => {
    fc.assert(
      fc.property(anyIdNumber, anyIdNumber, (a, b) => {
        expect(similarNumbers(a, b)).toBe(similarNumbers(b, a));
      }),
    );
  });

  test("names are the same whatever blanks and dots they are written with", () => {
    expect(sameName("沙马·尔布", " 沙马 •尔布")).toBe(true);
    expect(sameName("王仙", "王山")).toBe(false);
  });
});

describe("[R01] categories of the poverty registry", () => {
  test("every label is read back as its category", () => {
    for (const status of POVERTY_STATUSES) {
      expect(parsePovertyStatus(POVERTY_STATUS_LABELS[status])).toBe(status);
    }
  });

  test.each([
    ["脱贫不稳定", "UNSTABLE_EXIT"],
    ["边缘易致贫人口", "AT_RISK"],
    ["突发严重困难", "SUDDEN_HARDSHIP"],
    [" 已脱贫户", "LIFTED"],
    ["脱贫户", "LIFTED"],
    ["贫困户", "REGISTERED_POOR"],
    ["已脱贫（享受政策）", "LIFTED"],
  ])("%s", (text, status) => {
    expect(parsePovertyStatus(text)).toBe(status);
  });

  test.each(["", "一般农户", "否", "不详"])("%j is no category", (text) => {
    expect(parsePovertyStatus(text)).toBeNull();
  });
});
