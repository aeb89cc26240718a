import { z } from "zod";
import flags from "../../../prisma/reference/county-flags.json";
import pairings from "../../../prisma/reference/pairings.json";

// `from` and `to` are both the last word of a document or, where it is silent, an assumption that says
// so. `to` is the last day in force; null means in force until another document ends it.

const day = z.iso.date();
const county = z.string().regex(/^\d{6}$/);
const dated = {
  counties: z.array(county),
  from: day,
  to: day.nullable(),
  fromIsAssumed: z.boolean(),
  endIsAssumed: z.boolean(),
  source: z.string(),
  note: z.string(),
};
const pairingSchema = z.object({ ...dated, district: county, countiesAreAssumed: z.boolean() });
const flagSchema = z.object({
  ...dated,
  kind: z.enum(["LISTED_SUPERVISION", "COVID_AFFECTED", "KEY_COUNTY"]),
});

/** A Shanghai district and the counties it is paired with, as one document states it. */
export type DocumentedPairing = Readonly<z.infer<typeof pairingSchema>>;

/** A dated flag on counties, as one document states it; no document names a 疫情影响大 county. */
export type DocumentedCountyFlag = Readonly<z.infer<typeof flagSchema>>;

export const COUNTY_FLAG_LABELS: Record<DocumentedCountyFlag["kind"], string> = {
  LISTED_SUPERVISION: "挂牌督战",
  COVID_AFFECTED: "受疫情影响较大",
  KEY_COUNTY: "国家乡村振兴重点帮扶县",
};

/** The pairings of the five founding documents; throws when the file is malformed. */
export function documentedPairings(): readonly DocumentedPairing[] {
  return z.array(pairingSchema).parse(pairings);
}

/** The county flags of the five founding documents; throws when the file is malformed. */
export function documentedCountyFlags(): readonly DocumentedCountyFlag[] {
  return z.array(flagSchema).parse(flags);
}
