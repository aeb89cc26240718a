import { yuanText, type Fen } from "../shared/fen";
import type { Input } from "./rule";

/** What a rule looked at, in the words of a clerk. */
const input = (label: string, value: string): Input => ({ label, value });

export const yesNo = (label: string, is: boolean) => input(label, is ? "有" : "没有");

export const isOrNot = (label: string, is: boolean) => input(label, is ? "是" : "否");

/** A day or a word that may not have been recorded: null or empty. */
export const recorded = (label: string, value: string | null) =>
  input(label, value === null || value === "" ? "没有登记" : value);

/** Both days counted; to null: it goes on. */
export const period = (label: string, from: string, to: string | null) =>
  input(label, `${from} 至 ${to ?? "今"}`);

export const money = (label: string, amount: Fen | null) =>
  input(label, amount === null ? "没有" : yuanText(amount));

export const counted = (label: string, count: number, unit: string) =>
  input(label, `${count} ${unit}`);

/** `month`: its first day. */
export const wageMonth = (month: string) => input("工资月份", month.slice(0, 7));
