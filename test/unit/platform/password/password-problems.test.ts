import { describe, expect, it } from "vitest";
import { passwordProblems } from "~/platform/password.server";

const OWNER = { account: "zhangmin", name: "张敏" };
const problems = (password: string) => passwordProblems(password, OWNER);

describe("passwords that may be used", () => {
  it.each([
    "correct horse battery staple",
    "tuoluo-ganlan-8区",
    "Xk9#vQm7Lp2w",
    "春雨惊春清谷天夏满",
    "早上八点去菜市场买了三斤土豆",
    "baicai 3 kuai yi jin, mai 5 jin",
    "𬎆".repeat(3) + " 高原上的风筝",
    "k7Gd-".repeat(3) + "vuzt",
  ])("%s", (password) => expect(problems(password)).toEqual([]));
});

describe("length", () => {
  const twelve = "Xk9#vQm7Lp2w";
  it("refuses 11 characters and takes 12", () => {
    expect(problems(twelve.slice(1)).join()).toContain("至少 12 个字符");
    expect(problems(twelve)).toEqual([]);
  });

  it("takes a passphrase of 8 Chinese characters and refuses 7", () => {
    expect(problems("菜花开在坝子里头")).toEqual([]);
    expect(problems("菜花开在坝子里").join()).toContain("8 个以上汉字");
  });

  it("takes 200 characters and refuses 201", () => {
    const phrase = Array.from({ length: 40 }, (_, i) => `w${i + 10}qz`).join("");
    expect(problems(phrase)).toEqual([]);
    expect(problems(`${phrase}e`)).toEqual(["密码不能超过 200 个字符"]);
  });
});

describe("passwords that are guessed first", () => {
  it.each([
    ["530324199001011234", "只有数字"],
    ["138-0013-8000", "只有数字"],
    ["2020.01.01 2021", "只有数字"],
    ["administrator", "很常见"],
    ["1qaz2wsx3edc", "很常见"],
    ["Dragon202020!", "很常见"],
    ["P@ssw0rd2020!", "很常见"],
    ["aaaaaaaaaaaa", "重复"],
    ["abababababab", "重复"],
    ["xk9vqmxk9vqm", "重复"],
    ["hudian2020!!", "拼成"],
    ["Renshe@123456", "拼成"],
    ["沪滇劳务协作2020!", "拼成"],
    ["chuxiong-Laowu-01", "拼成"],
    ["qwertyuiop[]", "很常见"],
    ["hjkl;'zxcvbn", "拼成"],
    ["rfv5tgb6yhn7", "拼成"],
    ["Woaini5201314", "很常见"],
    ["abcd1234efgh", "拼成"],
  ])("%s: %s", (password, reason) => {
    expect(problems(password).join()).toContain(reason);
  });
});

describe("the owner's own words", () => {
  it("refuses the account, in capitals too", () => {
    expect(problems("my-ZhangMin-kv7p")).toEqual(["密码不能包含账号"]);
  });

  it("refuses the name", () => {
    expect(problems("张敏在坝子里种菜花")).toEqual(["密码不能包含姓名"]);
  });

  it("does not mind an empty account or one of two letters inside a word", () => {
    expect(passwordProblems("Xk9#vQm7Lp2w", { account: "", name: "" })).toEqual([]);
    expect(passwordProblems("Xk9#vQm7Lp2w", { account: "vq", name: "" })).toEqual([]);
  });

  it("names every problem at once", () => {
    expect(problems("zhangmin1")).toHaveLength(3);
  });
});
