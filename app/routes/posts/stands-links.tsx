import { Link } from "@remix-run/react";
import type {
  AppointmentFinding,
  AppointmentFindingKind,
} from "~/domain/posts/appointment-findings";
import { Notice } from "~/ui/display/notice";

const LABELS: Partial<Record<AppointmentFindingKind, string>> = {
  "other-post": "此人的另一岗位",
  job: "此人的就业登记",
  "quota-full": "岗位指标和在岗人员",
  "quota-days": "岗位指标",
  "quota-closed": "岗位指标",
};

/** The ways to what stands against somebody; what it is stands at its field. */
export function StandsLinks({ stands }: { readonly stands: readonly AppointmentFinding[] }) {
  const links = new Map(
    stands.flatMap(({ kind, to }) => (to === null ? [] : [[to, LABELS[kind] ?? "那一条"]])),
  );
  if (links.size === 0) return null;
  return (
    <Notice kind="info" title="去核对">
      <ul className="flex flex-wrap gap-x-4">
        {[...links].map(([to, label]) => (
          <li key={to}>
            <Link to={to} className="text-brand-600 underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
