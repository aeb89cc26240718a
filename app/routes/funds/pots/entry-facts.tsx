import { Link } from "@remix-run/react";
import type { EntryPage } from "~/data/funds/fund-entry-view.server";
import { Card } from "~/ui/display/card";
import { DescriptionList, type Description } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";
import { FILE_READERS } from "./pot-text";

interface EntryFactsProps {
  readonly entry: EntryPage;
  readonly potId: string;
  readonly mayOpen: boolean;
}

/** What was entered, with its voucher. */
export function EntryFacts({ entry, potId, mayOpen }: EntryFactsProps) {
  const { facts, file, reviewed, claimBatchId, clawbackId, voided } = entry;
  const items: Description[] = [{ term: "金额", detail: entry.amount }, ...facts];
  const add = (term: string, detail: Description["detail"]) => items.push({ term, detail });
  add("登记", `${entry.recordedByName} ${chinaMinute(entry.recordedAt)}`);
  if (reviewed !== null) {
    const told = `${reviewed.name} ${chinaMinute(reviewed.at)}`;
    // What is clawed back was confirmed before its money came; nobody has reviewed the receipt itself.
    if (clawbackId === null) add("审核", told);
    else add("追回确认", `追回已由${told}确认，凭证由登记人核对`);
  }
  if (voided !== null) add("作废", `${chinaMinute(voided.at)}：${voided.reason}`);
  if (claimBatchId !== null) {
    add(
      "补贴申领",
      <Link to={`/claims/${claimBatchId}`} className="text-brand-700 underline">
        查看这批补贴
      </Link>,
    );
  }
  if (clawbackId !== null) {
    add(
      "追回",
      <Link to={`/clawbacks/${clawbackId}`} className="text-brand-700 underline">
        查看这次追回
      </Link>,
    );
  }
  if (file !== null) {
    add(
      "凭证",
      mayOpen ? (
        <a href={`/funds/${potId}/files/${file.id}`} className="break-all text-brand-700 underline">
          {file.name}
        </a>
      ) : (
        `${file.name}（${FILE_READERS}）`
      ),
    );
  }
  return (
    <Card title="登记内容" className="max-w-4xl">
      <DescriptionList items={items} />
    </Card>
  );
}
