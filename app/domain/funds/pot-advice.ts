import { yuanText, type Fen } from "../shared/fen";
import { CLOSURE_STEP_LABELS, type ClosureStepKind } from "./pot";

/** How a pot stands, as far as it tells what is to be done next. */
export interface PotState {
  readonly isVoided: boolean;
  readonly isClosed: boolean;
  readonly isLocked: boolean;
  readonly leftFen: Fen;
  readonly receivedFen: Fen;
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
      text: "这是结转资金，责任单位不得自行安排；州市以上的决定文件下达后，由协作办登记解锁，解锁前不能支出。",
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
    : todo("补贴通过补贴申领发放，其他支出凭凭证登记；年底没有用完的登记结转。");
}

function endOf({ isVoided, isClosed }: PotState): string | null {
  if (isVoided) return "这个资金项目已作废，不计入任何合计，也不能再登记。";
  return isClosed ? "项目已通过验收并收尾，不再登记收支和调整。" : null;
}

const todo = (text: string): PotAdvice => ({ tone: "info", text });
