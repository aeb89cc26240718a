import { describe, expect, test } from "vitest";
import { findTable } from "~/domain/rosters/find-table";
import { postLayout } from "~/domain/rosters/layouts/post";
import { otherTermsFindings } from "~/domain/rosters/post-findings";
import { postTexts } from "~/domain/rosters/post-sheet";
import {
  postDifferences,
  standingFindings,
  type KnownPost,
} from "~/domain/rosters/post-differences";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "#test/builders/id-card-number";
import { checkedPost, postColumns, type PostCells } from "#test/builders/post-row";
import { sheet } from "#test/builders/sheet-row";

const kindsOf = (...asked: Parameters<typeof checkedPost>) =>
  checkedPost(...asked).findings.map(({ severity, kind }) => `${severity} ${kind}`);
const said = (cells: PostCells, kind: string) => {
  const found = checkedPost(cells).findings.find((one) => one.kind === kind);
  return `${found?.column ?? ""}：${found?.message ?? ""}`;
};

describe("the headers of a roster of posts", () => {
  test("months are told apart, whatever word stands for the signature", () => {
    const headers = [
      "姓名",
      "身份证号",
      "岗位",
      "4月签收",
      "５月签字",
      "6月份签名",
      "十一月签领",
      "12月签收",
    ];
    const { table } = findTable([sheet("名册", [headers])], postLayout);
    expect(table?.columns.map(({ key }) => key)).toEqual([
      ...["name", "idCardNumber", "title", "receipt4", "receipt5", "receipt6", "receipt11"],
      "receipt12",
    ]);
  });

  test("a number before a header is still no part of it", () => {
    const { table } = findTable(
      [sheet("名册", [["1、姓名", "2.身份证号", "3 岗位名称"]])],
      postLayout,
    );
    expect(table?.columns.map(({ key }) => key)).toEqual(["name", "idCardNumber", "title"]);
  });

  test("the line above them names the fund", () => {
    const rows = [["武定县2020年名册"], ["资金来源：沪滇劳务协作"], ["姓名", "身份证号", "岗位"]];
    const { table } = findTable([sheet("名册", rows)], postLayout);
    expect(table?.title.fundSource).toBe("沪滇劳务协作");
  });
});

describe("[R12] the term of a line", () => {
  test("a sound line has nothing to remark on; six months to the day fit, three as well", () => {
    expect(kindsOf()).toEqual([]);
    expect(kindsOf({ endsOn: "2020-06-30" })).toEqual([]);
  });

  test("a day more than six months is refused, and the latest day is named", () => {
    expect(kindsOf({ endsOn: "2020-10-01" })).toEqual(["refused term-too-long"]);
    expect(said({ endsOn: "2020-12-31" }, "term-too-long")).toContain(
      "聘用结束：聘用期超过 6 个月",
    );
    expect(said({ endsOn: "2020-12-31" }, "term-too-long")).toContain("最晚到 2020-09-30");
  });

  test("a day less than three months needs a reason, in its column or in the note", () => {
    const short = { endsOn: "2020-06-29" };
    expect(kindsOf(short)).toEqual(["refused term-short", "refused short-reason-missing"]);
    expect(kindsOf({ ...short, shortReason: "路段完工" })).toEqual(["warning term-short"]);
    const noted = checkedPost({ ...short, note: "路段完工" });
    expect(noted.fields.shortReason).toBe("路段完工");
    expect(noted.findings.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(checkedPost({ note: "党员" }).fields.shortReason).toBe("");
  });

  test("the reason is asked for under the note where the file has no column for it", () => {
    const short = { endsOn: "2020-05-31" };
    const under = checkedPost(short, {}, ["shortReason"]).findings;
    expect(under.map(({ column }) => column)).toEqual(["聘用结束", "备注"]);
    const nowhere = checkedPost(short, {}, ["shortReason", "note"]).findings;
    expect(nowhere[1]?.message).toContain("加上一栏");
  });

  test("days that are not, run backwards, or have not come are refused", () => {
    expect(kindsOf({ endsOn: "" })).toEqual(["refused term-unreadable"]);
    expect(kindsOf({ endsOn: "2020-03-31" })).toEqual(["refused term-backwards"]);
    expect(
      kindsOf({ startsOn: "2020-09-11", endsOn: "2021-03-10", receipt4: "", receipt5: "" }),
    ).toEqual(["refused start-in-future"]);
    const today = { startsOn: "2020-09-10", endsOn: "2021-03-09", receipt4: "", receipt5: "" };
    expect(kindsOf(today)).toEqual([]);
  });

  test("an early leaving lies within the term and has come", () => {
    expect(checkedPost({ leftOn: "2020-07-15" }).fields.leftOn).toBe("2020-07-15");
    expect(kindsOf({ leftOn: "2020-03-31" })).toEqual(["refused leaving-wrong"]);
    expect(kindsOf({ leftOn: "2020-09-11" })).toEqual(["refused leaving-wrong"]);
    expect(kindsOf({ leftOn: "2020-09-10" })).toEqual([]);
  });

  test("sixteen on the first day, and not a day younger", () => {
    const born = (on: string) => ({ idCardNumber: idNumberOf("532329", on, 563) });
    expect(kindsOf(born("2004-04-01"))).toEqual([]);
    expect(kindsOf(born("2004-04-02"))).toEqual(["refused under-age"]);
  });
});

describe("the rate", () => {
  test.each([
    ["", "refused rate-missing"],
    ["八百", "refused rate-missing"],
    ["0", "refused rate-zero"],
    ["199.99", "warning rate-implausible"],
    ["5000.01", "warning rate-implausible"],
  ])("%s: %s", (monthlyRate, finding) => expect(kindsOf({ monthlyRate })).toEqual([finding]));

  test("of what a post is paid says nothing", () => {
    for (const monthlyRate of ["200", "5000", "800元/月"])
      expect(kindsOf({ monthlyRate })).toEqual([]);
    expect(checkedPost({ monthlyRate: "800.5" }).fields.monthlyRateFen).toBe(80_050);
  });
});

describe("[R05] the receipts that a file states", () => {
  const june = { lastSigned: "2020-06" };

  test("a month of the term that others have signed for and he has not is named", () => {
    expect(kindsOf({}, june)).toEqual(["warning receipt-missing"]);
    const [missing] = checkedPost({}, june).findings;
    expect(missing).toMatchObject({ column: "6月签收", sheetRow: 4 });
    expect(missing?.message).toContain("2020年6月在聘用期内，没有签收");
    expect(kindsOf({ receipt4: "" })).toEqual(["warning receipt-missing"]);
  });

  test("a month that nobody signed for, that is not over, or that the file does not speak for is not missed", () => {
    expect(kindsOf({ receipt6: "" })).toEqual([]);
    const inJune = { ...june, today: day("2020-06-30") };
    expect(kindsOf({}, inJune)).toEqual([]);
    expect(kindsOf({}, { ...inJune, today: day("2020-07-01") })).toEqual([
      "warning receipt-missing",
    ]);
    expect(kindsOf({}, { ...june, cutOffOn: day("2020-06-29") })).toEqual([]);
    expect(kindsOf({}, { ...june, cutOffOn: day("2020-06-30") })).toEqual([
      "warning receipt-missing",
    ]);
    expect(kindsOf({}, june, ["receipt6"])).toEqual([]);
  });

  test("after an early leaving nothing is missed, and a signature is out of place", () => {
    expect(kindsOf({ leftOn: "2020-05-31" }, june)).toEqual([]);
    expect(kindsOf({ leftOn: "2020-04-30" }, june)).toEqual(["warning receipt-outside-term"]);
    expect(said({ receipt3: "已签" }, "receipt-outside-term")).toContain(
      "3月签收：2020年3月不在聘用期内",
    );
  });

  test("the year is that of the term, also over New Year", () => {
    const winter = { startsOn: "2019-11-01", endsOn: "2020-04-30", receipt5: "", receipt4: "" };
    const cells = { ...winter, receipt11: "已签", receipt12: "√", receipt1: "是" };
    expect(checkedPost(cells).fields.statedReceipts).toEqual(["2019-11", "2019-12", "2020-01"]);
  });

  test("his own name is his signature, another's is none, and words nobody understands are asked about", () => {
    expect(checkedPost({ receipt4: "罗志荣" }).fields.statedReceipts).toEqual([
      "2020-04",
      "2020-05",
    ]);
    expect(kindsOf({ receipt4: "代领" })).toEqual(["warning receipt-unreadable"]);
    expect(checkedPost({ receipt4: "未签" }).fields.statedReceipts).toEqual(["2020-05"]);
  });
});

const KNOWN: KnownPost = {
  ...{ id: "1", state: "confirmed", township: "狮山镇", village: "新村村委会", title: "护林员" },
  ...{
    employer: "",
    fundSource: "沪滇劳务协作",
    monthlyRateFen: 80_000,
    shortReason: "",
    note: "",
  },
  ...{ endsOn: day("2020-09-30"), leftOn: null, receipts: ["2020-04", "2020-05"] },
  ...{ paidMonth: null, paidRateFen: null, quotaId: null, quotaRateFen: null },
};

describe("a line against the post on record", () => {
  const differs = (cells: PostCells, known: Partial<KnownPost> = {}) =>
    postDifferences(checkedPost(cells), { ...KNOWN, ...known }).map(({ label }) => label);
  const stands = (cells: PostCells, known: Partial<KnownPost>) =>
    standingFindings(checkedPost(cells), { ...KNOWN, ...known }, postColumns().columns.header).map(
      ({ severity, kind }) => `${severity} ${kind}`,
    );

  test("the same says nothing, and neither do blank cells", () => {
    expect(differs({})).toEqual([]);
    expect(differs({ township: "", village: "", receipt5: "" })).toEqual([]);
  });

  test("end, rate, title and further receipts are told by name", () => {
    const cells = { endsOn: "2020-08-31", monthlyRate: "1000", title: "护路员", receipt6: "已签" };
    expect(differs(cells)).toEqual(["岗位名称", "聘用结束", "月补贴标准", "签收月份"]);
    const [receipts] = postDifferences(checkedPost({ receipt6: "已签" }), KNOWN);
    expect(receipts?.given).toBe("2020年4月、2020年5月、2020年6月");
  });

  test("wages handed in stay within the post and its rate, whoever decides", () => {
    const paid = { paidMonth: day("2020-08-01"), paidRateFen: 80_000 };
    expect(stands({ endsOn: "2020-08-01" }, paid)).toEqual([]);
    expect(stands({ endsOn: "2020-07-31" }, paid)).toEqual(["refused paid-after-end"]);
    expect(stands({ monthlyRate: "799" }, paid)).toEqual(["refused paid-above-rate"]);
    expect(stands({ monthlyRate: "801" }, { quotaRateFen: 80_000 })).toEqual([
      "refused rate-above-quota",
    ]);
  });

  test("a leaving on record stays within the term; a proposal is not confirmed by a file", () => {
    const left = { leftOn: day("2020-08-15") };
    expect(stands({ endsOn: "2020-08-15" }, left)).toEqual([]);
    expect(stands({ endsOn: "2020-08-14" }, left)).toEqual(["refused leaving-after-end"]);
    expect(stands({}, { state: "proposed" })).toEqual(["warning still-proposed"]);
  });
});

describe("two posts of one person in a file", () => {
  const kinds = (startsOn: string, endsOn: string) =>
    otherTermsFindings(
      checkedPost(),
      { startsOn: day(startsOn), endsOn: day(endsOn) },
      {
        others: [{ sheetRow: 9, startsOn: day("2020-01-01"), endsOn: day("2020-04-30") }],
        gapDays: 30,
      },
      postColumns().columns.header,
    ).map(({ severity, kind }) => `${severity} ${kind}`);

  test("overlap by a day is refused, the day after is not", () => {
    expect(kinds("2020-04-30", "2020-06-30")).toEqual(["refused two-posts-in-file"]);
    expect(kinds("2020-05-01", "2020-06-30")).toEqual([]);
  });

  test("together longer than six months with at most thirty days between, they are a chain", () => {
    expect(kinds("2020-05-01", "2020-07-31")).toEqual(["warning chain"]);
    expect(kinds("2020-05-31", "2020-08-31")).toEqual(["warning chain"]);
    expect(kinds("2020-06-01", "2020-08-31")).toEqual([]);
  });
});

test("an export's cells come back as the same line", () => {
  const { fields, values, note } = checkedPost({
    receipt7: "已签",
    note: "夜班",
    leftOn: "2020-08-31",
  });
  const line = { ...fields, name: "罗志荣", note, receipts: fields.statedReceipts };
  const texts = postTexts(
    { ...line, monthlyRateFen: 80_000, startsOn: "2020-04-01", endsOn: "2020-09-30" },
    { idCardNumber: values.idCardNumber ?? "", phone: values.phone ?? "" },
    1,
  );
  expect(checkedPost(texts)).toMatchObject({ fields, note, values });
});
