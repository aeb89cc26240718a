import {
  clawBack,
  drawFromClass,
  enterUnitAccount,
  enterWorkBesideClass,
  expectPot,
  namesOf,
  openPot,
  payAll,
  sumOf,
  takeOutWhoBars,
} from "./claim-steps";
import { press } from "./steps";
import { expect, test, type OpenAs } from "./visitors";

/** From the sealed class of 牟定县 to a claim that is paid and partly clawed back. */
export async function claimWay(openAs: OpenAs, className: string): Promise<void> {
  const officer = await openAs("mouding");
  const reviewer = await openAs("mouding-shenhe");
  const finance = await openAs("zhoucai");
  const bureau = await openAs("chuxiong");
  const office = await openAs("xiezuo");
  const pot = await openPot(finance, "牟定县2020年技能培训补贴");
  const claim = await drawFromClass(officer, className, pot);
  await enterUnitAccount(finance, claim);
  await test.step("who may not be paid for is told with clause and figures, and taken out", () =>
    takeOutWhoBars(officer, claim));
  const { lines, yuan } = await sumOf(officer, claim);
  expect(lines).toBeGreaterThan(1);
  await test.step("handed in, reviewed, approved by both; only then is the money set aside", async () => {
    await officer.getByLabel(/^报送说明/).fill("2020 年的班，按年度补报；单位费用见合同。");
    await press(officer, "报送", "已报送，等复核人复核。");
    await reviewer.goto(claim);
    await press(reviewer, "复核通过", "已复核通过，等两个部门审批。");
    await bureau.goto(claim);
    await press(bureau, "人社部门批准", "人社部门已批准。");
    await expectPot(finance, pot, { committed: 0, spent: 0 });
    await office.goto(claim);
    await press(office, "扶贫（沪滇协作）部门批准", "扶贫（沪滇协作）部门已批准。");
    await expectPot(finance, pot, { committed: yuan, spent: 0 });
  });
  await test.step("paid by the bank's file, and spent in the pot", async () => {
    await payAll(finance, claim);
    await expectPot(finance, pot, { committed: yuan, spent: yuan });
  });
  await test.step("a later fact turns one paid line bad: proposed, confirmed by another, repaid", async () => {
    const [name = ""] = await namesOf(officer, claim);
    await enterWorkBesideClass(officer, name);
    await officer.goto(claim);
    await press(officer, "核查", "已核查");
    await clawBack(reviewer, finance, name);
    const left = yuan - yuan / lines;
    await expectPot(finance, pot, { committed: left, spent: left });
  });
}
