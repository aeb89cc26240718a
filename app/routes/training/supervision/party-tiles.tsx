import {
  SUPERVISION_PARTIES,
  SUPERVISION_PARTY_LABELS,
  type SupervisionParty,
} from "~/domain/evidence/supervision";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

interface PartyTilesProps {
  readonly records: readonly { readonly party: SupervisionParty }[];
}

/** Whether each of the two parties has signed: one record of each is the least. */
export function PartyTiles({ records }: PartyTilesProps) {
  return (
    <StatTiles>
      {SUPERVISION_PARTIES.map((party) => {
        const count = records.filter((record) => record.party === party).length;
        return (
          <StatTile
            key={party}
            label={`${SUPERVISION_PARTY_LABELS[party]}监督记录`}
            value={String(count)}
            unit="份"
            note={count === 0 ? "缺：至少 1 份才能封存" : "已满足"}
            tone={count === 0 ? "danger" : "success"}
          />
        );
      })}
    </StatTiles>
  );
}
