// `npm start`: installs what is missing, builds what is stale, and becomes the server. One process, no shell.
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";

const OLDEST_NODE = [20, 11];
const startedAt = Date.now();

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  const wanted = OLDEST_NODE.join(".");
  throw new Error(
    `需要 Node.js ${wanted} 或更高版本，本机为 ${process.versions.node}。 / Node.js ${wanted} or later is needed.`,
  );
}

/** Two starts of one folder do not install or build over each other. The system frees the name with the process. */
async function alone(dir, work) {
  if (process.platform !== "linux") return work();
  let lock = null;
  while (lock === null) {
    lock = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", () => setTimeout(resolve, 100, null));
      server.listen(`\0labour-cooperation-build-${dir}`.slice(0, 107), () => resolve(server));
    });
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

try {
  requireNode();
  const { ensureInstalled, root } = await import("./ensure-installed.mjs");
  const { ensureBuilt, serverEntry } = await import("./ensure-built.mjs");
  await alone(root, () => {
    ensureInstalled();
    ensureBuilt();
  });
  // React and Express choose their fast paths by this.
  process.env.NODE_ENV = "production";
  process.chdir(root);
  const { serve } = await import(pathToFileURL(serverEntry).href);
  await serve(startedAt);
} catch (error) {
  for (let told = error; told instanceof Error; told = told.cause) console.error(told.message);
  if (process.env.DEBUG !== undefined || !(error instanceof Error)) console.error(error);
  process.exit(1);
}
