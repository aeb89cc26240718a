import { withoutBlanks } from "../shared/cell-text";
import type { RosterLayout } from "./layouts/layout";

/** The field that a header stands for, and how sure that is (0..1). */
export interface HeaderMatch<Key extends string> {
  readonly key: Key;
  readonly confidence: number;
}

/** The layout's headers and aliases, ready to be looked up. */
export interface HeaderIndex<Key extends string> {
  readonly exact: ReadonlyMap<string, HeaderMatch<Key>>;
  /** Longest first, so that 身份证号码 is tried before 号码. */
  readonly spellings: readonly string[];
}

const OWN_HEADER = 1;
const ALIAS = 0.95;
const WITHOUT_REMARK = 0.9;
const WITH_OWNER = 0.8;
const ONE_SLIP = 0.6;

/** Whose name or number it is, when it is the person of the line: 参训学员姓名, 本人身份证号. */
const OWNER =
  /^(?:参训|培训|受训|贫困|建档立卡|脱贫|农村)*(?:学员|人员|对象|劳动力|劳动者|本人|个人|成员|贫困户|脱贫户|农户|群众)的?$/;
/** Somebody or something else: the header then counts only when the layout knows it as it stands. */
const OTHERS =
  /户主|监护|家长|配偶|紧急|企业|单位|机构|学校|教师|老师|负责人|经办|银行|开户|联系人/;

export function headerIndex<Key extends string>(layout: RosterLayout<Key>): HeaderIndex<Key> {
  const exact = new Map<string, HeaderMatch<Key>>();
  for (const { key, header, aliases } of layout.fields) {
    exact.set(plainHeader(header), { key, confidence: OWN_HEADER });
    for (const alias of aliases) {
      const plain = plainHeader(alias);
      if (!exact.has(plain)) exact.set(plain, { key, confidence: ALIAS });
    }
  }
  const spellings = [...exact.keys()].sort((a, b) => b.length - a.length);
  return { exact, spellings };
}

/** The best field for one header text, or null when none is likely. */
export function matchHeader<Key extends string>(
  index: HeaderIndex<Key>,
  text: string,
): HeaderMatch<Key> | null {
  const plain = plainHeader(text);
  if (plain === "" || plain.length > 30) return null;
  const known = index.exact.get(plain);
  if (known !== undefined) return known;
  if (OTHERS.test(plain)) return null;
  const short = withoutRemark(plain);
  return (
    weighed(index, short, WITHOUT_REMARK) ??
    weighed(index, withoutOwner(index, short), WITH_OWNER) ??
    weighed(index, oneSlipAway(index, short), ONE_SLIP)
  );
}

/**
 * Header text as compared: half width, no blanks, lower case, no star or colon at its ends, no number before it: but
 * the number of a month (4月签收) is part of it.
 */
export function plainHeader(text: string): string {
  return withoutBlanks(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/^(?:[*#.、]|\d+(?![\d月]))+|[*:]+$/g, "");
}

function weighed<Key extends string>(
  index: HeaderIndex<Key>,
  spelling: string | undefined,
  confidence: number,
): HeaderMatch<Key> | null {
  const match = spelling === undefined ? undefined : index.exact.get(spelling);
  return match === undefined ? null : { key: match.key, confidence };
}

function withoutRemark(plain: string): string {
  return plain.replace(/[([【].*?[)\]】]/g, "");
}

function withoutOwner<Key extends string>(
  index: HeaderIndex<Key>,
  text: string,
): string | undefined {
  return index.spellings.find(
    (spelling) =>
      spelling.length >= 2 &&
      text.endsWith(spelling) &&
      OWNER.test(text.slice(0, -spelling.length)),
  );
}

/** A typing slip in a header of four characters or more: 身份征号码. */
function oneSlipAway<Key extends string>(
  index: HeaderIndex<Key>,
  text: string,
): string | undefined {
  if (text.length < 4) return undefined;
  return index.spellings.find((spelling) => spelling.length >= 4 && differsByOne(spelling, text));
}

function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) differences += 1;
  return differences === 1;
}
