/**
 * Drafts that survive a reload: only if the user says so, in this browser's IndexedDB. Where storage is refused, everything
 * else works all the same.
 */
import type { Sheet } from "./model.js";

const NAME = "disclosure-report-workbench";
const STORE = "sheets";
const CONSENT = "consent";

interface Kept {
  readonly id: string;
  readonly order: number;
  readonly savedAt: number;
  /** The window that wrote it last. */
  readonly window: string;
  readonly sheet: Sheet;
}

const here = crypto.randomUUID();

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((settle, refuse) => {
    request.onsuccess = () => settle(request.result);
    request.onerror = () => refuse(request.error);
  });
}

/** Everything in a store, one after another: all at once would hold up the page. */
function eachOf<T>(store: IDBObjectStore): Promise<T[]> {
  return new Promise((settle, refuse) => {
    const found: T[] = [];
    const request = store.openCursor();
    request.onerror = () => refuse(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return settle(found);
      found.push(cursor.value);
      cursor.continue();
    };
  });
}

function database(): Promise<IDBDatabase> {
  return new Promise((settle, refuse) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: "id" });
      request.result.createObjectStore(CONSENT);
    };
    request.onsuccess = () => settle(request.result);
    request.onerror = () => refuse(request.error);
    request.onblocked = () => refuse(new Error("blocked"));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (stores: { sheets: IDBObjectStore; consent: IDBObjectStore }) => Promise<T>,
): Promise<T> {
  const db = await database();
  try {
    const transaction = db.transaction([STORE, CONSENT], mode);
    const done = new Promise<void>((settle, refuse) => {
      transaction.oncomplete = () => settle();
      transaction.onabort = () => refuse(transaction.error);
      transaction.onerror = () => refuse(transaction.error);
    });
    const result = await work({ sheets: transaction.objectStore(STORE), consent: transaction.objectStore(CONSENT) });
    await done;
    return result;
  } finally {
    db.close();
  }
}

// ---- what was not yet kept when the page went ----

/** The store proper answers later, when a page that is being left is gone; this one at once. One entry for each window. */
const LATE = `${NAME}:`;

const lateKeys = (): readonly string[] => Object.keys(localStorage).filter((key) => key.startsWith(LATE));

/** Puts down what is not kept yet, for the next visit. What is too large for it is left to the store. */
export function keepLate(sheets: readonly (readonly [sheet: Sheet, order: number])[]): void {
  try {
    const plain = sheets.map(([sheet, order]) => ({ order, sheet: { ...sheet, log: [...sheet.log] } }));
    if (plain.length > 0) localStorage.setItem(LATE + here, JSON.stringify(plain));
  } catch {
    // Refused or full: what the store had time for is kept.
  }
}

async function takeLate(): Promise<void> {
  for (const key of lateKeys()) {
    const late: readonly { readonly order: number; readonly sheet: Omit<Sheet, "log"> & { readonly log: [] } }[] = JSON.parse(
      localStorage.getItem(key) ?? "[]",
    );
    localStorage.removeItem(key);
    for (const { order, sheet } of late) await keep({ ...sheet, log: new Map(sheet.log) }, order);
  }
}

/** What an earlier visit left: `null` where nothing may be kept or storage is refused. */
export async function restored(): Promise<readonly Sheet[] | null> {
  try {
    const names = typeof indexedDB.databases === "function" ? await indexedDB.databases() : null;
    if (names !== null && !names.some(({ name }) => name === NAME)) return null;
    await takeLate();
    return await within("readonly", async ({ sheets, consent }) => {
      if ((await asked<unknown>(consent.get("given"))) !== true) return null;
      const all = await eachOf<Kept>(sheets);
      return all.sort((a, b) => a.order - b.order).map(({ sheet }) => sheet);
    });
  } catch {
    return null;
  }
}

/** Says yes for this browser. False where storage is refused. */
export async function consent(): Promise<boolean> {
  try {
    await within("readwrite", ({ consent: store }) => asked(store.put(true, "given")));
    return true;
  } catch {
    return false;
  }
}

const written = new Map<string, number>();

/**
 * Keeps one report. Where another window changed the same one since it was opened here, both are kept: ours under a new name,
 * which is returned.
 */
export async function keep(sheet: Sheet, order: number): Promise<string> {
  return within("readwrite", async ({ sheets, consent: store }) => {
    if ((await asked<unknown>(store.get("given"))) !== true) return sheet.id;
    const there = await asked<Kept | undefined>(sheets.get(sheet.id));
    const foreign = there !== undefined && there.window !== here && there.savedAt > (written.get(sheet.id) ?? opened);
    const id = foreign ? crypto.randomUUID() : sheet.id;
    const savedAt = Date.now();
    written.set(id, savedAt);
    await asked(sheets.put({ id, order, savedAt, window: here, sheet: { ...sheet, id } } satisfies Kept));
    return id;
  });
}

const opened = Date.now();

export async function forget(id: string): Promise<void> {
  await within("readwrite", async ({ sheets }) => {
    const there = await asked<Kept | undefined>(sheets.get(id));
    if (there !== undefined) await asked(sheets.delete(id));
  }).catch(() => undefined);
}

/** Removes everything that was ever kept, the consent too: the whole database. */
export function clearAll(): Promise<boolean> {
  return new Promise((settle) => {
    try {
      for (const key of lateKeys()) localStorage.removeItem(key);
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = () => settle(true);
      request.onerror = () => settle(false);
      request.onblocked = () => settle(false);
    } catch {
      settle(false);
    }
  });
}
