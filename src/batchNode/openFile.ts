import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { DisclosureReportError } from "../findings/error.js";
import { type Language, sentence } from "../findings/finding.js";
import { batchMessages } from "./messages.js";
import { diskPath } from "./names.js";

/** Largest document that is read whole, in bytes. NDJSON may be of any size: it is read line by line. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/**
 * Reads a regular file after looking at its size. A pipe or a device is not read, nor opened so that it could block.
 *
 * @throws `DisclosureReportError` `batch.special`, `batch.tooLarge`; the errors of the system as they are.
 */
export async function readFileWithin(path: string, language?: Language): Promise<Uint8Array> {
  language ??= "zh";
  const file = await openRegular(path, language);
  try {
    const { size } = await file.stat();
    if (size > MAX_FILE_BYTES) {
      const params = { size, limit: MAX_FILE_BYTES };
      throw new DisclosureReportError("batch.tooLarge", sentence(batchMessages, "batch.tooLarge", params, language));
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Opens a regular file, without blocking on anything else. */
export async function openRegular(path: string, language: Language = "zh"): Promise<FileHandle> {
  const file = await open(diskPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new DisclosureReportError("batch.special", sentence(batchMessages, "batch.special", {}, language));
}
