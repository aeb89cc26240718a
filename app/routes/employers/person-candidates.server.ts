import { listPeople } from "~/data/people/people-view.server";
import type { Actor } from "~/domain/access/actor";
import { looksLikeNumber } from "~/domain/people/typed-number";
import { dayInChina, now } from "~/platform/clock.server";

/** Somebody who may be meant by a typed name, as far as telling namesakes apart needs. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly age: number | null;
  readonly maskedId: string;
  readonly address: string;
}

const MOST = 50;

/** The county's people of this name (or pinyin initials), or any county's in scope; empty while nothing is searched for. */
export async function candidatesOf(
  actor: Actor,
  countyCode: string | null,
  text: string,
): Promise<readonly Candidate[]> {
  if (text === "" || looksLikeNumber(text)) return [];
  const top = { after: null, before: null };
  const { rows } = await listPeople(actor, { text, countyCode }, top, MOST, dayInChina(now()));
  return rows.map(({ id, name, sex, age, maskedId, address }) => ({
    ...{ id, name, sex, age, maskedId, address },
  }));
}
