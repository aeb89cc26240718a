import type { PotChoice } from "~/data/claims/claim-draft-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SelectField } from "~/ui/forms/select-field";

/** Pots with what is left in each. */
export function PotField(props: {
  readonly pots: readonly PotChoice[];
  readonly defaultValue?: string;
}) {
  return (
    <SelectField
      name="potId"
      label="资金项目"
      options={props.pots.map(({ id, name, year, leftFen }) => ({
        value: id,
        label: `${year} 年 ${name}（未占用 ${yuanText(leftFen)}）`,
      }))}
      emptyLabel="请选择"
      required
      {...(props.defaultValue !== undefined && { defaultValue: props.defaultValue })}
    />
  );
}
