import { parseArgs } from "node:util";
import { z } from "zod";
import { accountName } from "~/domain/access/administration-forms";
import { ROLE_LABELS, ROLES } from "~/domain/access/role";
import { now } from "~/platform/clock.server";
import { readEnv } from "~/platform/env.server";
import { openInstallation } from "~/platform/installation.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { installUser, type InstallUserRefusal } from "~/usecases/access/install-user.server";

// npm run -s user:create -- --account a --name 张三 --role systemAdministrator --region 530000
//   [--organisation 云南省人力资源和社会保障厅]
// Prints the first password once. Exits 0 when the user was made, 1 when refused, 2 when it could not be tried.

const USAGE =
  "用法：npm run -s user:create -- --account 账号 --name 姓名 --role 角色 --region 六位地区代码 [--organisation 单位名称]\n" +
  `角色：${ROLES.map((role) => `${role}（${ROLE_LABELS[role]}）`).join("、")}\n`;

const options = z.object({
  account: accountName,
  name: z.string().trim().min(1, "请用 --name 写明姓名"),
  role: z.enum(ROLES, "请用 --role 写明角色"),
  region: z
    .string("请用 --region 写明地区")
    .refine((code) => regionName(code) !== null, "没有这个地区代码"),
  organisation: z.string().trim().min(1).optional(),
});

async function main(): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { account: text, name: text, role: text, region: text, organisation: text },
  });
  const read = options.safeParse(values);
  if (!read.success) {
    process.stderr.write(`${read.error.issues.map(({ message }) => message).join("\n")}\n${USAGE}`);
    return 2;
  }
  const { account, name, role, region, organisation } = read.data;
  const installation = await openInstallation(readEnv());
  try {
    openPlatform({ ...installation, poolSize: 2 });
    const organisationName = organisation ?? `${regionName(region)}人力资源和社会保障局`;
    const user = { account, name, role, regionCode: region, organisationName };
    const outcome = await installUser({ ...user, organisationKind: "hrssBureau" }, now());
    if (!outcome.ok) {
      process.stderr.write(`${messageOf(outcome.refusal)}\n`);
      return 1;
    }
    process.stdout.write(
      `已新增用户 ${name}（${account}），${ROLE_LABELS[role]}，${regionName(region)}，${organisationName}\n` +
        `初始密码：${outcome.value.firstPassword}\n只显示这一次，7 天内有效，首次登录后须修改。\n`,
    );
    return 0;
  } finally {
    await closePlatform();
    await installation.stop();
  }
}

function messageOf(refusal: InstallUserRefusal): string {
  switch (refusal.kind) {
    case "wrongSeat":
      return "这个角色不能设在所写层级的地区，请换一个地区代码。";
    case "accountTaken":
      return "这个账号已有人使用，请换一个。";
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`未能新增用户：${error instanceof Error ? error.message : "未知原因"}\n`);
    process.exitCode = 2;
  },
);
