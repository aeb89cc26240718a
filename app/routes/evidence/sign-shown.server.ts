import { CONSENT_PURPOSES, CONSENT_PURPOSE_LABELS } from "~/domain/evidence/consent";
import { plainNotice } from "~/domain/evidence/notice";
import { shownFacts, signedStatement, type ToldText } from "~/domain/evidence/signed-document";
import type { OpenLink } from "~/usecases/evidence/open-signing-link.server";

/**
 * What of the line goes to the browser. Until its person has said who he is that is a name and four
 * characters: the rest is not even in the page.
 */
export function shownLine({ line, isConfirmed }: OpenLink) {
  const { facts, told, digest } = line;
  const notYet = { facts: [], notices: [], statement: "", shown: "" };
  const rest = {
    facts: shownFacts(facts),
    notices: told.map((notice) => ({
      ...{ id: notice.id, purpose: notice.purpose, version: notice.version },
      ...{ title: notice.title, sections: notice.sections, spoken: plainNotice(notice) },
      consent: consentIn(notice),
    })),
    statement: signedStatement(facts),
    shown: digest.toString("hex"),
  };
  return {
    ...{ kind: facts.kind, name: facts.name, idTail: facts.idMasked.slice(-4) },
    ...(isConfirmed ? rest : notYet),
  };
}

/** What the notice asks him to agree to; null where it only tells. */
function consentIn({ purpose }: ToldText): string | null {
  const asked = CONSENT_PURPOSES.find((one) => one === purpose);
  return asked === undefined ? null : CONSENT_PURPOSE_LABELS[asked];
}

export type ShownLine = ReturnType<typeof shownLine>;
export type ShownNotice = ShownLine["notices"][number];
