import common from "./common-passwords.json";

export const MIN_PASSWORD_LENGTH = 12;
export const MIN_PASSPHRASE_HAN = 8;
export const MAX_PASSWORD_LENGTH = 200;

export interface PasswordOwner {
  readonly account: string;
  readonly name: string;
}

const COMMON = new Set(common.passwords.split(" "));

/** What colleagues and attackers alike try first here; lower case, longest first where one holds another. */
const CONTEXT_WORDS =
  "renlizhiyuan shehuibaozhang renshejuwang rensheju renshe rsj hudian huyun laowuxiezuo laowu xiezuo peixun fupinban fupin xiangcunzhenxing duikoubangfu " +
  "shanghai yunnan kunming chuxiong qujing zhaotong baoshan jiading songjiang minhang nanhua wuding shuangbai mouding yaoan dayao yongren xuanwei fuyuan luoping shizong huize " +
  "woaini woaizhongguo zhongguo mima denglu guanliyuan administrator admin password passwd welcome qwerty huanying " +
  "沪滇 上海 云南 昆明 楚雄 曲靖 昭通 保山 人社局 人社 劳务 协作 培训 花名册 扶贫 乡村振兴 管理员 密码 登录 欢迎 我爱你 中国";
const CONTEXT = CONTEXT_WORDS.split(" ");

/** Rows of the keyboard, its slanting columns, the alphabet and the digits: four in a row count as a walk. */
const WALKS = [
  "`1234567890-=",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "qazwsxedcrfvtgbyhnujmikolp",
  "!@#$%^&*()_+",
].flatMap((row) => [row, [...row].reverse().join("")]);

/**
 * Every reason against a password, in words for its owner; empty when it may be used. At least 12
 * characters, or a passphrase with at least 8 Chinese ones; no rule on kinds of characters (ASVS 6.2.5).
 */
export function passwordProblems(password: string, owner: PasswordOwner): readonly string[] {
  const text = password.normalize("NFC");
  const length = [...text].length;
  if (length > MAX_PASSWORD_LENGTH) return [`密码不能超过 ${MAX_PASSWORD_LENGTH} 个字符`];
  const problems: string[] = [];
  const isPassphrase = (text.match(/\p{Script=Han}/gu) ?? []).length >= MIN_PASSPHRASE_HAN;
  if (length < MIN_PASSWORD_LENGTH && !isPassphrase) {
    problems.push(
      `密码至少 ${MIN_PASSWORD_LENGTH} 个字符，或使用含 ${MIN_PASSPHRASE_HAN} 个以上汉字的短语`,
    );
  }
  const lower = text.toLowerCase();
  if (containsWord(lower, owner.account, 3)) problems.push("密码不能包含账号");
  if (containsWord(lower, owner.name, 2)) problems.push("密码不能包含姓名");
  const guessable = guessableReason(lower, owner);
  if (guessable !== null) problems.push(guessable);
  return problems;
}

function guessableReason(lower: string, owner: PasswordOwner): string | null {
  if (/^[\d\s\-./]+$/.test(lower)) return "密码不能只有数字，证件号码、手机号和日期都容易被猜到";
  if (isCommon(lower)) return "这个密码很常见，容易被猜到，请换一个";
  if (new Set(lower).size < 5 || isRepetition(lower)) return "密码的字符重复太多，请换一个";
  if (isOnlyWellKnownParts(lower, owner)) {
    return "密码只由单位、地名、账号、常用词、连续按键或数字拼成，容易被猜到，请换一个";
  }
  return null;
}

function containsWord(lower: string, word: string, atLeast: number): boolean {
  const part = word.normalize("NFC").trim().toLowerCase();
  return [...part].length >= atLeast && lower.includes(part);
}

/** Listed as it is, with look-alike signs read as letters, or with digits and signs put around it. */
function isCommon(lower: string): boolean {
  const spellings = [lower, plainLetters(lower)];
  const cores = spellings.map((text) => text.replace(/^\P{L}+|\P{L}+$/gu, ""));
  return [...spellings, ...cores].some((text) => COMMON.has(text));
}

function plainLetters(lower: string): string {
  return lower
    .replace(/[@4]/g, "a")
    .replace(/0/g, "o")
    .replace(/[1!|]/g, "i")
    .replace(/3/g, "e")
    .replace(/[$5]/g, "s")
    .replace(/7/g, "t");
}

/** One piece of at most half the length, again and again. */
function isRepetition(lower: string): boolean {
  return (lower + lower).indexOf(lower, 1) < lower.length;
}

function isOnlyWellKnownParts(lower: string, owner: PasswordOwner): boolean {
  const own = [owner.account.toLowerCase(), owner.name].filter((word) => word.length > 1);
  const words = [...own, ...CONTEXT];
  const left = [lower, plainLetters(lower)].map((text) => {
    const withoutWords = words.reduce((rest, word) => rest.replaceAll(word, " "), text);
    const withoutRuns = withoutWalks(withoutWords).replace(/(.)\1{2,}/gu, " ");
    return (withoutRuns.match(/\p{L}/gu) ?? []).length;
  });
  return Math.min(...left) < 4;
}

function withoutWalks(text: string): string {
  const characters = [...text];
  const isInWalk = characters.map(() => false);
  for (let at = 0; at + 4 <= characters.length; at += 1) {
    const run = characters.slice(at, at + 4).join("");
    if (WALKS.some((walk) => walk.includes(run))) isInWalk.fill(true, at, at + 4);
  }
  return characters.filter((_, at) => !isInWalk[at]).join("");
}
