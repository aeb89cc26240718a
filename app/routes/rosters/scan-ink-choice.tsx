import type { ReviewCell } from "~/data/evidence/scan-review-view.server";
import {
  CELL_DECISION_LABELS,
  CELL_PROPOSAL_LABELS,
  decisionOf,
  type CellDecision,
} from "~/domain/evidence/cell-decision";
import { useStartValue } from "~/ui/forms/form-feedback";
import { cellName } from "./scan-cell-name";

const CHOICES: readonly CellDecision[] = ["present", "missing"];

interface InkChoiceProps {
  readonly lineId: string;
  readonly cell: ReviewCell;
  /** Which cell, e.g. 3 号 李开翠 签字. */
  readonly label: string;
  /** What was decided before; null leaves the choice to the proposal. */
  readonly chosen: CellDecision | null;
}

/** Is the ink there or not; what the reading is not sure about begins without a choice. */
export function InkChoice({ lineId, cell, label, chosen }: InkChoiceProps) {
  const name = cellName(lineId, cell.element);
  const start = useStartValue(name, chosen ?? decisionOf(cell.proposed) ?? undefined);
  const isDoubtful = cell.proposed === "doubtful" && chosen === null;
  return (
    <fieldset data-ink={lineId} className="flex flex-wrap items-center gap-x-3">
      <legend className="sr-only">{label}</legend>
      <input type="hidden" name="line" value={lineId} />
      {CHOICES.map((choice) => (
        <label key={choice} className="flex min-h-[2.5rem] items-center gap-1 md:min-h-[1.5rem]">
          <input
            type="radio"
            name={name}
            value={choice}
            defaultChecked={start === choice}
            className="h-4 w-4 border-gray-500"
          />
          {CELL_DECISION_LABELS[choice]}
        </label>
      ))}
      <span
        className={isDoubtful ? "text-xs font-medium text-amber-700" : "text-xs text-slate-600"}
      >
        {isDoubtful ? "看不准，请选" : `建议 ${CELL_PROPOSAL_LABELS[cell.proposed]}`}
      </span>
    </fieldset>
  );
}
