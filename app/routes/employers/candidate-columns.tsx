import type { Column } from "~/ui/tables/column";
import type { Candidate } from "./person-candidates.server";

export const CANDIDATE_COLUMNS: readonly Column<Candidate>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
  { key: "id", header: "身份证号", cell: (row) => row.maskedId },
  { key: "sex", header: "性别", cell: (row) => row.sex },
  { key: "age", header: "年龄", align: "right", cell: (row) => row.age ?? "—" },
  {
    key: "address",
    header: "住址",
    cell: (row) => row.address,
    className: "min-w-[12rem] whitespace-normal",
  },
];
