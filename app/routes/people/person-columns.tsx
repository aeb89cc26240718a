import type { PersonLine } from "~/data/people/people-view.server";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";

type Row = PersonLine & { readonly countyName: string };

const NAME: Column<Row> = {
  key: "name",
  header: "姓名",
  cell: (row) => row.name,
  isRowHeader: true,
};
const NUMBER: Column<Row> = {
  key: "id",
  header: "身份证号",
  cell: (row) => <span className="font-mono tabular-nums">{row.maskedId}</span>,
};
const COUNTY: Column<Row> = {
  key: "county",
  header: "县（市、区）",
  cell: (row) => row.countyName,
};

/** The list of people: masked, the name leading to the person. */
export const PERSON_COLUMNS: readonly Column<Row>[] = [
  NAME,
  { key: "sex", header: "性别", cell: (row) => row.sex || "—" },
  NUMBER,
  { key: "age", header: "年龄", align: "right", cell: (row) => row.age ?? "—" },
  { key: "ethnicity", header: "民族", cell: (row) => row.ethnicity || "—" },
  {
    key: "phone",
    header: "联系电话",
    cell: (row) => <span className="font-mono tabular-nums">{row.maskedPhone || "—"}</span>,
  },
  COUNTY,
  {
    key: "address",
    header: "住址",
    cell: (row) => row.address || "—",
    className: "min-w-[12rem] max-w-[24rem] truncate",
  },
];

/** What a district officer is told of the people of the counties paired with his district. */
export const NARROW_COLUMNS: readonly Column<Row>[] = [
  NAME,
  { key: "employer", header: "用人单位", cell: (row) => row.job?.employerName ?? "—" },
  { key: "state", header: "状态", cell: (row) => <JobState job={row.job} /> },
  NUMBER,
  COUNTY,
];

function JobState({ job }: Pick<Row, "job">) {
  if (job === null) return <>未登记就业</>;
  return job.isInWork ? (
    <StateBadge label="在岗" tone="success" />
  ) : (
    <StateBadge label="已离岗" tone="neutral" />
  );
}
