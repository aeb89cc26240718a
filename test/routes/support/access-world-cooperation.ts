import { jobFairForm } from "~/domain/employers/job-fair";
import { studentForm } from "~/domain/employers/student";
import { workshopForm } from "~/domain/employers/workshop";
import type { Actor } from "~/domain/access/actor";
import { addFairParticipants } from "~/usecases/employers/add-participants.server";
import { addWorkFile } from "~/usecases/employers/add-work-file.server";
import { createFair } from "~/usecases/employers/save-job-fair.server";
import { registerStudent } from "~/usecases/employers/save-student.server";
import { createWorkshop } from "~/usecases/employers/save-workshop.server";
import type { TestPlatform } from "#test/support/test-platform";
import { AT, received, value } from "./two-editions";

const FAIR = { name: "专场招聘会", mode: "ON_SITE", place: "体育馆", organiser: "县人社局" };
export const FAIR_TEXTS = { ...FAIR, heldOn: "2020-05-20", heldTo: "", districtCode: "" };
export const STUDENT_TEXTS = {
  ...{ schoolName: "上海某职校", major: "护理", districtCode: "", note: "" },
  ...{ enrolledOn: "2018-09-01", graduatesOn: "2021-06-30" },
};
const RECOGNITION = { recognisedOn: "2020-03-10", recognisedBy: "县扶贫办", validTo: "" };
export const workshopTexts = (county: string) => ({
  ...{ ...RECOGNITION, name: "绣品车间", documentNumber: "扶发〔2020〕3号", regionCode: county },
});
const PNG = Buffer.from("89504e470d0a1a0a0000000d", "hex");

/** A fair with the county's person and a proof, a workshop of everybody's employer, and the person as a student. */
export async function cooperationOf(
  officer: Actor,
  county: string,
  personId: string,
  { owner }: TestPlatform,
): Promise<{
  readonly fairId: string;
  readonly workFileId: string;
  readonly workshopId: string;
  readonly studentId: string;
}> {
  const fairId = value(await createFair(officer, county, jobFairForm.parse(FAIR_TEXTS), AT));
  value(await addFairParticipants(officer, fairId, { personIds: [personId] }, AT));
  const proof = { subject: { kind: "jobFair", id: fairId }, kind: "PHOTO" } as const;
  const workFileId = value(await addWorkFile(officer, proof, await received(PNG, "现场.png"), AT));
  const recognition = workshopForm.parse(workshopTexts(county));
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM employer LIMIT 1");
  const asked = { countyCode: county, employerId: rows[0]?.id ?? "" };
  const workshopId = value(await createWorkshop(officer, asked, recognition, AT));
  const studentId = value(
    await registerStudent(officer, { personId }, studentForm.parse(STUDENT_TEXTS), AT),
  );
  return { fairId, workFileId, workshopId, studentId };
}
