import { readFileSync, readdirSync } from "node:fs";

import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

interface Engine {
  diff(params: object): Promise<{ stdout?: string | null }>;
}

interface EngineModule {
  readonly SchemaEngine: {
    new: (options: object, log: (line: string) => void, adapter: object) => Promise<Engine>;
  };
  readonly __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
}

/**
 * The SQL that would make an empty database what `prisma/schema` declares, written by Prisma's own
 * schema engine (as WebAssembly: nothing is downloaded). The engine wants a database to talk to.
 */
export async function ddlOfSchema(url: string): Promise<string> {
  const dir = path.resolve("prisma/schema");
  const files = readdirSync(dir).map((file) => ({
    path: `/schema/${file}`,
    content: readFileSync(path.join(dir, file), "utf8"),
  }));
  const { SchemaEngine } = await loadEngine();
  const datamodels = files.map((file) => [file.path, file.content]);
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

async function loadEngine(): Promise<EngineModule> {
  const folder = path.resolve("node_modules/@prisma/schema-engine-wasm");
  const module = (await import(path.join(folder, "schema_engine_bg.js"))) as EngineModule;
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const imports = { "./schema_engine_bg.js": module } as unknown as WebAssembly.Imports;
  const { exports } = new WebAssembly.Instance(wasm, imports);
  module.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return module;
}
