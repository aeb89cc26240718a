import { amountText } from "~/domain/funds/allocation-amount";
import type { Balance, CheckedSum, Suspect } from "~/domain/funds/balance";
import { Notice } from "~/ui/display/notice";
import { fieldId } from "~/ui/forms/field-wiring";
import { jumpWithinPage } from "~/ui/jump-within-page";

interface BalanceNoticeProps {
  readonly balance: Balance;
  /** Of a form: the field of each figure that may be wrong. */
  readonly places?: Readonly<Record<string, string>>;
}

/** Whether every sum holds; else each that does not, and the one figure that is wrong where it can be told. */
export function BalanceNotice({ balance, places = {} }: BalanceNoticeProps) {
  const { sums, wrong, suspects } = balance;
  if (sums.length === 0) {
    return <Notice kind="warning">表上没有载明任何合计，无从核对，请逐格与文件核对。</Notice>;
  }
  if (wrong.length === 0) {
    return <Notice kind="success" live>{`核对了 ${sums.length} 处合计，全部相符。`}</Notice>;
  }
  return (
    <Notice kind="error" title={`${wrong.length} 处合计不符`} live>
      <ul className="list-disc pl-5">
        {wrong.map((sum) => (
          <li key={sum.key}>{sentenceOf(sum)}</li>
        ))}
      </ul>
      <Suspects suspects={suspects} places={places} />
    </Notice>
  );
}

function sentenceOf({ label, kind, stated, computed, unit }: CheckedSum): string {
  const [said, right] = [amountText(stated, unit), amountText(computed, unit)];
  if (kind === "share") return `${label}：表上 ${said}，按金额计算应为 ${right}`;
  const difference = amountText(Math.abs(computed - stated), unit);
  const way = computed > stated ? "多" : "少";
  return `${label}：表上 ${said}，各项相加 ${right}，相加${way} ${difference}`;
}

interface SuspectsProps {
  readonly suspects: readonly Suspect[];
  readonly places: Readonly<Record<string, string>>;
}

/** The figure's name; in a form it leads to its field. */
function Figure({ label, places }: { readonly label: string } & Pick<SuspectsProps, "places">) {
  const field = places[label];
  if (field === undefined) return <>{label}</>;
  return (
    <a href={`#${fieldId(field)}`} onClick={jumpWithinPage} className="underline">
      {label}
    </a>
  );
}

function Suspects({ suspects, places }: SuspectsProps) {
  const [only] = suspects;
  if (only === undefined) return <p className="mt-2">不止一处有误，请先改正其中一处再核对。</p>;
  if (suspects.length === 1) {
    return (
      <p className="mt-2 font-semibold">
        错在“
        <Figure label={only.label} places={places} />
        ”：表上 {amountText(only.stated, only.unit)}，应为 {amountText(only.shouldBe, only.unit)}。
      </p>
    );
  }
  return (
    <div className="mt-2">
      <p>只凭合计分不出是哪一处，请核对下列各处，其中一处有误：</p>
      <ul className="list-disc pl-5">
        {suspects.slice(0, 12).map(({ label, unit, stated, shouldBe }) => (
          <li key={label}>
            <Figure label={label} places={places} />
            {`：表上 ${amountText(stated, unit)}，如错在此处应为 ${amountText(shouldBe, unit)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
