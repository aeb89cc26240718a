import type { FieldProps } from "./field-wiring";
import { SelectField } from "./select-field";
import type { OptionGroup } from "./select-field";

export interface RegionChoice {
  /** Six-digit code. */
  readonly code: string;
  readonly name: string;
  /** The prefecture it stands under in the list; a prefecture heads its own group. */
  readonly prefectureName: string;
}

interface RegionPickerProps extends FieldProps {
  readonly regions: readonly RegionChoice[];
  readonly emptyLabel?: string | null;
}

/** Counties under their prefecture in one native list: a letter or two finds a county, scripts or not. */
export function RegionPicker({ regions, ...rest }: RegionPickerProps) {
  return <SelectField {...rest} options={groupByPrefecture(regions)} />;
}

function groupByPrefecture(regions: readonly RegionChoice[]): OptionGroup[] {
  const groups = new Map<string, RegionChoice[]>();
  for (const region of regions) {
    const group = groups.get(region.prefectureName);
    if (group) group.push(region);
    else groups.set(region.prefectureName, [region]);
  }
  return Array.from(groups, ([label, members]) => ({
    label,
    options: members.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` })),
  }));
}
