import type { ImportPageData } from "./import";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { ImportPreview } from "./import-preview";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";
import { ImportTrouble } from "./import-trouble";
import { KeptRows } from "./kept-rows";

/** What an import's page shows, by where it stands. */
export function ImportBody({ found, isWorking }: { found: ImportPageData; isWorking: boolean }) {
  const { view, job } = found;
  if (isWorking || view.state === "waiting") {
    return <ImportProgress job={job} uploadTitle={IMPORT_LAYOUTS[view.layout].uploadTitle} />;
  }
  switch (view.state) {
    case "checked":
      return <ImportPreview found={found} />;
    case "committed":
      return (
        <>
          <ImportResult view={view} />
          <KeptRows found={found} />
        </>
      );
    case "superseded":
    case "abandoned":
      return (
        <>
          <ImportTrouble view={view} />
          <KeptRows found={found} />
        </>
      );
    case "needsColumns":
    case "failed":
      return <ImportTrouble view={view} />;
  }
}
