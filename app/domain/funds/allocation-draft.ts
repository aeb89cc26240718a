/** A table as it is typed or read from a workbook: texts, before anything is made of them. */
export interface DraftColumn {
  /** 省对下部分; 项目数（个） and 占比（%） say their unit. */
  readonly label: string;
  readonly declared: string;
}

export interface DraftProject {
  readonly label: string;
  readonly clause: string;
  readonly isLabour: boolean;
  readonly declared: string;
}

/** One line: a unit's money for one project. A line without a unit goes on with the unit above it. */
export interface DraftLine {
  readonly unitName: string;
  readonly area: string;
  readonly declared: string;
  readonly amounts: readonly string[];
  readonly project: string;
  readonly functionCode: string;
  readonly economicCode: string;
  readonly isOffTable: boolean;
  readonly note: string;
}

export interface AllocationDraft {
  readonly declared: string;
  readonly columns: readonly DraftColumn[];
  readonly projects: readonly DraftProject[];
  readonly lines: readonly DraftLine[];
}

export type DraftFields = Readonly<Record<string, string>>;

export const MOST_DRAFT_COLUMNS = 6;
export const MOST_DRAFT_LINES = 300;
const MOST_PROJECTS = 30;

/** A draft as the fields of the form. */
export function fieldsOf(draft: AllocationDraft): DraftFields {
  const fields: Record<string, string> = { declared: draft.declared };
  const tick = (name: string, is: boolean) => {
    if (is) fields[name] = "on";
  };
  draft.columns.forEach(({ label, declared }, at) => {
    Object.assign(fields, { [`column-${at}`]: label, [`column-${at}-declared`]: declared });
  });
  draft.projects.forEach(({ label, clause, declared, isLabour }, at) => {
    Object.assign(fields, { [`project-${at}`]: label, [`project-${at}-clause`]: clause });
    fields[`project-${at}-declared`] = declared;
    tick(`project-${at}-labour`, isLabour);
  });
  draft.lines.forEach((line, at) => {
    const name = (part: string) => `line-${at}-${part}`;
    Object.assign(fields, {
      ...{ [name("unit")]: line.unitName, [name("area")]: line.area },
      ...{ [name("declared")]: line.declared, [name("project")]: line.project },
      ...{ [name("function")]: line.functionCode, [name("economic")]: line.economicCode },
      [name("note")]: line.note,
    });
    line.amounts.forEach((amount, column) => {
      fields[name(`amount-${column}`)] = amount;
    });
    tick(name("off"), line.isOffTable);
  });
  return fields;
}

/** The draft that the fields of a form make; lines and columns beyond the most are not looked at. */
export function draftOf(fields: DraftFields): AllocationDraft {
  const text = (name: string) => (fields[name] ?? "").trim();
  const upTo = (most: number) => Array.from({ length: most }, (_, at) => at);
  const columns = upTo(MOST_DRAFT_COLUMNS).map((at) => ({
    label: text(`column-${at}`),
    declared: text(`column-${at}-declared`),
  }));
  return {
    declared: text("declared"),
    columns: columns.slice(
      0,
      lastOf(columns, ({ label, declared }) => label + declared),
    ),
    projects: upTo(MOST_PROJECTS)
      .map((at) => ({
        ...{ label: text(`project-${at}`), clause: text(`project-${at}-clause`) },
        isLabour: fields[`project-${at}-labour`] === "on",
        declared: text(`project-${at}-declared`),
      }))
      .filter(({ label, declared }) => label + declared !== ""),
    lines: upTo(MOST_DRAFT_LINES)
      .map((at): DraftLine => {
        const part = (name: string) => text(`line-${at}-${name}`);
        return {
          ...{ unitName: part("unit"), area: part("area"), declared: part("declared") },
          amounts: columns.map((_, column) => part(`amount-${column}`)),
          ...{ project: part("project"), note: part("note") },
          ...{ functionCode: part("function"), economicCode: part("economic") },
          isOffTable: part("off") === "on",
        };
      })
      .filter(isWritten),
  };
}

/** Whether anything is written in a line. */
export function isWritten({ isOffTable, amounts, ...texts }: DraftLine): boolean {
  return isOffTable || [...amounts, ...Object.values(texts)].some((text) => text !== "");
}

function lastOf<One>(list: readonly One[], textOf: (one: One) => string): number {
  return list.reduce((last, one, at) => (textOf(one) === "" ? last : at + 1), 0);
}
