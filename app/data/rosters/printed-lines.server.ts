import type { PoolClient } from "pg";
import { maskedNumbers, openNumbers } from "./masked-line.server";
import { readSealedLines } from "./whole-roster.server";

export interface PrintedLine {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly ethnicity: string;
  /** In full for who may see it so: 曲财农〔2020〕31号 四(三)3 wants the number on the signed roster. */
  readonly idCardNumber: string;
  readonly phone: string;
  readonly address: string;
  readonly declaredStatus: string;
}

/** Every standing line in the order of the paper, numbers in full or with their middle hidden. */
export async function readPrintedLines(
  client: PoolClient,
  rosterId: string,
  isFull: boolean,
): Promise<readonly PrintedLine[]> {
  const numbersOf = isFull ? openNumbers : maskedNumbers;
  return (await readSealedLines(client, rosterId)).map((line) => {
    const { id, name, sex, ethnicity, address, declaredStatus } = line;
    return { id, name, sex, ethnicity, address, declaredStatus, ...numbersOf(line) };
  });
}
