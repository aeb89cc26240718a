import path from "node:path";
import { z } from "zod";

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, "应为 postgresql://用户:密码@主机:端口/库名");
const flag = (fallback: "0" | "1") =>
  z
    .enum(["0", "1"], "只能是 0 或 1")
    .default(fallback)
    .transform((value) => value === "1");

const S3_TOGETHER = [
  "EVIDENCE_S3_ENDPOINT",
  "EVIDENCE_S3_BUCKET",
  "EVIDENCE_S3_ACCESS_KEY_ID",
  "EVIDENCE_S3_SECRET_ACCESS_KEY",
] as const;

const schema = z
  .object({
    DATABASE_URL: postgresUrl.optional(),
    APP_DATABASE_URL: postgresUrl.optional(),
    DATA_DIR: z
      .string()
      .default("./.data")
      .transform((dir) => path.resolve(dir)),
    PORT: z
      .string()
      .default("3000")
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, "应为 0 至 65535 的整数")
      .transform(Number),
    HOST: z.string().default("127.0.0.1"),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: "应为完整网址，如 https://laowu.example.gov.cn" })
      .optional(),
    TRUST_PROXY: flag("0"),
    DEMO: flag("1"),
    KEY_RING: z.string().optional(),
    CRYPTO_PROFILE: z
      .enum(["intl", "gm"], "只能是 intl（国际算法）或 gm（国密算法）")
      .default("intl"),
    EVIDENCE_S3_ENDPOINT: z
      .url({ protocol: /^https?$/, error: "应为存储服务的完整网址，如 https://oss.example.gov.cn" })
      .optional(),
    EVIDENCE_S3_BUCKET: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        "应为存储桶名，3 至 63 个小写字母、数字、点、连字符",
      )
      .optional(),
    EVIDENCE_S3_ACCESS_KEY_ID: z.string().optional(),
    EVIDENCE_S3_SECRET_ACCESS_KEY: z.string().optional(),
    EVIDENCE_S3_REGION: z.string().default("us-east-1"),
  })
  .superRefine((env, context) => {
    const missing = S3_TOGETHER.filter((name) => env[name] === undefined);
    if (missing.length === S3_TOGETHER.length) return;
    for (const name of missing) {
      context.addIssue({
        code: "custom",
        path: [name],
        message: `使用对象存储须把 ${S3_TOGETHER.join("、")} 一同设置`,
      });
    }
  })
  .refine((env) => env.APP_DATABASE_URL === undefined || env.DATABASE_URL !== undefined, {
    path: ["APP_DATABASE_URL"],
    error: "须与 DATABASE_URL 一同设置",
  });

/** Settings of one run of the product, each from the environment variable of its name. */
export type Env = Readonly<z.infer<typeof schema>>;

/**
 * Reads and checks the settings; an empty variable counts as not set. `DATA_DIR` comes back absolute.
 *
 * @throws naming every wrong variable and what it should be, never its value: some hold passwords
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `  ${issue.path.join(".")}：${issue.message}`);
  throw new Error(`环境变量有误，请改正后再启动：\n${problems.join("\n")}`);
}
