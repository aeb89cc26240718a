import { searchEmployers } from "~/data/employers/employer-choice-view.server";
import type { Actor } from "~/domain/access/actor";
import { toCreditCode } from "~/domain/shared/credit-code";

/** The employer meant by a name or code typed into one field, or what to say in Chinese. */
export type Picked =
  | { readonly ok: true; readonly employerId: string }
  | { readonly ok: false; readonly message: string };

const MOST = 5;

/** Nothing typed is nobody (""). A code or a whole name is sure; part of a name, when it is the only one. */
export async function pickEmployer(actor: Actor, typed: string): Promise<Picked> {
  const text = typed.trim();
  if (text === "") return { ok: true, employerId: "" };
  const found = await searchEmployers(actor, text, MOST);
  const code = toCreditCode(text);
  const sure = found.filter(
    ({ name, creditCode }) => name === text || (code !== null && creditCode === code),
  );
  const [one, another] = sure.length > 0 ? sure : found;
  if (one === undefined) {
    return { ok: false, message: "没有登记过这家单位，请核对名称，或先登记用人单位" };
  }
  if (another === undefined) return { ok: true, employerId: one.id };
  const names = found.map(({ name, creditCode }) => `${name}（${creditCode ?? "无代码"}）`);
  return { ok: false, message: `有几家单位符合，请填写统一社会信用代码：${names.join("；")}` };
}
