import { benchClaims } from "./claims";
import { benchImport } from "./import";
import { benchScans } from "./scans";
import { benchTargets } from "./targets";

/** `npm run bench -- NAME [options]`: measures against a floor of the same run; never part of the tests. */
const BENCHES: Readonly<Record<string, (options: readonly string[]) => Promise<void>>> = {
  claims: benchClaims,
  import: benchImport,
  scans: benchScans,
  targets: benchTargets,
};

const [name = "", ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  process.stderr.write(
    `usage: npm run bench -- ${Object.keys(BENCHES).join("|")} [--rows N|--pages N|--people N --placements N|--lines N --sample N]\n`,
  );
  process.exitCode = 2;
} else {
  await bench(options);
  process.exit(0);
}
