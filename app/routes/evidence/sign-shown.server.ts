import { CONSENT_PURPOSE_LABELS } from "~/domain/evidence/consent";
import { plainNotice } from "~/domain/evidence/notice";
import { shownFacts } from "~/domain/evidence/signed-document";
import type { OpenLink } from "~/usecases/evidence/open-signing-link.server";

/**
 * What of the line goes to the browser. Until its person has said who he is that is a name and four
 * characters: the rest is not even in the page.
 */
export function shownLine({ line, isConfirmed }: OpenLink) {
  const { facts, notices, digest } = line;
  const notYet = { facts: [], notices: [], shown: "" };
  const rest = {
    facts: shownFacts(facts),
    notices: notices.map((notice) => ({
      ...{ id: notice.id, purpose: notice.purpose, version: notice.version },
      ...{ title: notice.title, sections: notice.sections, spoken: plainNotice(notice) },
      label: CONSENT_PURPOSE_LABELS[notice.purpose],
    })),
    shown: digest.toString("hex"),
  };
  return { name: facts.name, idTail: facts.idMasked.slice(-4), ...(isConfirmed ? rest : notYet) };
}

export type ShownLine = ReturnType<typeof shownLine>;
export type ShownNotice = ShownLine["notices"][number];
