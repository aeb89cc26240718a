/** Surnames of two characters that a public notice must not cut in two. */
const DOUBLE_SURNAMES = new Set([
  ...["欧阳", "司马", "上官", "司徒", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐"],
  ...["宇文", "长孙", "东方", "独孤", "端木", "百里", "呼延", "南宫", "西门", "申屠", "闻人"],
  ...["公冶", "淳于", "单于", "太叔", "轩辕", "钟离", "万俟", "澹台", "濮阳", "赫连", "拓跋"],
]);

/**
 * A name as a public notice (公示) shows it: the surname, a star for every other character. 张三 is 张*,
 * 欧阳木犀 欧阳**; a name of two characters keeps one whatever they are. The parts of a minority name stay
 * parts: 阿依·买买提 is 阿*·***.
 */
export function publicName(name: string): string {
  const characters = [...name];
  const isDouble = characters.length > 2 && DOUBLE_SURNAMES.has(characters.slice(0, 2).join(""));
  const kept = isDouble ? 2 : 1;
  return characters.map((one, at) => (at < kept || one === "·" ? one : "*")).join("");
}
