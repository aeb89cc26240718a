import { withoutBlanks } from "../shared/cell-text";

const YES = /^(?:是|有|对|√|✓|✔|☑|y|yes|true|1|是建档立卡户?|建档立卡(?:贫困)?户?|脱贫户)$/;
const NO = /^(?:否|不是|无|没有|×|✕|✗|x|n|no|false|0|非|非建档立卡(?:贫困)?户?|一般(?:农)?户)$/;

/** 是 or 否 in the spellings of rosters, for "是否建档立卡户"; null when it is neither. */
export function parseYesNo(text: string): boolean | null {
  if (text === "是") return true;
  if (text === "否") return false;
  const plain = withoutBlanks(text.normalize("NFKC")).toLowerCase();
  if (YES.test(plain)) return true;
  return NO.test(plain) ? false : null;
}
