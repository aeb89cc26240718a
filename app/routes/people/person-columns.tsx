import type { PersonLine } from "~/data/people/people-view.server";
import type { Column } from "~/ui/tables/column";

type Row = PersonLine & { readonly countyName: string };

/** The list of people: masked, the name leading to the person. */
export const PERSON_COLUMNS: readonly Column<Row>[] = [
  { key: "name", header: "姓名", cell: (row) => row.name, isRowHeader: true },
  { key: "sex", header: "性别", cell: (row) => row.sex },
  {
    key: "id",
    header: "身份证号",
    cell: (row) => <span className="font-mono tabular-nums">{row.maskedId}</span>,
  },
  { key: "bornOn", header: "出生日期", cell: (row) => row.bornOn },
  { key: "ethnicity", header: "民族", cell: (row) => row.ethnicity || "—" },
  {
    key: "phone",
    header: "联系电话",
    cell: (row) => <span className="font-mono tabular-nums">{row.maskedPhone || "—"}</span>,
  },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  {
    key: "address",
    header: "住址",
    cell: (row) => row.address || "—",
    className: "min-w-[12rem] max-w-[24rem] truncate",
  },
];
