import { defineConfig } from "prisma/config";

/** The CLI only generates the client here; migrations are applied by app/platform/database. */
export default defineConfig({ schema: "prisma/schema" });
