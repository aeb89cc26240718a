import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as galleryPage from "~/routes/training/media";
import * as fileRoute from "~/routes/training/media-file";
import * as itemPage from "~/routes/training/media-item";
import * as sessionPage from "~/routes/training/media-session";
import * as scriptRoute from "~/routes/training/media-session-files";
import * as thumbnailRoute from "~/routes/training/media-thumbnail";
import { newId } from "~/platform/id.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { anActor } from "#test/builders/actor";
import { aFilm } from "#test/builders/film";
import { uploadPhoto, uploadPhotos } from "#test/builders/media";
import { makePhoto } from "#test/builders/phone-photo";
import { buildClass } from "#test/builders/roster";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-02T02:00:00Z");
const own = anActor("caseOfficer", COUNTY);
const foreign = anActor("caseOfficer", "530381");

let database: TestPlatform;
let officer: Visitor;
let auditor: Visitor;
beforeAll(async () => {
  database = await openTestPlatform();
  officer = await aVisitor("caseOfficer", COUNTY);
  auditor = await aVisitor("auditor", COUNTY);
});
afterAll(() => database.close());

async function aClass(actor: Actor, sessions = 1, name = "电工") {
  const countyCode = actor.counties[0] ?? "";
  const createdBy = actor.userId;
  return inTransaction(actor, async (tx) => {
    const classId = await buildClass(tx, { countyCode, createdBy, name });
    const sessionIds = Array.from({ length: sessions }, () => newId());
    for (const [at, id] of sessionIds.entries()) {
      await tx.classSession.create({
        data: {
          ...{ id, classId, countyCode, heldOn: new Date(`2020-06-0${at + 1}`), createdBy },
          ...{ startsAt: 540, endsAt: 690, classHours: "3", place: "共和镇", teacher: "李老师" },
          createdAt: NOW,
        },
      });
    }
    return { classId, sessionId: sessionIds[0] ?? "", sessionIds };
  });
}

const gallery = (classId: string, who = officer) =>
  visit(galleryPage, "/classes/:classId/media", `/classes/${classId}/media`, who);
const item = (id: string, who = officer, form?: Record<string, string>) =>
  visit(itemPage, "/media/:mediaId", `/media/${id}`, who, form);
const file = (id: string, query = "", who = officer) =>
  visit(fileRoute, "/media/:mediaId/file", `/media/${id}/file${query}`, who);

async function send(
  module: { readonly action: (args: never) => Promise<unknown> },
  one: { readonly classId: string; readonly sessionId: string },
  files: readonly (readonly [string, Buffer])[],
) {
  const body = new FormData();
  for (const [name, bytes] of files) body.append("files", new File([new Uint8Array(bytes)], name));
  const address = `http://127.0.0.1:3000/classes/${one.classId}/sessions/${one.sessionId}/media`;
  const headers = { Cookie: officer.cookie };
  const request = new Request(address, { method: "POST", body, headers });
  const params = { classId: one.classId, sessionId: one.sessionId };
  const answer = await module.action({ request, params, context } as never);
  if (answer instanceof Response) return { response: answer, refused: [], taken: 0 };
  const { data } = answer as { data: { taken: number; refused: string[] } };
  return { response: null, ...data };
}

async function trailOf(subjectId: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [subjectId],
  );
  return rows.map(({ action }) => action);
}

const context = { cspNonce: "", ip: "" };
const bytesOf = async (response: Response | null) =>
  Buffer.from(response === null ? new ArrayBuffer(0) : await response.arrayBuffer());
const storedFiles = () =>
  readdirSync(platform().filesDir, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  ).length;

describe("[R04] photographs and videos are sent in from the form", () => {
  test("several at once; what cannot be taken is named with its cure, the rest is taken", async () => {
    const one = await aClass(own);
    const before = storedFiles();
    const photo = await makePhoto({ seed: 1 });
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
    const mov = Buffer.from("\0\0\0\x14ftypqt  \0\0\0\0qt  ", "latin1");
    const large = Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024 + 1 - photo.length)]);
    const { taken, refused } = await send(sessionPage, one, [
      ["heic.jpg", heic],
      ["iphone.mp4", mov],
      ["photo.txt", photo],
      ["again.jpg", photo],
      ["large.jpg", large],
      ["empty.jpg", Buffer.alloc(0)],
      ["page.jpg", Buffer.from("<html><script>alert(1)</script></html>")],
    ]);
    expect(taken).toBe(1);
    expect(refused.map((text) => text.slice(0, 26))).toEqual(
      [
        "heic.jpg：是 HEIC 格式，多数电脑打不开。请在手",
        "iphone.mp4：是 MOV 格式，浏览器不能播放。",
        "large.jpg：超过照片 20 MB 的上限，请用原图压",
        "empty.jpg：是空文件，请重新选择",
        "page.jpg：不是能收的格式。照片请用 JPG、PN",
        "again.jpg：这次课已经有同一份文件，不必重复上传",
      ].map((text) => text.slice(0, 26)),
    );
    expect(storedFiles()).toBe(before + 1);
  });

  test("exactly the limit is taken", async () => {
    const one = await aClass(own);
    const photo = await makePhoto({ seed: 2 });
    const full = Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024 - photo.length)]);
    const { response } = await send(sessionPage, one, [["full.jpg", full]]);
    expect(response?.headers.get("Location")).toBe(`/classes/${one.classId}/media?uploaded=1`);
  });
});

describe("[R04] the form and its script are told alike", () => {
  test("the script is answered in its own words", async () => {
    const one = await aClass(own);
    const photo = await makePhoto({ seed: 3 });
    const first = await send(scriptRoute, one, [["一.jpg", photo]]);
    expect(await first.response?.json()).toEqual({ taken: 1, refused: [] });
    const second = await send(scriptRoute, one, [["一.jpg", photo]]);
    expect(await second.response?.json()).toEqual({
      taken: 0,
      refused: ["一.jpg：这次课已经有同一份文件，不必重复上传"],
    });
  });

  test("a sealed class takes nothing, and says so before a byte is read", async () => {
    const one = await aClass(own);
    await database.owner.query(
      `INSERT INTO roster (id, county_code, class_id, state, created_by, created_at, updated_at)
       VALUES (gen_random_uuid(), $1, $2, 'sealed', $3, now(), now())`,
      [COUNTY, one.classId, own.userId],
    );
    const { taken, refused } = await send(sessionPage, one, [
      ["一.jpg", await makePhoto({ seed: 4 })],
    ]);
    expect([taken, refused]).toEqual([0, ["本班花名册已封存，影像不能再增加"]]);
  });
});

describe("[R04] the matrix of a class", () => {
  test("names the gaps first, shows what each session has and what asks for a look", async () => {
    const one = await aClass(own, 2);
    const late = { seed: 11, takenAt: "2020:06:03 10:00:00" };
    await uploadPhoto(own, one.sessionId, late, NOW);
    const { html } = await gallery(one.classId);
    expect(html).toContain("1 次课影像不足");
    expect(html).toMatch(/2020-06-02 09:00–11:30：已有(<!-- -->)? ?0/);
    expect(html).toContain("拍摄时间晚于本次课 46 小时");
    expect(html.indexOf("次课影像不足")).toBeLessThan(html.indexOf("拍摄时间晚于"));
    expect(html).toContain(`/classes/${one.classId}/sessions/${one.sessionIds[1]}/media`);
    expect((await gallery(one.classId, auditor)).html).not.toContain("上传影像");
    const listed = (await trailOf(one.classId)).filter((action) => action === "media.list");
    expect(listed).toHaveLength(2);
  });

  test("a picture that killed its worker is called unreadable, with the reason", async () => {
    const one = await aClass(own);
    await send(sessionPage, one, [["一.jpg", await makePhoto({ seed: 12 })]]);
    await database.owner.query(
      "UPDATE job SET state = 'failed', message = '处理程序多次中断' WHERE state = 'queued'",
    );
    const { html } = await gallery(one.classId);
    expect(html).toContain("无法读取");
    expect(html).toContain("处理程序多次中断");
    expect(html).not.toContain("正在读取");
  });
});

describe("a picture is served without its camera's notes, and each look is kept", () => {
  test("view, thumbnail and original: only the original carries time and place", async () => {
    const one = await aClass(own);
    const photo = { seed: 21, takenAt: "2020:06:01 09:30:00", latitude: 25.31, longitude: 101.54 };
    const id = await uploadPhoto(own, one.sessionId, photo, NOW);
    const seen = await file(id, "", auditor);
    const address = `/media/${id}/thumbnail`;
    const small = await visit(thumbnailRoute, "/media/:mediaId/thumbnail", address, auditor);
    for (const { response } of [seen, small]) {
      expect(response?.headers.get("Content-Type")).toBe("image/jpeg");
      expect(response?.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
      const bytes = await bytesOf(response);
      expect(bytes.length).toBeGreaterThan(1000);
      for (const mark of ["Exif", "HUAWEI", "2020:06:01"]) expect(bytes.includes(mark)).toBe(false);
    }
    const original = await file(id, "?original=1");
    expect(original.response?.headers.get("Content-Disposition")).toMatch(/^attachment/);
    const bytes = await bytesOf(original.response);
    expect(bytes.includes("HUAWEI")).toBe(true);
    expect(await trailOf(id)).toEqual(["media.view", "media.view"]);
  });

  test("a video is sent in the parts that its player asks for", async () => {
    const one = await aClass(own);
    const film = aFilm(90_000);
    await send(sessionPage, one, [["课堂.mp4", film]]);
    while (await runOneJob(jobHandlers));
    const { rows } = await database.owner.query<{ id: string; duration: number; at: Date }>(
      "SELECT id, duration_ms AS duration, captured_at AS at FROM media_item WHERE session_id = $1",
      [one.sessionId],
    );
    const id = rows[0]?.id ?? "";
    expect(rows[0]).toMatchObject({ duration: 12_500, at: new Date("2020-06-01T01:30:00Z") });
    const ask = async (range: string) => {
      const headers = { Cookie: officer.cookie, Range: range };
      const request = new Request(`http://127.0.0.1:3000/media/${id}/file`, { headers });
      const response = await fileRoute.loader({ request, params: { mediaId: id }, context });
      const bytes = Buffer.from(await response.arrayBuffer());
      return [response.status, response.headers.get("Content-Range"), bytes.toString("hex")];
    };
    const size = film.length;
    expect(await ask("bytes=0-")).toEqual([
      206,
      `bytes 0-${size - 1}/${size}`,
      film.toString("hex"),
    ]);
    expect(await ask("bytes=70000-70009")).toEqual([
      ...[206, `bytes 70000-70009/${size}`],
      film.toString("hex", 70_000, 70_010),
    ]);
    expect(await ask("bytes=-5")).toEqual([
      ...[206, `bytes ${size - 5}-${size - 1}/${size}`],
      film.toString("hex", size - 5),
    ]);
    expect(await ask("bytes=999999999-")).toEqual([200, null, film.toString("hex")]);
  });
});

describe("[R04] look-alikes, explanations and what is set aside", () => {
  test("both classes are told; another county's is named to nobody who may not see it", async () => {
    const [here, there] = [await aClass(own, 1, "木工"), await aClass(foreign, 1, "缝纫")];
    const photo = await makePhoto({ seed: 31 });
    const [id = ""] = await uploadPhotos(own, here.sessionId, [photo], NOW);
    const [other = ""] = await uploadPhotos(foreign, there.sessionId, [photo], NOW);
    const { html } = await item(id);
    expect(html).toContain("他县培训班的影像：同一份文件");
    for (const mark of ["缝纫", other, there.classId]) expect(html).not.toContain(mark);
    const province = await aVisitor("prefectureSupervisor", "530000");
    const wide = (await item(id, province)).html;
    expect(wide).toContain("缝纫");
    expect(wide).toContain(`/media/${other}/thumbnail`);
    expect((await item(other)).status).toBe(404);
  });

  test("the county explains a likeness once", async () => {
    const [here, there] = [await aClass(own), await aClass(own)];
    const photo = await makePhoto({ seed: 32 });
    const [id = ""] = await uploadPhotos(own, here.sessionId, [photo], NOW);
    await uploadPhotos(own, there.sessionId, [photo], NOW);
    const { rows } = await database.owner.query<{ id: string }>(
      "SELECT id FROM media_likeness WHERE media_id = $1",
      [id],
    );
    const explain = (explanation: string) =>
      item(id, officer, { intent: "explain", likenessId: rows[0]?.id ?? "", explanation });
    expect((await explain("")).html).toContain("请填写说明，至少 2 个字");
    expect((await explain("两班同日合班上课，联系人 13911112222")).location).toBe(`/media/${id}`);
    const { html } = await item(id);
    expect(html).toContain("两班同日合班上课，联系人 139****2222");
    expect((await explain("另一个说法")).status).toBe(409);
    expect(await trailOf(id)).toEqual(["media.explain"]);
  });

  test("what is set aside stays in sight with its reason, counts no more, and stays so", async () => {
    const one = await aClass(own);
    const id = await uploadPhoto(own, one.sessionId, { seed: 33 }, NOW);
    const aside = (reason: string) => item(id, officer, { intent: "setAside", reason });
    expect((await aside(" ")).html).toContain("请填写理由");
    expect((await aside("传错了课次")).location).toBe(`/media/${id}`);
    expect((await aside("再来一次")).html).toContain("这份影像已经标为不作佐证");
    const { html } = await item(id, auditor);
    expect(html).toContain("传错了课次");
    expect((await gallery(one.classId)).html).toContain("1 次课影像不足");
    expect((await file(id)).status).toBe(200);
    expect(await trailOf(id)).toEqual(["media.setAside", "media.view"]);
  });
});
