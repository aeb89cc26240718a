import { accountRecorded } from "../definitions/payee/account-recorded";
import { notRefused } from "../definitions/payee/not-refused";
import { notShared } from "../definitions/payee/not-shared";
import { ownAccount } from "../definitions/payee/own-account";
import type { Rule } from "../rule";

export const PAYEE_RULES: readonly Rule[] = [accountRecorded, ownAccount, notShared, notRefused];
