import type { NamedCounty } from "../regions/county-finder";
import { withoutBlanks } from "../shared/cell-text";
import { maskLongNumbers } from "../shared/masking";
import type { PlacementField } from "./layouts/placement";
import type { HomeScope } from "./placement-row";
import type { RowReading } from "./row-reading";

/** The home county of a line; null with the reason among the findings when it is not one the file may bring. */
export function readHomeCounty(
  reading: RowReading<PlacementField>,
  home: HomeScope,
): NamedCounty | null {
  const written = withoutBlanks(reading.text("county"));
  if (written === "") {
    if (home.own !== null) return home.own;
    const message = `县为空，不知道是哪个县的人。请填写户籍所在县，如“${home.counties[0]?.name ?? ""}”。`;
    reading.add("county", "county-missing", "refused", message);
    return null;
  }
  const found = home.find(written);
  if (found !== null) return found;
  const elsewhere = home.findAnywhere(written);
  if (elsewhere === null) {
    const message = `认不出“${maskLongNumbers(written).slice(0, 20)}”是哪个县。请写县（市）的全称，如“${home.counties[0]?.name ?? ""}”。`;
    reading.add("county", "county-unknown", "refused", message);
  } else {
    const message =
      home.own === null
        ? `${elsewhere.name}不在${home.name}。请移出本行，由${elsewhere.name}自己登记。`
        : `本行是${elsewhere.name}的人，应由${elsewhere.name}登记，或由州人社局汇总导入。请移出本行。`;
    reading.add("county", "other-county-row", "refused", message);
  }
  return null;
}
