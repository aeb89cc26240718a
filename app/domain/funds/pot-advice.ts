import { yuanText, type Fen } from "../shared/fen";
import { CLOSURE_STEP_LABELS, type ClosureStepKind } from "./pot";

/** How a pot stands, as far as it tells what is to be done next. */
export interface PotState {
  readonly isVoided: boolean;
  readonly isClosed: boolean;
  readonly isLocked: boolean;
  /** Its year is over and nothing has freed its rest. */
  readonly isYearOver: boolean;
  readonly hasFinalAccounts: boolean;
  /** Money due that has not come. */
  readonly overdueFen: Fen;
  readonly leftFen: Fen;
  readonly receivedFen: Fen;
  /** Has come and is neither spent nor carried over, and what of it lies too long. */
  readonly lyingFen: Fen;
  readonly idleFen: Fen;
  /** Null: no limit is known. */
  readonly idleDays: number | null;
  readonly pendingSpending: number;
  readonly pendingAdjustments: number;
  readonly closureBegun: boolean;
  readonly nextStep: ClosureStepKind | null;
}

export interface PotAdvice {
  readonly tone: "info" | "warning";
  readonly text: string;
}

/** What is to be done next with a pot, and by whom, in one sentence. */
export function potAdvice(pot: PotState): PotAdvice {
  const over = endOf(pot);
  if (over !== null) return { tone: "info", text: over };
  if (pot.isLocked) {
    return {
      tone: "warning",
      text: "这是结转资金，责任单位不得自行安排；州市以上的决定文件下达并报备上海后，由协作办登记解锁，解锁前不能支出。",
    };
  }
  if (pot.pendingSpending > 0) {
    return todo(`有 ${pot.pendingSpending} 笔支出待审核，由登记人以外的审核人员核对凭证。`);
  }
  if (pot.pendingAdjustments > 0) {
    return todo(
      `有 ${pot.pendingAdjustments} 项项目调整待办理，由提出人以外的审核人员备案或审批。`,
    );
  }
  if (pot.hasFinalAccounts) return todo(afterAccounts(pot));
  if (pot.isYearOver && pot.leftFen > 0) {
    return {
      tone: "warning",
      text: `项目年度已经结束，剩余 ${yuanText(pot.leftFen)}自动锁定，不能再登记支出；请财务登记结转，由上级决定后使用。本年度的补贴仍可申领。`,
    };
  }
  if (pot.overdueFen > 0) {
    return {
      tone: "warning",
      text: `有 ${yuanText(pot.overdueFen)}超过拨付期限没有到账，请财务催拨；已经到账的登记到账。`,
    };
  }
  if (pot.receivedFen === 0) {
    return todo("还没有登记到账；收到资金后，由财务凭收款凭证登记，并写明接函日期。");
  }
  if (pot.idleFen > 0) {
    const days = pot.idleDays === null ? "" : `满 ${pot.idleDays} 天`;
    return {
      tone: "warning",
      text: `有 ${yuanText(pot.idleFen)}到账${days}没有支出，请加快拨付使用。`,
    };
  }
  if (pot.closureBegun && pot.nextStep !== null) {
    return todo(`正在收尾，下一步登记${CLOSURE_STEP_LABELS[pot.nextStep]}。`);
  }
  return pot.leftFen === 0
    ? todo("资金已全部安排；项目完成后按决算、绩效、档案、审计、验收的顺序登记收尾。")
    : todo(
        "转移就业资金通过补贴申领发放；确需直接支出的写明理由、凭凭证登记，年底没有用完的登记结转。",
      );
}

function afterAccounts({ lyingFen, nextStep }: PotState): string {
  const rest =
    lyingFen > 0
      ? `还有 ${yuanText(lyingFen)}到账没有支出，年度结束后（12 月 31 日起）由财务登记结转，验收前办完。`
      : "";
  const next = nextStep === null ? "" : `收尾下一步登记${CLOSURE_STEP_LABELS[nextStep]}。`;
  return `已登记项目决算报告，收支、进度和调整不再变动；确需更正的，先从收尾的最后一步起作废。${rest}${next}`;
}

function endOf({ isVoided, isClosed }: PotState): string | null {
  if (isVoided) return "这个资金项目已作废，不计入任何合计，也不能再登记。";
  return isClosed ? "项目已通过验收并收尾，不再登记收支和调整。" : null;
}

const todo = (text: string): PotAdvice => ({ tone: "info", text });
