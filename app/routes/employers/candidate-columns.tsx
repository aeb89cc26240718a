import type { Column } from "~/ui/tables/column";
import type { Candidate } from "./person-candidates.server";

export const CANDIDATE_COLUMNS: readonly Column<Candidate>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
  { key: "id", header: "身份证号", cell: (row) => row.maskedId },
  { key: "sex", header: "性别", cell: (row) => row.sex },
  { key: "born", header: "出生日期", cell: (row) => row.bornOn },
  {
    key: "address",
    header: "住址",
    cell: (row) => row.address,
    className: "min-w-[12rem] whitespace-normal",
  },
];
