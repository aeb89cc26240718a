import type { PotChoice } from "~/data/claims/claim-draft-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SelectField } from "~/ui/forms/select-field";

/** Pots with what is left in each, those of the claim's year first. */
export function PotField(props: {
  readonly pots: readonly PotChoice[];
  /** Of the claim: another year's pot cannot pay it. */
  readonly year: number;
  readonly defaultValue?: string;
}) {
  return (
    <SelectField
      name="potId"
      label="资金项目"
      options={[...props.pots]
        .sort((a, b) => Number(b.year === props.year) - Number(a.year === props.year))
        .map(({ id, name, year, leftFen }) => ({
          value: id,
          label: `${year} 年 ${name}（未占用 ${yuanText(leftFen)}${year === props.year ? "" : "；年度与申领不一致"}）`,
        }))}
      emptyLabel="请选择"
      required
      {...(props.defaultValue !== undefined && { defaultValue: props.defaultValue })}
    />
  );
}
