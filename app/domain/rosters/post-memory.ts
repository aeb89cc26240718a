import type { Finding } from "./finding";
import { repeatedPost, type EarlierPost, type PostHeaders, type TermInFile } from "./post-findings";
import type { CheckedPost } from "./post-row";

/** What makes two rows of a person one and the same line of the roster. */
export interface PostKey {
  readonly startsOn: string;
}

export function postKey({ fields }: CheckedPost): PostKey {
  return { startsOn: fields.startsOn ?? "" };
}

/** Told the rows in file order, answers with the finding on one that repeats an earlier line. */
export function postDuplicates(headers: Pick<PostHeaders, "idCardNumber">) {
  const seen = new Map<string, EarlierPost>();
  return (row: CheckedPost): Finding | null => {
    const { idCardNumber, name } = row.values;
    if (idCardNumber === null) return null;
    const key = `${idCardNumber}|${postKey(row).startsOn}`;
    const first = seen.get(key);
    if (first !== undefined) return repeatedPost(row, first, headers);
    seen.set(key, { sheetRow: row.sheetRow, name });
    return null;
  };
}

/** Told the rows in file order, answers with the terms of the same person further up that do not repeat this one. */
export function earlierTerms() {
  const terms = new Map<string, TermInFile[]>();
  return ({ sheetRow, values, fields }: CheckedPost): readonly TermInFile[] => {
    const { idCardNumber } = values;
    const { startsOn, endsOn, leftOn } = fields;
    if (idCardNumber === null || startsOn === null || endsOn === null) return [];
    const earlier = terms.get(idCardNumber) ?? [];
    terms.set(idCardNumber, [...earlier, { sheetRow, startsOn, endsOn: leftOn ?? endsOn }]);
    return earlier.filter((one) => one.startsOn !== startsOn);
  };
}
