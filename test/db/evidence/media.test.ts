import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listSessionMedia } from "~/data/evidence/media-gaps.server";
import type { Actor } from "~/domain/access/actor";
import { readStoredFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { uploadMedia } from "~/usecases/evidence/upload-media.server";
import { anActor } from "#test/builders/actor";
import { receivedMedia, uploadPhoto, uploadPhotos } from "#test/builders/media";
import { makePhoto } from "#test/builders/phone-photo";
import { buildClass } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const NOW = new Date("2020-06-02T02:00:00Z");
const own = anActor("caseOfficer", "532323");
const foreign = anActor("caseOfficer", "530381");

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

async function aSession(actor: Actor, classId?: string, heldOn = "2020-06-01") {
  const countyCode = actor.counties[0] ?? "";
  const createdBy = actor.userId;
  return inTransaction(actor, async (tx) => {
    const ofClass = classId ?? (await buildClass(tx, { countyCode, createdBy }));
    const id = newId();
    await tx.classSession.create({
      data: {
        ...{ id, classId: ofClass, countyCode, heldOn: new Date(heldOn), createdBy },
        ...{ startsAt: 540, endsAt: 690, classHours: "3", place: "共和镇", teacher: "李老师" },
        createdAt: NOW,
      },
    });
    return { id, classId: ofClass };
  });
}

async function rowOf(id: string) {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "SELECT * FROM media_item WHERE id = $1",
    [id],
  );
  return rows[0] ?? {};
}

async function likenessesOf(id: string) {
  const { rows } = await database.owner.query<{ other: string; same: boolean; distance: number }>(
    `SELECT other_media_id AS other, is_same_file AS same, distance FROM media_likeness
     WHERE media_id = $1 ORDER BY distance, other_media_id`,
    [id],
  );
  return rows;
}

describe("[R04] what the camera wrote is read, and pages get pictures without it", () => {
  const photo = { seed: 1, takenAt: "2020:06:01 09:30:00", latitude: 25.3125, longitude: 101.5464 };

  test("size, time in China, place and device; view and thumbnail carry no notes", async () => {
    const session = await aSession(own);
    const id = await uploadPhoto(own, session.id, { ...photo, width: 2400 }, NOW);
    const row = await rowOf(id);
    expect(row).toMatchObject({
      ...{ state: "ready", width: 2400, height: 1800, device: "HUAWEI P30", findings: [] },
      captured_at: new Date("2020-06-01T01:30:00Z"),
    });
    expect(row.latitude).toBeCloseTo(25.3125, 3);
    expect(row.longitude).toBeCloseTo(101.5464, 3);
    const original = await readStoredFile(String(row.file_id));
    expect(original.includes("HUAWEI")).toBe(true);
    for (const [column, side] of [
      ["view_id", 1600],
      ["thumbnail_id", 320],
    ] as const) {
      const bytes = await readStoredFile(String(row[column]));
      const { width, exif, xmp, iptc, icc } = await sharp(bytes).metadata();
      expect({ width, exif, xmp, iptc, icc }).toEqual({ width: side });
      for (const mark of ["HUAWEI", "Exif", "2020:06:01"]) expect(bytes.includes(mark)).toBe(false);
    }
  });

  test("a picture held sideways comes upright", async () => {
    const session = await aSession(own);
    const sideways = await sharp(await makePhoto({ seed: 2 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const [id = ""] = await uploadPhotos(own, session.id, [sideways], NOW);
    const row = await rowOf(id);
    expect(row).toMatchObject({ width: 480, height: 640 });
    const view = await sharp(await readStoredFile(String(row.view_id))).metadata();
    expect([view.width, view.height, view.orientation]).toEqual([480, 640, undefined]);
  });

  test("PNG and WebP are read as well; a picture without notes is told apart", async () => {
    const session = await aSession(own);
    const plain = await makePhoto({ seed: 3 });
    const other = await makePhoto({ ...photo, seed: 4 });
    const files = [
      await sharp(plain).png().toBuffer(),
      await sharp(other).keepExif().webp({ quality: 90 }).toBuffer(),
    ];
    const [png = "", webp = ""] = await uploadPhotos(own, session.id, files, NOW);
    expect(await rowOf(png)).toMatchObject({ mime_type: "image/png", findings: ["noNotes"] });
    expect(await rowOf(webp)).toMatchObject({
      ...{ mime_type: "image/webp", findings: [] },
      captured_at: new Date("2020-06-01T01:30:00Z"),
    });
  });
});

/** The picture with so many percent cut off: left, top, right and below, all around. */
async function cutAt(photo: Buffer, percent: number): Promise<Buffer[]> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  const x = Math.round((width * percent) / 100);
  const y = Math.round((height * percent) / 100);
  const pieces = [
    { left: x, top: 0, width: width - x, height },
    { left: 0, top: y, width, height: height - y },
    { left: 0, top: 0, width: width - x, height: height - y },
    { left: x, top: y, width: width - 2 * x, height: height - 2 * y },
  ];
  return Promise.all(
    pieces.map((piece) => sharp(photo).extract(piece).jpeg({ quality: 75 }).toBuffer()),
  );
}

describe("[R04] the same or nearly the same picture is flagged on both classes", () => {
  test("the very file, a recompressed and a cropped one, across classes and counties; another picture is not", async () => {
    const photo = await makePhoto({ seed: 11 });
    const recompressed = await sharp(photo).resize(500).jpeg({ quality: 55 }).toBuffer();
    const [, , , cropped = photo] = await cutAt(photo, 1.5);
    const [first, second, third] = [
      await aSession(own),
      await aSession(own),
      await aSession(foreign),
    ];
    const [a = ""] = await uploadPhotos(own, first.id, [photo], NOW);
    const [b = ""] = await uploadPhotos(own, second.id, [recompressed], NOW);
    const ids = await uploadPhotos(
      foreign,
      third.id,
      [photo, cropped, await makePhoto({ seed: 12 })],
      NOW,
    );
    const [c = "", d = "", unrelated = ""] = ids;

    expect((await likenessesOf(a)).map(({ other }) => other).sort()).toEqual([b, c, d].sort());
    expect((await likenessesOf(a)).filter(({ same }) => same).map(({ other }) => other)).toEqual([
      c,
    ]);
    expect((await likenessesOf(b)).map(({ other }) => other).sort()).toEqual([a, c, d].sort());
    expect((await likenessesOf(d)).map(({ other }) => other).sort()).toEqual([a, b, c].sort());
    for (const { distance } of await likenessesOf(a)) expect(distance).toBeLessThanOrEqual(6);
    expect(await likenessesOf(unrelated)).toEqual([]);
  });

  test("seen from his own county, an officer sees that another class has it, and no row of theirs", async () => {
    const rows = await inTransaction(own, (tx) => tx.mediaLikeness.findMany());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ countyCode }) => countyCode === "532323")).toBe(true);
  });

  test.each([1.5, 3])(
    "%s percent cut off any one side, or all around, is found",
    async (percent) => {
      const session = await aSession(own);
      const seed = 20 + percent;
      const photo = await makePhoto({ seed });
      const [whole = ""] = await uploadPhotos(own, session.id, [photo], NOW);
      const files = await cutAt(photo, percent);
      const ids = await uploadPhotos(own, (await aSession(own)).id, files, NOW);
      const found = (await likenessesOf(whole)).map(({ other }) => other);
      expect(found.sort()).toEqual([...ids].sort());
    },
  );

  test("plain pictures say nothing and are alike only when they are the same file", async () => {
    const plain = (shade: string) =>
      sharp({ create: { width: 640, height: 480, channels: 3, background: shade } });
    const [dark, light] = [
      await plain("#222").jpeg().toBuffer(),
      await plain("#eee").jpeg().toBuffer(),
    ];
    const [a = "", b = ""] = await uploadPhotos(own, (await aSession(own)).id, [dark, light], NOW);
    const [c = ""] = await uploadPhotos(own, (await aSession(own)).id, [dark], NOW);
    expect(await rowOf(a)).toMatchObject({ perceptual_hash: null, cropped_hashes: [] });
    expect(await likenessesOf(b)).toEqual([]);
    expect(await likenessesOf(a)).toEqual([{ other: c, same: true, distance: 0 }]);
  });
});

describe("what is sent in is taken once, and what cannot be read says why", () => {
  test("the same bytes twice in a session are taken once, also when sent at the same time", async () => {
    const session = await aSession(own);
    const photo = await makePhoto({ seed: 31 });
    const send = async () => uploadMedia(own, session.id, [await receivedMedia(photo)], NOW);
    const outcomes = await Promise.all([send(), send(), send()]);
    const taken = outcomes.map((outcome) => (outcome.ok ? outcome.value : null));
    expect(taken.flatMap((one) => one?.mediaIds ?? [])).toHaveLength(1);
    expect(taken.flatMap((one) => one?.same ?? [])).toHaveLength(2);
  });

  test("a broken picture is kept and called unreadable; the next one is read", async () => {
    const session = await aSession(own);
    const broken = (await makePhoto({ seed: 32 })).subarray(0, 3000);
    const good = await makePhoto({ seed: 33 });
    const [bad = "", fine = ""] = await uploadPhotos(own, session.id, [broken, good], NOW);
    expect(await rowOf(bad)).toMatchObject({
      state: "unreadable",
      problem: "照片已损坏或不完整，打不开，请重新上传原图",
    });
    expect(await rowOf(fine)).toMatchObject({ state: "ready" });
    const { rows } = await database.owner.query("SELECT state FROM job WHERE subject_id = $1", [
      bad,
    ]);
    expect(rows).toEqual([{ state: "failed" }]);
  });

  test("a small file that claims more pixels than may be is not decoded", async () => {
    const session = await aSession(own);
    const bomb = await sharp({
      create: { width: 10_000, height: 5_001, channels: 3, background: "#fff" },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const [id = ""] = await uploadPhotos(own, session.id, [bomb], NOW);
    expect(await rowOf(id)).toMatchObject({
      state: "unreadable",
      problem: "照片超过 5000 万像素，请降低分辨率后重新上传",
    });
  });

  test("another county's session does not exist; a cancelled or sealed one takes nothing", async () => {
    const session = await aSession(own);
    const file = await receivedMedia(await makePhoto({ seed: 34 }));
    const refusal = async (actor: Actor) => {
      const outcome = await uploadMedia(actor, session.id, [file], NOW);
      return outcome.ok ? null : outcome.refusal.kind;
    };
    expect(await refusal(foreign)).toBe("notFound");
    expect(await refusal(anActor("auditor", "532323"))).toBe("forbidden");
    await database.owner.query("UPDATE class_session SET cancelled_at = now() WHERE id = $1", [
      session.id,
    ]);
    expect(await refusal(own)).toBe("cancelled");
    await database.owner.query(
      `INSERT INTO roster (id, county_code, class_id, state, created_by, created_at, updated_at)
       VALUES (gen_random_uuid(), '532323', $1, 'sealed', $2, now(), now())`,
      [session.classId, own.userId],
    );
    expect(await refusal(own)).toBe("sealed");
  });
});

describe("[R04] sessions without media are known", () => {
  test("one is needed unless a value in force says more; waiting, unreadable and set aside ones do not count", async () => {
    const one = await aSession(own);
    const two = await aSession(own, one.classId, "2020-06-02");
    const gone = await aSession(own, one.classId, "2020-06-03");
    await database.owner.query("UPDATE class_session SET cancelled_at = now() WHERE id = $1", [
      gone.id,
    ]);
    await database.owner.query(
      `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
         entered_by_name, entered_at)
       VALUES (gen_random_uuid(), '532300', 'media.perSession', 2, '2020-06-02', '州局通知', $1, '', now())`,
      [own.userId],
    );
    const [a = ""] = await uploadPhotos(
      own,
      two.id,
      [await makePhoto({ seed: 41 }), await makePhoto({ seed: 42 })],
      NOW,
    );
    await uploadMedia(own, one.id, [await receivedMedia(await makePhoto({ seed: 43 }))], NOW);
    const list = () => inTransaction(own, (tx) => listSessionMedia(tx, one.classId));
    const facts = { startsAt: 540 };
    expect(await list()).toEqual([
      { ...facts, sessionId: one.id, heldOn: "2020-06-01", needed: 1, counted: 0 },
      { ...facts, sessionId: two.id, heldOn: "2020-06-02", needed: 2, counted: 2 },
    ]);
    await database.owner.query("UPDATE media_item SET set_aside_at = now() WHERE id = $1", [a]);
    expect((await list())[1]).toMatchObject({ needed: 2, counted: 1 });
  });
});
