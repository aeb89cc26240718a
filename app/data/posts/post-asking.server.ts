import type { ClientBase } from "pg";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** Puts one question to the database: from a form's transaction, or from the intake's bare connection. */
export type Ask = <Row extends object>(sql: Prisma.Sql) => Promise<Row[]>;

export function askingOf(tx: Tx): Ask {
  return <Row extends object>(sql: Prisma.Sql) => tx.$queryRaw<Row[]>(sql);
}

export function askingOfClient(client: ClientBase): Ask {
  return async <Row extends object>(sql: Prisma.Sql) => {
    const { rows } = await client.query<Row & Record<string, unknown>>({
      ...{ text: sql.text, values: sql.values },
    });
    return rows;
  };
}
