import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildPlacement } from "#test/builders/placement";
import { createTestDatabase, type TestDatabase } from "#test/support/test-database";
import { findKeyChecks } from "~/data/access/key-check-store.server";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { DecryptionFailed } from "~/platform/crypto/cipher-suite.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { createKeyRing, type KeyRing } from "~/platform/crypto/key-ring.server";
import { newId } from "~/platform/id.server";
import { reindexNumbers } from "~/usecases/access/reindex-numbers.server";
import { rotateKeys } from "~/usecases/access/rotate-keys.server";

const NOW = new Date("2020-06-18T01:00:00Z");
const NUMBER = "53232919800101001X";
const PHONE = "13800001234";
let database: TestDatabase;
let owner: pg.Client;
let ring: KeyRing;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.close();
});

beforeEach(async () => {
  ring = createKeyRing("intl");
  await owner.query(
    "TRUNCATE person, registry_entry, roster_import_row, form_draft, employer, placement CASCADE",
  );
  const index = idCardIndex(ring, NUMBER);
  const hex = index.toString("hex");
  const idSealed = sealText(ring, NUMBER, `idNumber:${hex}`);
  const phoneSealed = sealText(ring, PHONE, `phone:${hex}`);
  await owner.query(
    `INSERT INTO person (id, county_code, id_index, id_sealed, name, pinyin_initials, sex, born_on,
       ethnicity, address, phone_index, phone_sealed, created_at, updated_at)
     VALUES ($1, '532329', $2, $3, '张三', 'ZS', '男', '1980-01-01', '', '', $4, $5, $6, $6)`,
    [newId(), index, idSealed, phoneIndex(ring, PHONE), phoneSealed, NOW],
  );
  await owner.query(
    `INSERT INTO registry_entry VALUES ($1, $2, '532329', $3, '张三', 'ZS', '', '', '', '', '', '',
       NULL, '', '', 2)`,
    [newId(), index, idSealed],
  );
  const importId = newId();
  const cells = sealText(ring, "[]", `cells:${importId}:7`);
  await owner.query(
    `INSERT INTO roster_import_row (import_id, sheet_row, county_code, state, line_id, name,
       pinyin_initials, sex, ethnicity, address, declared_status, trade, note, findings, cells_sealed)
     VALUES ($1, 7, '532329', 'refused', $2, '', '', '', '', '', '', '', '', '[]', $3)`,
    [importId, newId(), cells],
  );
  const draftId = newId();
  await owner.query("INSERT INTO form_draft VALUES ($1, $2, '/', $3, $4)", [
    draftId,
    newId(),
    sealText(ring, "{}", `draft:${draftId}`),
    NOW,
  ]);
  const employerId = newId();
  await owner.query(
    `INSERT INTO employer (id, owner_code, name, kind, contact_phone_sealed, created_by, created_at)
     VALUES ($1, '532329', '张三家', 'HOUSEHOLD', $2, $1, $3)`,
    [employerId, sealText(ring, PHONE, `employerPhone:${employerId}`), NOW],
  );
});

interface Person {
  id_index: Buffer;
  id_sealed: Buffer;
  phone_index: Buffer;
  phone_sealed: Buffer;
}

async function thePerson(): Promise<Person> {
  const { rows } = await owner.query<Person>("SELECT * FROM person");
  if (rows[0] === undefined) throw new Error("no person");
  return rows[0];
}

async function rotate(from: KeyRing, more: { hasRestarted?: boolean; dieAfter?: string } = {}) {
  let saved = from;
  const counts: Record<string, number> = {};
  const report = (label: string, rows: number) => {
    counts[label] = rows;
    if (label === more.dieAfter) throw new Error("killed");
  };
  const save = (next: KeyRing) => {
    saved = next;
  };
  const hasRestarted = more.hasRestarted ?? false;
  const rotation = await rotateKeys(owner, from, { hasRestarted, save, report }, NOW).catch(
    () => null,
  );
  return { rotation, saved, counts };
}

test("every sealed column opens with the new key and no more without it; indexes stay", async () => {
  const before = await thePerson();
  const { rotation, saved, counts } = await rotate(ring);
  expect(rotation).toEqual({ kind: "resealed", key: "k2" });
  expect(counts).toEqual({
    ...{ 人员: 1, 名册行: 0, 建档立卡数据: 1, 导入中的行: 1, 表单草稿: 1 },
    ...{ 封存后更正: 0, 用人单位: 1, 申领收款单位账号: 0 },
    ...{ 对账名单: 0, 收款账号: 0 },
  });
  const after = await thePerson();
  expect(after.id_index).toEqual(before.id_index);
  const hex = after.id_index.toString("hex");
  expect(openText(saved, after.id_sealed, `idNumber:${hex}`)).toBe(NUMBER);
  expect(openText(saved, after.phone_sealed, `phone:${hex}`)).toBe(PHONE);
  expect(() => openText(ring, after.id_sealed, `idNumber:${hex}`)).toThrow(DecryptionFailed);
  const { rows } = await owner.query<{ id: string; phone: Buffer }>(
    "SELECT id, contact_phone_sealed AS phone FROM employer",
  );
  const [employer = { id: "", phone: Buffer.alloc(0) }] = rows;
  expect(openText(saved, employer.phone, `employerPhone:${employer.id}`)).toBe(PHONE);
  expect(await findKeyChecks(owner)).toEqual(saved.checkValues());
});

test("a run killed half-way is finished by the next one with the same key", async () => {
  const killed = await rotate(ring, { dieAfter: "人员" });
  expect(killed.rotation).toBeNull();
  const again = await rotate(killed.saved);
  expect(again.rotation).toEqual({ kind: "resealed", key: "k2" });
  expect(again.counts).toMatchObject({ 人员: 0, 建档立卡数据: 1 });
  expect(Object.keys(again.saved.toDocument().keys)).toEqual(["k1", "k2"]);
});

test("while the product runs only the key is added; after its restart everything is sealed anew", async () => {
  const product = new pg.Client({ connectionString: database.appUrl });
  await product.connect();
  const before = await thePerson();
  const first = await rotate(ring);
  expect(first.rotation).toEqual({ kind: "restartFirst", key: "k2" });
  expect((await thePerson()).id_sealed).toEqual(before.id_sealed);
  const second = await rotate(first.saved, { hasRestarted: true });
  expect(second.rotation).toEqual({ kind: "resealed", key: "k2" });
  const third = await rotate(second.saved, { hasRestarted: true });
  expect(third.rotation).toEqual({ kind: "nothingToDo", key: "k2" });
  await product.end();
});

test("a new index finds the same people and their placements, and the old one nobody", async () => {
  let next: KeyRing | null = null;
  const held = await owner.query<{ person: string; employer: string }>(
    "SELECT p.id AS person, e.id AS employer FROM person p, employer e",
  );
  const { person: personId = "", employer: employerId = "" } = held.rows[0] ?? {};
  await buildPlacement(owner, { personId, employerId });
  const steps: string[] = [];
  const outcome = await reindexNumbers(
    owner,
    ring,
    {
      saveAside: (made) => {
        next = made;
        steps.push("aside");
      },
      putInPlace: () => void steps.push("place"),
      report: () => undefined,
    },
    NOW,
  );
  expect(outcome.ok).toBe(true);
  expect(steps).toEqual(["aside", "place"]);
  if (next === null) throw new Error("no ring");
  const person = await thePerson();
  expect(person.id_index).toEqual(idCardIndex(next, NUMBER));
  expect(person.id_index).not.toEqual(idCardIndex(ring, NUMBER));
  expect(person.phone_index).toEqual(phoneIndex(next, PHONE));
  const hex = person.id_index.toString("hex");
  expect(openText(next, person.id_sealed, `idNumber:${hex}`)).toBe(NUMBER);
  const { rows } = await owner.query<{ id_index: Buffer; id_sealed: Buffer }>(
    "SELECT * FROM registry_entry",
  );
  expect(rows[0]?.id_index).toEqual(person.id_index);
  const ledger = await owner.query<{ id_index: Buffer }>("SELECT id_index FROM placement");
  expect(ledger.rows).toEqual([{ id_index: person.id_index }]);
});

test("a new index that fails half-way changes nothing", async () => {
  const before = await thePerson();
  const doomed = reindexNumbers(
    owner,
    ring,
    {
      saveAside: () => undefined,
      putInPlace: () => expect.unreachable(),
      report: (label) => {
        if (label === "建档立卡数据") throw new Error("killed");
      },
    },
    NOW,
  );
  await expect(doomed).rejects.toThrow("killed");
  expect(await thePerson()).toEqual(before);
});

test("indexes are not computed anew while the product runs", async () => {
  const product = new pg.Client({ connectionString: database.appUrl });
  await product.connect();
  const steps = {
    saveAside: () => expect.unreachable(),
    putInPlace: () => expect.unreachable(),
    report: () => undefined,
  };
  expect(await reindexNumbers(owner, ring, steps, NOW)).toEqual({
    ok: false,
    refusal: { kind: "productRuns" },
  });
  await product.end();
});
