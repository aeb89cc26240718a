import { DESTINATION_LABELS } from "../../../placements/destination";
import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofPlacement } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.destinations;

export const leftTheCounty: Rule = {
  id: "placement/left-the-county",
  title: "到县外就业",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["OUTWORK"],
  parameters: [],
  check: ofPlacement(({ destination }) => {
    const where = { label: "去向", value: DESTINATION_LABELS[destination] };
    return destination === "LOCAL"
      ? fail(`${where.value}，不是外出就业`, where)
      : pass(where.value, where);
  }),
};
