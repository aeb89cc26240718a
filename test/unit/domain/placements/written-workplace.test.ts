import { expect, test } from "vitest";
import {
  narrowedWorkplace,
  workplaceText,
  writtenWorkplaceFinder,
} from "~/domain/placements/written-workplace";
import { regionCode } from "~/domain/shared/region-code";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";

const find = writtenWorkplaceFinder(presentRegions());

test.each([
  ["上海市", "嘉定区", "310114"],
  ["上海", "嘉定", "310114"],
  ["", "上海市嘉定区", "310114"],
  ["上海市", "上海市浦东新区", "310115"],
  ["上海", "浦东", "310115"],
  ["上海市", "浦东区", "310115"],
  ["天津", "滨海", "120116"],
  ["云南省", "昆明市官渡区", "530111"],
  ["云南省", "官渡区", "530111"],
  ["云南省", "楚雄市", "532301"],
  ["云南省", "楚雄州武定县", "532329"],
  ["云南省", "楚雄彝族自治州武定县", "532329"],
  ["云南省", "武定县", "532329"],
  ["云南省", "楚雄州禄丰县", "532302"],
  ["云南", "红河州蒙自市", "532503"],
  ["广西", "南宁市青秀区", "450103"],
  ["内蒙古", "鄂尔多斯市", "150600"],
  ["新疆", "伊犁州伊宁市", "654002"],
  ["广东省", "东莞市", "441900"],
  ["广东省", "深圳市 南山区", "440305"],
  ["云南省", "楚雄州", "532300"],
  ["云南省", "昆明市", "530100"],
  ["湖南省", "衡阳市", "430400"],
  ["湖南省", "衡阳县", "430421"],
  ["上海市", "", "310000"],
  ["", "云南省", "530000"],
  ["上海市", "市辖区", "310000"],
])("[R09] %s + %s is %s", (province, place, code) => {
  expect(find(province, place)).toBe(code);
});

test.each([
  ["上海市", "官渡区"],
  ["云南省", "楚雄"],
  ["江苏省", "鼓楼区"],
  ["乌有省", "嘉定区"],
  ["云南省", "昆明市嘉定区"],
  ["", "嘉定区"],
  ["", ""],
])("%s + %s is no place, or more than one", (province, place) => {
  expect(find(province, place)).toBeNull();
});

test.each([
  ["440000", "深圳市南山区", "440305"],
  ["440000", "广东省深圳市南山区", "440305"],
  ["440000", "东莞市", "441900"],
  ["530100", "官渡区", "530111"],
  ["530100", "昆明市官渡区", "530111"],
  ["320100", "鼓楼区", "320106"],
  ["310000", "嘉定", "310114"],
  ["310114", "嘉定区", "310114"],
])("[R09] within %s, %s is %s", (chosen, written, code) => {
  expect(narrowedWorkplace(regionCode(chosen), written, regionName, find)).toBe(code);
});

test.each([
  ["440000", "长沙市"],
  ["440000", "南京市鼓楼区"],
  ["320000", "鼓楼区"],
  ["530100", "武定县"],
  ["310114", "浦东新区"],
])("within %s there is no %s, or more than one", (chosen, written) => {
  expect(narrowedWorkplace(regionCode(chosen), written, regionName, find)).toBeNull();
});

test("what an export writes for any code in force is found again as that code", () => {
  const lost = presentRegions().filter(({ code }) => {
    const { province, place } = workplaceText(code, regionName, find);
    return find(province, place) !== code;
  });
  expect(lost).toEqual([]);
});
