import { viewPotCells } from "~/data/funds/pot-cell-view.server";
import type { Actor } from "~/domain/access/actor";
import { carryOverForm, potForm, releaseForm } from "~/domain/funds/pot-form";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { yuanText } from "~/domain/shared/fen";
import { now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { addPot, type AddPotRefusal } from "~/usecases/funds/add-pot.server";
import { carryOver, type CarryOverRefusal } from "~/usecases/funds/carry-over.server";
import {
  releaseCarryOver,
  type ReleaseCarryOverRefusal,
} from "~/usecases/funds/release-carry-over.server";
import { answerForm } from "./answer-form.server";
import { explainLetterDay } from "./letter-answer";
import { explainPot } from "./pot-refusals.server";

type Texts = Record<string, string>;

/** Answers the form of a new pot; area and year are those of the money chosen. */
export function answerNewPot(actor: Actor, form: FormData, today: CalendarDate) {
  return answerForm(form, potForm, async ({ cellId, isLabour, ...typed }, values) => {
    const cells = await viewPotCells(actor, Number(values["year"]), today);
    const cell = cells.find((one) => one.cellId === cellId);
    if (cell === undefined) return { errors: explainNew({ kind: "cellUnknown" }) };
    const { regionCode, year } = cell;
    const facts = { ...typed, regionCode, year, isLabour: isLabour === "yes" };
    const outcome = await addPot(actor, { cellId, facts }, now());
    return outcome.ok
      ? { to: `/funds/${outcome.value}?done=add` }
      : { errors: explainNew(outcome.refusal) };
  });
}

function explainNew(refusal: AddPotRefusal): Texts {
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "cellUnknown":
      return { form: "没有找到这笔下达资金，请返回重新选择" };
    case "year":
      return { form: `这笔资金是 ${refusal.year} 年的，请返回重新选择` };
    case "beyondCell":
      return { amountFen: `超过这笔资金的剩余数，最多 ${yuanText(refusal.leftFen)}` };
    case "reimbursementOfCounty":
      return { purpose: "报账资金只由州市本级设立，县级资金不能选这个用途" };
    case "otherOfLabour":
      return { purpose: "这是劳务协作资金，请选择贫困劳动力转移就业" };
    case "future":
    case "letterBeforeIssue":
    case "letterAfterReceipt":
    case "letterReason":
      return explainLetterDay(refusal);
    case "implementerReason":
      return { implementerReason: "实施单位在上海，请写明由上海实施的理由" };
  }
}

/** Answers the form that takes a pot's rest into a later year. */
export function answerCarryOver(actor: Actor, potId: string, form: FormData) {
  return answerForm(form, carryOverForm, async (rest) => {
    const outcome = await carryOver(actor, { potId, ...rest }, now());
    return outcome.ok
      ? { to: `/funds/${outcome.value}?done=carried` }
      : { errors: explainCarryOver(outcome.refusal) };
  });
}

function explainCarryOver(refusal: CarryOverRefusal): Texts {
  switch (refusal.kind) {
    case "year":
      return { year: "应为本项目年度之后、不晚于今年的年度" };
    case "yearNotOver":
      return { form: "项目年度还没有结束，12 月 31 日起才能登记结转" };
    case "beyondPot":
      return { amountFen: `超过可用资金，最多 ${yuanText(refusal.leftFen)}` };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}

/** Answers the form that frees carried-over money. */
export function answerRelease(actor: Actor, potId: string, form: FormData) {
  return answerForm(form, releaseForm, async (facts) => {
    const outcome = await releaseCarryOver(actor, { potId, facts }, now());
    return outcome.ok
      ? { to: `/funds/${potId}?done=release` }
      : { errors: explainRelease(outcome.refusal) };
  });
}

function explainRelease(refusal: ReleaseCarryOverRefusal): Texts {
  switch (refusal.kind) {
    case "notLocked":
      return { form: "这个项目没有锁定，不需要解锁" };
    case "notDecidedAbove":
      return { documentId: "只有本州市、本省和上海的决定文件可以解锁，县级和其他地区的不行" };
    case "beforeDecision":
      return { releasedOn: "解锁日期不能早于决定文件的发文日期；文件没有登记日期的，先补登日期" };
    case "noDecision":
      return { documentId: "这是系统自带的制度文件，不是对这笔结转资金的决定，请选择决定文件" };
    case "beforeCarryOver":
      return { documentId: `决定文件不能早于结转形成的日期 ${refusal.carriedOn}` };
    case "notReported":
      return { reportedOn: "结转资金须报备上海后才能解锁，请填写报备日期" };
    case "beforeReport":
      return { releasedOn: "解锁日期不能早于报备上海的日期" };
    case "future":
      return { releasedOn: "解锁日期不能晚于今天" };
    case "documentUnknown":
      return { documentId: "没有找到这个文件，请重新选择" };
    case "changedByOthers":
      return { form: "别人刚刚办理过，请重新载入本页" };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}
