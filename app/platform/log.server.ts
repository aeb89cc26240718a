import pino, { type DestinationStream, type Logger } from "pino";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";

const SECRET_FIELDS = [
  "password",
  "cookie",
  "authorization",
  "idCardNumber",
  "phone",
  "bankCard",
  "token",
  "key",
];
const ID_CARD_NUMBER = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{9}[\dXx](?!\d)/g;
const OLD_ID_CARD_NUMBER = /(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?!\d)/g;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
/** 16 to 19 digits: what banks print on cards. */
const BANK_CARD = /(?<!\d)\d{16,19}(?!\d)/g;
/** The address of a signing link is the right to sign. */
const SIGNING_ADDRESS = /\/s\/[A-Za-z0-9_-]{16,}/g;
const URL_PASSWORD = /(postgres(?:ql)?:\/\/[^:@/\s"]+:)[^@/\s"]+@/g;

/**
 * Masks what identifies a person, and passwords of connection strings, in any text. It is applied to whole log lines as
 * the last step: nobody has to remember which error message quotes a cell.
 */
export function maskPersonalData(text: string): string {
  return text
    .replace(ID_CARD_NUMBER, maskIdCardNumber)
    .replace(BANK_CARD, (card) => `************${card.slice(-4)}`)
    .replace(OLD_ID_CARD_NUMBER, maskIdCardNumber)
    .replace(PHONE, maskPhone)
    .replace(SIGNING_ADDRESS, "/s/***")
    .replace(URL_PASSWORD, "$1***@");
}

/** A logger of JSON lines; field names that carry secrets are dropped, the rest of the line is masked. */
export function makeLogger(destination?: DestinationStream): Logger {
  return pino(
    {
      base: null,
      level: process.env.LOG_LEVEL ?? "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: "***",
      },
      hooks: { streamWrite: maskPersonalData },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

/** The product's log, on standard output. */
export const log = makeLogger();
