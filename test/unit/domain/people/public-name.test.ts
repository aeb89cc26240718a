import { expect, test } from "vitest";
import { publicName } from "~/domain/people/public-name";

test.each([
  ["张三", "张*"],
  ["李小明", "李**"],
  ["欧阳木犀", "欧阳**"],
  ["欧阳木", "欧阳*"],
  // 欧 is a surname, too: two characters are never wholly shown.
  ["欧阳", "欧*"],
  ["沙马阿依", "沙***"],
  ["阿依·买买提", "阿*·***"],
  ["𠮷野", "𠮷*"],
])("[R12] %s is told to the public as %s", (name, shown) => {
  expect(publicName(name)).toBe(shown);
});
