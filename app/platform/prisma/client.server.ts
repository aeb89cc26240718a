import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client";

export { Prisma };
export type Db = PrismaClient;
/** A Prisma client inside a transaction: what stores and views are handed. */
export type Tx = Prisma.TransactionClient;

/** Connects Prisma as the application's role (see migration walls_and_trail). `poolSize` in connections. */
export function connectPrisma(appUrl: string, poolSize: number): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: appUrl,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}
