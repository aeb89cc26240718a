import { expect, test } from "vitest";
import { AFTER_WITHDRAWAL, CONSENT_PURPOSES } from "~/domain/evidence/consent";
import { BUILT_IN_NOTICES } from "~/domain/evidence/built-in-notices";
import { NOTICE_HEADINGS, noticeInForce, plainNotice } from "~/domain/evidence/notice";

const notice = (regionCode: string, version: number, inForceFrom: string) => ({
  ...{ regionCode, version, inForceFrom, purpose: "service" as const },
});
const find = (notices: ReturnType<typeof notice>[], on: string) =>
  noticeInForce(notices, "service", "532323", on);

test("[R02] the nearest area's notice holds, whatever the versions of those above", () => {
  const country = notice("000000", 9, "2020-01-01");
  const prefecture = notice("532300", 2, "2020-01-01");
  const county = notice("532323", 1, "2020-01-01");
  expect(find([country, prefecture, county], "2020-06-01")).toBe(county);
  expect(find([country, prefecture], "2020-06-01")).toBe(prefecture);
  expect(find([country, notice("530300", 3, "2020-01-01")], "2020-06-01")).toBe(country);
});

test("[R02] a version holds from its day and not the day before; the latest that has begun holds", () => {
  const first = notice("000000", 1, "2020-01-01");
  const second = notice("000000", 2, "2020-06-15");
  expect(find([first, second], "2020-06-14")).toBe(first);
  expect(find([first, second], "2020-06-15")).toBe(second);
  expect(find([first, second], "2019-12-31")).toBeNull();
  expect(find([notice("532300", 2, "2020-06-15"), first], "2020-06-14")).toBe(first);
});

test("a notice of another purpose never stands in", () => {
  expect(
    noticeInForce([notice("000000", 1, "2020-01-01")], "fingerprintImage", "532323", "2020-06-01"),
  ).toBeNull();
});

test("[R02] each purpose has its notice, and each says its seven things in plain words", () => {
  expect(BUILT_IN_NOTICES.map(({ purpose }) => purpose)).toEqual(CONSENT_PURPOSES);
  for (const one of BUILT_IN_NOTICES) {
    expect(one.sections.map(({ heading }) => heading)).toEqual(NOTICE_HEADINGS);
    expect(plainNotice(one)).toMatch(/撤回/);
    expect(plainNotice(one)).not.toMatch(/第[一二三四五六七八九十百0-9]+条|可靠的电子签名/);
  }
});

test("[R02] what stays after a withdrawal is said with how long and why", () => {
  for (const purpose of CONSENT_PURPOSES) expect(AFTER_WITHDRAWAL[purpose].stays).toMatch(/30 年/);
  expect(AFTER_WITHDRAWAL.service.stays).toContain("会计档案管理办法");
});
