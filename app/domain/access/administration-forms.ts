import { z } from "zod";
import { ORGANISATION_KINDS } from "~/domain/access/organisation-kind";
import { ROLES } from "~/domain/access/role";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { toRegionCode } from "~/domain/shared/region-code";

// What an administrator types; the same schema refuses it in the page and on the server.

const name = (what: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, `请填写${what}`)
    .max(longest, `${what}不能超过 ${longest} 个字`)
    .regex(/^[^\p{Cc}<>]*$/u, `${what}中有不能使用的符号`);
const region = z
  .string()
  .refine((code) => code.length === 6 && toRegionCode(code) !== null, "请选择地区");
const version = z.coerce.number().int().positive();
const day = (what: string) =>
  z.string().transform((typed, context) => {
    const written = parseWrittenDate(typed);
    if (written !== null) return written;
    context.addIssue(`${what}应写成 2020-06-01 的样子，且日历上有这一天`);
    return z.NEVER;
  });

export const organisationForm = z.object({
  name: name("单位名称", 60),
  kind: z.enum(ORGANISATION_KINDS, "请选择单位类别"),
  regionCode: region,
});

export const accountName = z
  .string()
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .refine(
    (account) => /^[a-z][a-z0-9._-]{2,31}$/.test(account),
    "账号为 3 至 32 位，以字母开头，只用字母、数字和 . _ -",
  );

export const userForm = z.object({
  name: name("姓名", 30),
  organisationId: z.uuid("请选择所在单位"),
});

export const newUserForm = userForm.extend({ account: accountName });

export const roleForm = z
  .object({
    role: z.enum(ROLES, "请选择角色"),
    regionCode: region,
    from: day("起始日"),
    to: z.union([z.literal("").transform(() => null), day("截止日")]),
  })
  .refine(({ from, to }) => to === null || from <= to, {
    path: ["to"],
    error: "截止日不能早于起始日",
  });

export const versionForm = z.object({ version });
