import { Link } from "@remix-run/react";
import type { NoticePage } from "~/data/posts/notice-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";

/** What the public was told, where and by whom; of one entered afterwards, that it was, and its picture. */
export function NoticeFacts({ notice }: { readonly notice: NoticePage }) {
  const { isLate, proof, enteredOn, enteredByName, closedByName, closedOn, state } = notice;
  const at = `/posts/notices/${notice.id}/proof`;
  const mayProve = notice.mayWrite && proof === null && state !== "withdrawn";
  const ending = state === "withdrawn" ? "撤回" : "结束";
  return (
    <Card title="公示内容" actions={mayProve && <ButtonLink to={at}>上传公示照片</ButtonLink>}>
      {isLate && (
        <Notice kind="warning" title="补录的公示">
          {`公示 ${notice.fromOn} 开始，${enteredOn} 才登记到系统，公示期以公示照片为准。${proof === null ? "还没有上传照片，不能结束公示、确认聘用。" : ""}`}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "公示期", detail: `${notice.fromOn} 至 ${notice.toOn}` },
          { term: "登记", detail: `${enteredByName}，${enteredOn}` },
          { term: "地点", detail: notice.place },
          { term: "受理异议", detail: notice.contact || "未填" },
          {
            term: "公示照片",
            detail:
              proof === null ? (
                "没有上传"
              ) : (
                <Link
                  to={`${at}/file`}
                  reloadDocument
                  className="text-brand-600 hover:underline"
                >{`${proof.name}（${proof.by}上传）`}</Link>
              ),
          },
          {
            term: `${ending}人`,
            detail: closedByName === "" ? "还没有结束" : `${closedByName}，${closedOn ?? ""}`,
          },
          { term: `${ending}说明`, detail: notice.closingNote || "无", wide: true },
        ]}
      />
    </Card>
  );
}
