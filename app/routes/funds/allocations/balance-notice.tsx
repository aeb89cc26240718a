import { amountText } from "~/domain/funds/allocation-amount";
import type { Balance, CheckedSum, Suspect } from "~/domain/funds/balance";
import { Notice } from "~/ui/display/notice";

/** Whether every sum holds; else each that does not, and the one figure that is wrong where it can be told. */
export function BalanceNotice({ balance }: { readonly balance: Balance }) {
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
      <Suspects suspects={suspects} />
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

function Suspects({ suspects }: { readonly suspects: readonly Suspect[] }) {
  const [only] = suspects;
  if (only === undefined) return <p className="mt-2">不止一处有误，请先改正其中一处再核对。</p>;
  if (suspects.length === 1) {
    return (
      <p className="mt-2 font-semibold">
        错在“{only.label}”：表上 {amountText(only.stated, only.unit)}，应为{" "}
        {amountText(only.shouldBe, only.unit)}。
      </p>
    );
  }
  return (
    <div className="mt-2">
      <p>只凭合计分不出是哪一处，请核对下列各处，其中一处有误：</p>
      <ul className="list-disc pl-5">
        {suspects.slice(0, 12).map(({ label, unit, stated, shouldBe }) => (
          <li
            key={label}
          >{`${label}：表上 ${amountText(stated, unit)}，如错在此处应为 ${amountText(shouldBe, unit)}`}</li>
        ))}
      </ul>
    </div>
  );
}
