/**
 * Reads pages spoilt in many ways that LibreOffice saved in each format, a hundred for each, and fails on a wrong or silent
 * figure or where more than one in a hundred was lost. Run with: npm run proof:formats [-- FORMAT COUNT]
 */
import { routes } from "./routes.js";
import { scoreSaved } from "./saved.js";

const [only, count = "100"] = process.argv.slice(2);
let failed = false;
for (const route of routes) {
  if (only !== undefined && only !== "all" && route.extension !== only) continue;
  const { wrong, silent, lost, expected, documents } = await scoreSaved(route, Number(count));
  const share = ((1 - lost.length / expected) * 100).toFixed(2);
  console.log(
    `.${route.extension}: ${documents} files, ${wrong.length} wrong, ${silent.length} silent, ${share} % of ${expected} figures read`,
  );
  for (const line of [...wrong, ...silent].slice(0, 20)) console.log(`  ${line}`);
  const documentsLost = new Map<string, number>();
  for (const line of lost) {
    const document = line.slice(0, line.indexOf("):") + 1);
    documentsLost.set(document, (documentsLost.get(document) ?? 0) + 1);
  }
  for (const [document, figures] of documentsLost) console.log(`  lost ${figures} of ${document}`);
  failed ||= wrong.length > 0 || silent.length > 0 || lost.length > expected / 100;
}
process.exitCode = failed ? 1 : 0;
