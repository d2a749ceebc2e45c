/**
 * Files that were dropped, those of folders too.
 */

/** Most files that are taken at once. */
const MOST_FILES = 5_000;

export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].flatMap((item) => (item.kind === "file" ? (item.webkitGetAsEntry() ?? []) : []));
  if (entries.every(({ isFile }) => isFile)) return [...data.files];
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MOST_FILES || entry.name.startsWith(".") || entry.name.startsWith("~$")) return;
  if (entry instanceof FileSystemFileEntry) {
    files.push(await new Promise<File>((settle, refuse) => entry.file(settle, refuse)));
    return;
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return;
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((settle, refuse) => reader.readEntries(settle, refuse));
    if (some.length === 0) return;
    for (const each of some) await collect(each, files);
  }
}
